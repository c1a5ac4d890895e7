package perennial.ruleengine;

import java.util.List;
import perennial.ruleengine.Token.Sort;

/** Walks over the tokens of a text and says what was expected where it finds something else. */
final class Cursor {
    private static final int MOST_SHOWN = 60;

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (!token.is(Sort.END)) {
            at++;
        }
        return token;
    }

    boolean accept(String written) {
        boolean found = peek().is(written);
        if (found) {
            next();
        }
        return found;
    }

    Token expect(String written) {
        if (!peek().is(written)) {
            throw new Refusal(peek(), Messages.text("expected", written, shown(peek())), written);
        }
        return next();
    }

    /** A token of a sort that people know as {@code what}. */
    Token expect(Sort sort, String what) {
        if (!peek().is(sort)) {
            throw new Refusal(
                    peek(), Messages.text("expected-a", Messages.text(what), Messages.text("written", shown(peek()))));
        }
        return next();
    }

    int position() {
        return at;
    }

    /** The texts of the tokens from one position to another. */
    List<String> written(int from, int to) {
        return tokens.subList(from, to).stream().map(Cursor::written).toList();
    }

    static String written(Token token) {
        return token.is(Sort.TEXT) ? '"' + token.text() + '"' : token.text();
    }

    /** As written, or its beginning: for messages. */
    static String shown(Token token) {
        String written = written(token);
        return written.length() <= MOST_SHOWN ? written : written.substring(0, MOST_SHOWN) + "...";
    }
}
