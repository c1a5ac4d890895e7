package perennial.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The shop's time. The model counts weeks from the start as real numbers; here they become instants. Within a week,
 * model time runs faster through quiet hours than through busy ones, by one monotone map for everything that happens, so
 * that hours and weekdays have their rhythm while counts per week and all orders of events stay those of the model. From
 * midnight to six nothing happens, which keeps every change of clocks out of the map.
 */
final class ShopCalendar {
    /** The truth looks so many weeks beyond the end. */
    static final int HORIZON = 52;

    private static final int OPENS = 6;
    private static final int HOURS = 24 - OPENS;
    private static final double[] WEEKDAYS = {1, .95, .95, 1, .9, 1, 1.35};
    private static final double[] DAY = {
        .3, .6, .8, .9, 1, 1, 1.1, 1, .9, .9, .9, 1, 1.1, 1.4, 1.6, 1.5, 1, .4,
    };

    private final LocalDate start;
    private final int weeks;
    private final ZoneId zone;
    private final long[] opening;
    private final double[] cumulated = new double[7 * HOURS + 1];
    private final Map<Season, double[]> seasons = new EnumMap<>(Season.class);
    private final String[] dates;
    private final long firstDay;

    ShopCalendar(LocalDate start, int weeks, ZoneId zone) {
        this.start = start;
        this.weeks = weeks;
        this.zone = zone;
        int days = (weeks + HORIZON) * 7 + 1;
        opening = new long[days];
        for (int day = 0; day < days; day++) {
            opening[day] = start.plusDays(day)
                    .atTime(OPENS, 0)
                    .atZone(zone)
                    .toInstant()
                    .getEpochSecond();
        }
        // A few days of margin on either side, for zones and for what happens around an order.
        firstDay = start.toEpochDay() - 10;
        dates = new String[days + 20];
        for (int i = 0; i < dates.length; i++) {
            dates[i] = LocalDate.ofEpochDay(firstDay + i) + "T";
        }
        for (int cell = 0; cell < 7 * HOURS; cell++) {
            int weekday = start.plusDays(cell / HOURS).getDayOfWeek().getValue() - 1;
            cumulated[cell + 1] = cumulated[cell] + WEEKDAYS[weekday] * DAY[cell % HOURS];
        }
        for (Season season : Season.values()) {
            seasons.put(season, weekly(season));
        }
    }

    private double[] weekly(Season season) {
        double[] factors = new double[weeks + HORIZON];
        for (int week = 0; week < factors.length; week++) {
            factors[week] = season.on(start.plusDays(7L * week + 3));
        }
        return factors;
    }

    int weeks() {
        return weeks;
    }

    /** One factor a week, from the start to the end of the horizon. */
    double[] season(Season season) {
        return Objects.requireNonNull(seasons.get(season));
    }

    int monthOfYear(int week) {
        return start.plusDays(7L * week + 3).getMonthValue();
    }

    Instant from() {
        return start.atStartOfDay(zone).toInstant();
    }

    /** The end of the last day of activity. */
    Instant to() {
        return endDate().atStartOfDay(zone).toInstant();
    }

    /** The first date after the last day of activity. */
    LocalDate endDate() {
        return start.plusWeeks(weeks);
    }

    /** The moment, in seconds of the epoch, that a point of model time stands for. */
    long second(double time) {
        int week = (int) time;
        double target = (time - week) * cumulated[7 * HOURS];
        int low = 0;
        int high = 7 * HOURS - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (cumulated[middle] <= target) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        double part = Math.min(.9999, (target - cumulated[low]) / (cumulated[low + 1] - cumulated[low]));
        return opening[week * 7 + low / HOURS] + (low % HOURS) * 3600L + (long) (part * 3600);
    }

    /** The moment at which a week begins: six in the morning of its first day. */
    long weekBegins(int week) {
        return opening[week * 7];
    }

    /** ISO-8601 with Z. */
    String instant(long second) {
        int day = (int) (Math.floorDiv(second, 86_400L) - firstDay);
        int rest = (int) Math.floorMod(second, 86_400L);
        char[] clock = "00:00:00Z".toCharArray();
        digits(clock, 0, rest / 3600);
        digits(clock, 3, rest / 60 % 60);
        digits(clock, 6, rest % 60);
        return dates[day].concat(new String(clock));
    }

    private static void digits(char[] text, int at, int value) {
        text[at] = (char) ('0' + value / 10);
        text[at + 1] = (char) ('0' + value % 10);
    }

    /** The calendar months of the shop's time, the first and the last cut to it. */
    List<Period> months() {
        List<Period> months = new ArrayList<>();
        for (LocalDate from = start;
                from.isBefore(endDate());
                from = months.get(months.size() - 1).to()) {
            LocalDate next = YearMonth.from(from).plusMonths(1).atDay(1);
            months.add(new Period(from, next.isBefore(endDate()) ? next : endDate()));
        }
        return months;
    }

    /** The position in {@link #months()} of the month that a moment before the end lies in. */
    int month(long second) {
        LocalDate date = Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
        return (date.getYear() - start.getYear()) * 12 + date.getMonthValue() - start.getMonthValue();
    }

    /** From a date, included, to a later one, excluded. */
    record Period(LocalDate from, LocalDate to) {}

    /** So many days, in seconds. */
    static long days(double days) {
        return (long) (days * 86_400);
    }
}
