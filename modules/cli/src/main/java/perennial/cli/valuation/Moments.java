package perennial.cli.valuation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.OptionalDouble;
import perennial.cli.terminal.Failure;

/**
 * Reads times: dates as 2024-05-31 or 20240531, dates with a time of day as 2024-05-31T12:30:00Z or 2024-05-31 12:30, or
 * plain numbers. All times of a file are of one form, that of the first.
 */
final class Moments {
    private static final long LEAST_DATE = 1_000_01_01;
    private static final long MOST_DATE = 9_999_12_31;
    private static final double NANOS_OF_DAY = 86_400e9;

    private final boolean isDate;
    private final TimeUnit unit;

    private Moments(boolean isDate, TimeUnit unit) {
        this.isDate = isDate;
        this.unit = unit;
    }

    /** @param unit of the times that come out, if the file holds dates; a plain number stays what it is */
    static Moments like(String first, TimeUnit unit) {
        return new Moments(days(first.strip()).isPresent(), unit);
    }

    static boolean isMoment(String text) {
        return days(text.strip()).isPresent();
    }

    /** Whether times are dates, so that their unit is known. */
    boolean isDate() {
        return isDate;
    }

    double read(String text, long line, String column) {
        String stripped = text.strip();
        if (!isDate) {
            return Fields.finite(stripped).orElseThrow(() -> Failure.misused("file.no-time", line, column, text));
        }
        double days = days(stripped).orElseThrow(() -> Failure.misused("file.no-date", line, column, text));
        return unit.fromDays(unit.isOnDayGrid() ? Math.floor(days) : days);
    }

    /** Days since 1970-01-01, by the clock that the text was written by; empty where it is no date. */
    private static OptionalDouble days(String text) {
        try {
            if (text.length() == 8) {
                return compact(text);
            }
            if (text.length() < 10 || text.charAt(4) != '-') {
                return OptionalDouble.empty();
            }
            if (text.length() == 10) {
                return OptionalDouble.of((double) LocalDate.parse(text).toEpochDay());
            }
            return OptionalDouble.of(withTime(text.replace(' ', 'T')));
        } catch (DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble compact(String text) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return OptionalDouble.empty();
            }
            number = 10 * number + (digit - '0');
        }
        if (number < LEAST_DATE || number > MOST_DATE) {
            return OptionalDouble.empty();
        }
        LocalDate day = LocalDate.of((int) (number / 10_000), (int) (number / 100 % 100), (int) (number % 100));
        return OptionalDouble.of((double) day.toEpochDay());
    }

    private static double withTime(String text) {
        boolean hasOffset = text.endsWith("Z") || text.indexOf('+', 10) > 0 || text.indexOf('-', 10) > 0;
        LocalDateTime time = hasOffset ? OffsetDateTime.parse(text).toLocalDateTime() : LocalDateTime.parse(text);
        return (double) time.toLocalDate().toEpochDay() + time.toLocalTime().toNanoOfDay() / NANOS_OF_DAY;
    }
}
