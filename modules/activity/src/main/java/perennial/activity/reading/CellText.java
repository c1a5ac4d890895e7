package perennial.activity.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a workbook reads as: a number as the sheet shows it, a date as {@code 2024-03-31} or {@code
 * 2024-03-31T14:05:07}.
 */
final class CellText {
    /** A workbook keeps 19.99 as 19.989999999999998 and shows the first fifteen digits. */
    private static final MathContext AS_SHOWN = new MathContext(15);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private CellText() {}

    static String of(@Nullable Cell cell, char point) {
        if (cell == null) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? date(cell.asDate()) : number(number, point);
        }
        if (value == null) {
            return Optional.ofNullable(cell.getRawValue()).orElse("");
        }
        return value.toString();
    }

    private static String number(BigDecimal number, char point) {
        String plain = number.round(AS_SHOWN).stripTrailingZeros().toPlainString();
        return plain.replace('.', point);
    }

    private static String date(LocalDateTime exact) {
        LocalDateTime time = exact.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
        boolean day = time.toLocalTime().equals(LocalTime.MIDNIGHT);
        return day ? time.toLocalDate().toString() : TIME.format(time);
    }

    /** By its format, for a workbook keeps a date as the number of days since 1900. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47))) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String letters = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|General", "");
        return letters.chars().anyMatch(letter -> "yYdDhHsS".indexOf(letter) >= 0);
    }
}
