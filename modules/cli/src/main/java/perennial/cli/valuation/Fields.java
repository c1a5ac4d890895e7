package perennial.cli.valuation;

import java.util.List;
import java.util.OptionalDouble;
import perennial.cli.terminal.Failure;

/** Reads the fields of a row, or says in which line and column what is wrong. */
final class Fields {
    private Fields() {}

    static String text(List<String> fields, int place, long line, String column) {
        String text = place < fields.size() ? fields.get(place).strip() : "";
        if (text.isEmpty()) {
            throw Failure.misused("file.blank", line, column);
        }
        return text;
    }

    static double number(String text, long line, String column) {
        return finite(text).orElseThrow(() -> Failure.misused("file.no-number", line, column, text));
    }

    /** Empty where it is no number that can be counted with. */
    static OptionalDouble finite(String text) {
        // Java takes 1d and 0x1p3 for numbers too; a file that holds such things means something else.
        if (text.chars().anyMatch(sign -> Character.isLetter(sign) && sign != 'e' && sign != 'E')) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    static double notNegative(List<String> fields, int place, long line, String column) {
        double value = number(text(fields, place, line, column), line, column);
        if (value < 0) {
            throw Failure.misused("file.negative", line, column, fields.get(place));
        }
        return value;
    }
}
