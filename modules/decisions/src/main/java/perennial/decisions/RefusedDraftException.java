package perennial.decisions;

import java.util.List;
import perennial.decisions.Rules.Problem;

/** A text of rules can't live; each problem says where, what is wrong and, where known, the right word. */
public class RefusedDraftException extends RuntimeException {
    private final transient List<Problem> problems;

    /** @param problems at least one */
    public RefusedDraftException(List<Problem> problems) {
        super(problems.get(0).message().english());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
