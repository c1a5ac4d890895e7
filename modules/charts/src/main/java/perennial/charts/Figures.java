package perennial.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import perennial.charts.Scale.Kind;

/** Numbers as people of a locale write them. */
final class Figures {
    private static final int LONG_NUMBER = 10_000;
    private static final int DIGITS = 3;

    private final Locale locale;

    Figures(Locale locale) {
        this.locale = locale;
    }

    /** A value beside its mark: three digits, or all whole ones. */
    String value(double value, Kind kind) {
        return switch (kind) {
            case NUMBER -> number(value);
            case SHARE -> percent(value, Math.abs(value) < 0.1 && value != 0 ? 1 : 0);
            case DAY ->
                LocalDate.ofEpochDay(Math.round(value))
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(locale));
        };
    }

    private String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(340);
        int whole = value == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        MathContext precision = new MathContext(Math.max(DIGITS, whole));
        return format.format(BigDecimal.valueOf(value).round(precision));
    }

    private String percent(double value, int decimals) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** A value at a tick, with the decimals that its step asks for. */
    String tick(double value, double step, double largest, Kind kind) {
        return switch (kind) {
            case NUMBER -> largest >= LONG_NUMBER ? compact(value) : decimal(value, decimals(step));
            case SHARE -> percent(value, decimals(step * 100));
            case DAY -> value(value, kind);
        };
    }

    private String decimal(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value == 0 ? 0.0 : value);
    }

    private String compact(double value) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    private static int decimals(double step) {
        return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    }

    /** A day at a tick, as exactly as the distance to its neighbours asks for. */
    String day(LocalDate day, Calendar calendar) {
        boolean isChinese = locale.getLanguage().equals("zh");
        String pattern = switch (calendar) {
            case YEARS -> isChinese ? "yyyy年" : "yyyy";
            case MONTHS -> isChinese ? "yyyy年M月" : "MMM yyyy";
            case DAYS -> isChinese ? "M月d日" : "d MMM";
        };
        return day.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    /** How far ticks of a time axis are apart. */
    enum Calendar {
        DAYS,
        MONTHS,
        YEARS
    }
}
