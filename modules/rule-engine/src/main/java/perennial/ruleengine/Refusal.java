package perennial.ruleengine;

import java.util.Optional;
import perennial.rules.Text;

/** Ends the reading of one rule at the first thing that makes no sense there. */
final class Refusal extends RuntimeException {
    private final transient Token at;
    private final transient Text why;
    private final String hint;

    Refusal(Token at, Text why) {
        this(at, why, "");
    }

    Refusal(Token at, Text why, String hint) {
        super(why.en(), null, false, false);
        this.at = at;
        this.why = why;
        this.hint = hint;
    }

    Problem in(String path) {
        return new Problem(path, at.line(), at.column(), why, hint.isEmpty() ? Optional.empty() : Optional.of(hint));
    }
}
