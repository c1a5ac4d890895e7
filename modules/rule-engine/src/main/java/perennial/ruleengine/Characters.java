package perennial.ruleengine;

import java.util.Optional;
import perennial.rules.RuleSource;

/**
 * The check before any parser: a text of bounded size without characters that hide, reorder or escape. What a reviewer
 * sees is then what the parsers read.
 */
final class Characters {
    static final int LONGEST_TEXT = 100_000;

    private Characters() {}

    static Optional<Problem> problem(RuleSource source) {
        String text = source.text();
        if (text.length() > LONGEST_TEXT) {
            return Optional.of(
                    new Problem(source.path(), 1, 1, Messages.text("too-long", "" + LONGEST_TEXT), Optional.empty()));
        }
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!allowed(c)) {
                String code = String.format("U+%04X", c);
                return Optional.of(
                        new Problem(source.path(), line, column, Messages.text("character", code), Optional.empty()));
            }
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
        return Optional.empty();
    }

    private static boolean allowed(int c) {
        if (c == '\n' || c == '\r' || c == '\t' || c == ' ' || c == '\u3000') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> c != '\\';
        };
    }
}
