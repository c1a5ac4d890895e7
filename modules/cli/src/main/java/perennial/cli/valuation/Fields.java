package perennial.cli.valuation;

import java.util.List;
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
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other word that is no number.
        }
        throw Failure.misused("file.no-number", line, column, text);
    }

    static double notNegative(List<String> fields, int place, long line, String column) {
        double value = number(text(fields, place, line, column), line, column);
        if (value < 0) {
            throw Failure.misused("file.negative", line, column, fields.get(place));
        }
        return value;
    }
}
