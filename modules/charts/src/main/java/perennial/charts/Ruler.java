package perennial.charts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import perennial.charts.Figures.Calendar;
import perennial.charts.Scale.Kind;

/**
 * Numbers laid along a stretch of the picture.
 *
 * @param low the number at the beginning
 * @param high the number at the end, above low
 * @param from the place of the beginning
 * @param to the place of the end, which may come before the beginning
 */
record Ruler(Kind kind, double low, double high, double from, double to) {
    private static final double MONTH = 30.4;
    private static final double YEAR = 365.25;

    /** A place that is named. */
    record Tick(double value, String label) {}

    /** A ruler whose ends are round numbers at or outside those given. */
    static Ruler around(Kind kind, double low, double high, double from, double to) {
        if (kind == Kind.DAY) {
            return new Ruler(kind, low, high > low ? high : low + 1, from, to);
        }
        double reach = high > low ? high - low : Math.max(1, Math.abs(high));
        double step = step(reach, 5);
        double first = Math.floor(low / step + 1e-9) * step;
        double last = Math.ceil((high > low ? high : low + reach) / step - 1e-9) * step;
        return new Ruler(kind, first, last, from, to);
    }

    /** The same from 0 on, or to 0 where all are below. */
    static Ruler aroundZero(Kind kind, double low, double high, double from, double to) {
        return around(kind, Math.min(0, low), Math.max(0, high), from, to);
    }

    Ruler along(double start, double end) {
        return new Ruler(kind, low, high, start, end);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** About as many round numbers, or beginnings of days, months and years. */
    List<Tick> ticks(int about, Locale locale) {
        return kind == Kind.DAY ? days(about, locale) : numbers(about, locale);
    }

    private List<Tick> numbers(int about, Locale locale) {
        Figures figures = new Figures(locale);
        double step = step(high - low, about);
        double largest = Math.max(Math.abs(low), Math.abs(high));
        List<Tick> ticks = new ArrayList<>();
        for (long i = Math.round(Math.ceil(low / step - 1e-9)); i * step <= high + step * 1e-9; i++) {
            ticks.add(new Tick(i * step, figures.tick(i * step, step, largest, kind)));
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten. */
    static double step(double reach, int about) {
        double rough = reach / about;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double leading = rough / power;
        return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
    }

    private List<Tick> days(int about, Locale locale) {
        double rough = (high - low) / about;
        if (rough < MONTH / 2) {
            return dates(Calendar.DAYS, Math.max(1, (int) Math.ceil(rough)), locale);
        }
        if (rough < YEAR / 2) {
            int months = (int) Math.ceil(rough / MONTH);
            return dates(Calendar.MONTHS, months <= 3 ? months : 6, locale);
        }
        return dates(Calendar.YEARS, (int) Math.ceil(rough / YEAR), locale);
    }

    private List<Tick> dates(Calendar calendar, int step, Locale locale) {
        Figures figures = new Figures(locale);
        List<Tick> ticks = new ArrayList<>();
        LocalDate day = first(LocalDate.ofEpochDay((long) Math.ceil(low)), calendar, step);
        while (day.toEpochDay() <= high) {
            if (day.toEpochDay() >= low) {
                ticks.add(new Tick(day.toEpochDay(), figures.day(day, calendar)));
            }
            day = switch (calendar) {
                case DAYS -> day.plusDays(step);
                case MONTHS -> day.plusMonths(step);
                case YEARS -> day.plusYears(step);
            };
        }
        return ticks;
    }

    private static LocalDate first(LocalDate from, Calendar calendar, int step) {
        return switch (calendar) {
            case DAYS -> from;
            case MONTHS -> from.withDayOfMonth(1).withMonth((from.getMonthValue() - 1) / step * step + 1);
            case YEARS -> from.withDayOfYear(1);
        };
    }
}
