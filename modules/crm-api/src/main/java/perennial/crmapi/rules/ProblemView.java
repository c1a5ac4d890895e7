package perennial.crmapi.rules;

import org.jspecify.annotations.Nullable;
import perennial.decisions.Rules.Problem;

/**
 * @param file draft.drl where one text alone was given
 * @param line from 1
 * @param column from 1, in characters
 * @param hint the nearest right word; null where there is none
 */
public record ProblemView(
        String file,
        int line,
        int column,
        String message,
        String messageZh,
        @Nullable String hint) {
    public static ProblemView of(Problem problem) {
        return new ProblemView(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.message().english(),
                problem.message().chinese(),
                problem.hint().orElse(null));
    }
}
