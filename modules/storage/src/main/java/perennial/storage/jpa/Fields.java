package perennial.storage.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts in one line: a tab between two, a backslash before what would be taken for something else, and \N for a text
 * that is missing.
 */
final class Fields {
    private static final String MISSING = "\\N";

    private Fields() {}

    static String line(List<? extends @Nullable String> fields) {
        return fields.stream().map(Fields::written).collect(Collectors.joining("\t"));
    }

    private static String written(@Nullable String field) {
        return field == null
                ? MISSING
                : field.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    static List<@Nullable String> of(String line) {
        List<@Nullable String> fields = new ArrayList<>();
        for (String field : line.split("\t", -1)) {
            fields.add(field.equals(MISSING) ? null : read(field));
        }
        return fields;
    }

    private static String read(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char sign = field.charAt(i);
            if (sign == '\\' && i + 1 < field.length()) {
                i++;
                sign = switch (field.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> field.charAt(i);
                };
            }
            text.append(sign);
        }
        return text.toString();
    }
}
