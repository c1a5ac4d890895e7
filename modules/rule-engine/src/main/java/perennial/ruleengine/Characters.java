package perennial.ruleengine;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.rules.RuleSource;

/**
 * The check before any parser: a text of bounded size without characters that hide, reorder or escape. What a reviewer
 * sees is then what the parsers read.
 */
final class Characters {
    static final int LONGEST_TEXT = 100_000;

    /** Letters, marks and signs that show as nothing or as a blank; the last blocks are tested by number. */
    private static final String INVISIBLE =
            "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0\uFFFC";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
    private static final int MOST_SHOWN = 40;

    /** Alphabets with letters that look the same. */
    private static final Set<Character.UnicodeScript> ALPHABETS = EnumSet.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.ARMENIAN,
            Character.UnicodeScript.CHEROKEE,
            Character.UnicodeScript.COPTIC,
            Character.UnicodeScript.LISU);

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
            if (!allowed(c) || (c == '\r' && !text.startsWith("\n", i + 1))) {
                String code = String.format("U+%04X", c);
                return Optional.of(
                        new Problem(source.path(), line, column, Messages.text("character", code), Optional.empty()));
            }
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
        return lookAlike(source);
    }

    /** The first word that is spelt so as to look like another: with letters of two alphabets, or not composed. */
    private static Optional<Problem> lookAlike(RuleSource source) {
        int number = 0;
        for (String line : source.text().split("\n", -1)) {
            number++;
            Matcher word = WORD.matcher(line);
            while (word.find()) {
                String written = word.group();
                if (mixed(written) || !Normalizer.isNormalized(written, Normalizer.Form.NFC)) {
                    int column = line.codePointCount(0, word.start()) + 1;
                    return Optional.of(new Problem(
                            source.path(),
                            number,
                            column,
                            Messages.text("look-alike", shown(written)),
                            Optional.empty()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean mixed(String word) {
        return word.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(Character.UnicodeScript::of)
                        .filter(ALPHABETS::contains)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /** Each sign of another alphabet by its number, which tells it apart from the one that it looks like. */
    private static String shown(String word) {
        StringBuilder shown = new StringBuilder();
        word.codePoints()
                .limit(MOST_SHOWN)
                .forEach(c -> shown.append(c < 128 ? Character.toString(c) : String.format("[U+%04X]", c)));
        return shown.toString();
    }

    private static boolean allowed(int c) {
        if (c == '\n' || c == '\r' || c == '\t' || c == ' ' || c == '\u3000') {
            return true;
        }
        if (INVISIBLE.indexOf(c) >= 0 || (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0000) {
            return false;
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
