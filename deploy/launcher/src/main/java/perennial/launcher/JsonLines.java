package perennial.launcher;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One JSON object a line: time, level, logger, thread, message and, if something failed, the failure. Databases put the
 * very row that they refuse into the words of their exceptions, so of a failure that one of them is part of only the
 * kinds, the SQL states and the places are told.
 */
public final class JsonLines extends Formatter {
    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder("{");
        add(line, "time", Instant.ofEpochMilli(record.getMillis()).toString());
        add(line, "level", record.getLevel().getName());
        add(line, "logger", String.valueOf(record.getLoggerName()));
        add(line, "thread", String.valueOf(record.getLongThreadID()));
        add(line, "message", String.valueOf(formatMessage(record)));
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
        List<Throwable> chain = Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .limit(20)
                .toList();
        boolean speaksOfRows = chain.stream().anyMatch(SQLException.class::isInstance);
        return chain.stream()
                .map(each -> words(each, speaksOfRows) + "\n" + places(each))
                .collect(Collectors.joining("\ncaused by: "));
    }

    private static String words(Throwable thrown, boolean isSecret) {
        if (thrown instanceof SQLException sql) {
            return thrown.getClass().getName() + " in SQL state " + sql.getSQLState();
        }
        return isSecret ? thrown.getClass().getName() : thrown.toString();
    }

    private static String places(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .map(place -> "  at " + place)
                .collect(Collectors.joining("\n"));
    }
}
