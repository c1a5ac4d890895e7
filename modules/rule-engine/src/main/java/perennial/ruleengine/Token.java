package perennial.ruleengine;

/**
 * A word, number, text or sign of a rule.
 *
 * @param text a text without its quotes, anything else as written
 * @param line from 1
 * @param column from 1
 */
record Token(Sort sort, String text, int line, int column) {

    enum Sort {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean is(String written) {
        return sort != Sort.TEXT && text.equals(written);
    }

    boolean is(Sort expected) {
        return sort == expected;
    }
}
