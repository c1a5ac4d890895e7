package perennial.launcher;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/**
 * What was logged of late, so that the same is told once a minute: while a database is away every part of the server
 * says so every few seconds, with a page of places each.
 */
final class Repetitions {
    private static final long MILLIS = 60_000;
    private static final int KNOWN = 500;

    private final Map<String, Told> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
            return size() > KNOWN;
        }
    };

    private record Told(long at, int leftOut) {}

    /** Empty where it is to be left out, else how often it has been left out since it was told. */
    synchronized OptionalInt of(LogRecord record, String message) {
        String what = record.getLevel() + " " + record.getLoggerName() + " " + message + " " + failure(record);
        Told before = told.remove(what);
        if (before != null && record.getMillis() - before.at() < MILLIS) {
            told.put(what, new Told(before.at(), before.leftOut() + 1));
            return OptionalInt.empty();
        }
        told.put(what, new Told(record.getMillis(), 0));
        return OptionalInt.of(before == null ? 0 : before.leftOut());
    }

    /** Kinds, states and where it began; which way it then took through the server does not make it another one. */
    private static String failure(LogRecord record) {
        if (record.getThrown() == null) {
            return "";
        }
        List<Throwable> chain = JsonLines.chain(record.getThrown());
        StackTraceElement[] places = chain.get(chain.size() - 1).getStackTrace();
        return chain.stream().map(Repetitions::kind).collect(Collectors.joining(" "))
                + (places.length == 0 ? "" : " at " + places[0]);
    }

    private static String kind(Throwable thrown) {
        return thrown instanceof SQLException sql
                ? sql.getClass().getName() + sql.getSQLState()
                : thrown.getClass().getName();
    }
}
