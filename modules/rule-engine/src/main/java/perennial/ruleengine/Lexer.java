package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import perennial.ruleengine.Token.Sort;

/**
 * Cuts a rule text into tokens. Only plain ASCII makes words, numbers and signs; any other letter lives in texts and
 * comments.
 */
final class Lexer {
    private static final List<String> SIGNS = List.of(
            "&&", "||", "==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "@", "!",
            "=", "+", "-", "*", "/", "%", "?", "&", "|", "^", "~");
    private static final int LONGEST_WORD = 100;
    private static final String FULL_WIDTH = "，；：。（）＝＜＞！“”＠";
    private static final String ASCII = ",;:.()=<>!\"\"@";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int column = 1;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens, the last of them END. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (true) {
            skipBlanksAndComments();
            if (at == text.length()) {
                tokens.add(new Token(Sort.END, "", line, column));
                return;
            }
            next();
        }
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '"') {
            quoted();
        } else if (wordStart(c)) {
            take(Sort.WORD, endOf(Lexer::wordPart));
        } else if (digit(c) || (c == '-' && digit(peek(1)))) {
            take(Sort.NUMBER, endOf(Lexer::numberPart));
        } else {
            sign();
        }
    }

    private void quoted() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end++;
        }
        if (end == text.length() || text.charAt(end) == '\n') {
            throw new Refusal(here(""), Messages.text("open-text"), "\"");
        }
        tokens.add(here(Sort.TEXT, text.substring(at + 1, end)));
        advance(end + 1 - at);
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                take(Sort.SIGN, at + sign.length());
                return;
            }
        }
        String written = Character.toString(text.codePointAt(at));
        int wide = FULL_WIDTH.indexOf(written);
        throw new Refusal(
                here(written), Messages.text("letter", written), wide < 0 ? "" : ASCII.substring(wide, wide + 1));
    }

    private void skipBlanksAndComments() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                advance((end < 0 ? text.length() : end) - at);
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new Refusal(here("/*"), Messages.text("open-comment"), "*/");
                }
                advance(end + 2 - at);
            } else if (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
                advance(1);
            } else {
                return;
            }
        }
    }

    private interface Part {
        boolean contains(char c);
    }

    private int endOf(Part part) {
        int end = at + 1;
        while (end < text.length() && part.contains(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void take(Sort sort, int end) {
        if (end - at > LONGEST_WORD) {
            throw new Refusal(here(text.substring(at, at + 1)), Messages.text("long-word", "" + LONGEST_WORD));
        }
        tokens.add(here(sort, text.substring(at, end)));
        advance(end - at);
    }

    private Token here(String written) {
        return here(Sort.SIGN, written);
    }

    private Token here(Sort sort, String written) {
        return new Token(sort, written, line, column);
    }

    private void advance(int characters) {
        for (int i = 0; i < characters; i++, at++) {
            if (text.charAt(at) == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(text.charAt(at))) {
                column++;
            }
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : ' ';
    }

    private static boolean wordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static boolean wordPart(char c) {
        return wordStart(c) || digit(c);
    }

    /** Letters stay with the number, so that {@code 1e9} or {@code 0x10} is refused as one number. */
    private static boolean numberPart(char c) {
        return wordPart(c) || c == '.';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
