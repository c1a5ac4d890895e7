package perennial.launcher;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One JSON object a line: time, level, logger, thread, message and, if something failed, the failure. Databases put the
 * very row that they refuse into the words of their exceptions, so of a failure that one of them is part of only the
 * kinds, the SQL states and the places are told. What is said again within a minute is left out and counted.
 */
public final class JsonLines extends Formatter {
    private final Repetitions repetitions = new Repetitions();

    @Override
    public String format(LogRecord record) {
        String message = String.valueOf(formatMessage(record));
        OptionalInt repeated = repetitions.of(record, message);
        return repeated.isPresent() ? line(record, message, repeated.getAsInt()) : "";
    }

    private static String line(LogRecord record, String message, int repeated) {
        StringBuilder line = new StringBuilder("{");
        add(line, "time", Instant.ofEpochMilli(record.getMillis()).toString());
        add(line, "level", record.getLevel().getName());
        add(line, "logger", String.valueOf(record.getLoggerName()));
        add(line, "thread", String.valueOf(record.getLongThreadID()));
        add(line, "message", message);
        if (repeated > 0) {
            add(line, "repeated", String.valueOf(repeated));
        }
        if (record.getThrown() != null) {
            add(line, "failure", failure(record.getThrown()));
        }
        line.setLength(line.length() - 1);
        return line.append("}\n").toString();
    }

    private static void add(StringBuilder line, String name, String text) {
        line.append('"').append(name).append("\":\"");
        text.chars().forEach(sign -> append(line, (char) sign));
        line.append("\",");
    }

    private static void append(StringBuilder line, char sign) {
        switch (sign) {
            case '"', '\\' -> line.append('\\').append(sign);
            case '\n' -> line.append("\\n");
            case '\t' -> line.append("\\t");
            default -> {
                if (sign < ' ') {
                    line.append(String.format("\\u%04x", (int) sign));
                } else {
                    line.append(sign);
                }
            }
        }
    }

    private static String failure(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        boolean speaksOfRows = chain.stream().anyMatch(SQLException.class::isInstance);
        StringBuilder text = new StringBuilder();
        StackTraceElement[] outer = {};
        for (Throwable each : chain) {
            text.append(text.isEmpty() ? "" : "\ncaused by: ")
                    .append(words(each, speaksOfRows))
                    .append('\n')
                    .append(places(each.getStackTrace(), outer));
            outer = each.getStackTrace();
        }
        return text.toString();
    }

    /** It and its causes, the outermost first. */
    static List<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .limit(20)
                .toList();
    }

    private static String words(Throwable thrown, boolean isSecret) {
        if (thrown instanceof SQLException sql) {
            return thrown.getClass().getName() + " in SQL state " + sql.getSQLState();
        }
        return isSecret ? thrown.getClass().getName() : thrown.toString();
    }

    /** Without those that it has in common with the failure around it. */
    private static String places(StackTraceElement[] places, StackTraceElement[] outer) {
        int own = places.length;
        for (int last = outer.length; own > 0 && last > 0 && places[own - 1].equals(outer[last - 1]); last--) {
            own--;
        }
        return Arrays.stream(places).limit(own).map(place -> "  at " + place).collect(Collectors.joining("\n"));
    }
}
