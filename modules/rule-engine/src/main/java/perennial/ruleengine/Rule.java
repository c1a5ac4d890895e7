package perennial.ruleengine;

import perennial.rules.Text;

/**
 * A rule of a book, as people see it.
 *
 * @param code such as WB-03, unique in the book
 * @param title the sentence that an expert would sign
 * @param owner who answers for it; empty when its author named nobody
 * @param purpose what it is there for; empty when its author did not say
 * @param reason what a decision will say, with {attribute} where a value goes
 */
public record Rule(String path, int line, String code, Text title, String owner, Text purpose, Text reason) {

    /** Code and title, as written. */
    public String name() {
        return code + " " + title.en();
    }
}
