package perennial.ruleengine;

import java.util.List;
import java.util.stream.Collectors;

/** A rule book can't be compiled; each problem says where, what is wrong and, where known, the right word. */
public final class RefusedRulesException extends RuntimeException {
    private final transient List<Problem> problems;

    public RefusedRulesException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
