package perennial.ruleengine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import perennial.kernel.InvalidInputException;

/**
 * The hours of the day in which nothing is sent that rings.
 *
 * @param from included
 * @param to not included; the same as {@code from} where there are no such hours
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneOffset.UTC);

    /**
     * Reads hours as {@link #toString} writes them.
     *
     * @param text such as 21:00-08:00 Europe/Berlin
     */
    public static QuietHours of(String text) {
        String[] parts = text.strip().split("[- ]+", 3);
        try {
            if (parts.length == 3) {
                return new QuietHours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]), ZoneId.of(parts[2]));
            }
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static InvalidInputException unreadable(String text) {
        return new InvalidInputException(
                "quietHours",
                text,
                "quiet hours are two times of the day and a time zone",
                "give hours such as 21:00-08:00 Europe/Berlin");
    }

    /** Whether it is quiet then; hours may go on past midnight. */
    public boolean at(Instant now) {
        LocalTime time = now.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isAfter(to) ? begun || !over : begun && !over;
    }

    @Override
    public String toString() {
        return from + "-" + to + " " + zone;
    }
}
