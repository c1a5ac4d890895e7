package perennial.ruleengine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import perennial.rules.Kind;

/** How what one rule proposes stands to what another does. */
final class Standing {
    private Standing() {}

    static boolean same(Sentence one, Sentence other) {
        return new HashSet<>(one.then()).equals(new HashSet<>(other.then()));
    }

    /** Whether the first rule proposes nothing that the second does not. */
    static boolean nothingNew(Sentence rule, Sentence beside) {
        return beside.then().containsAll(rule.then());
    }

    /** Whether all that the second rule proposes is dropped where the first fires. */
    static boolean silences(Sentence strong, Sentence weak) {
        return weak.then().stream().allMatch(action -> dropped(action, strong.then()));
    }

    /** Something of the second rule that is dropped where the first fires, told as verbs. */
    static Optional<String> overruled(Sentence strong, Sentence weak) {
        return weak.then().stream()
                .filter(action -> dropped(action, strong.then()))
                .findFirst()
                .map(action -> prevailing(action, strong.then()) + ", " + told(action));
    }

    /** Different numbers of two rules for the same purpose by the same verb. */
    static Optional<String> quoted(Sentence one, Sentence other) {
        return one.then().stream()
                .flatMap(first -> other.then().stream()
                        .filter(second -> first.verb().equals(second.verb())
                                && first.kind() == second.kind()
                                && !first.numbers().equals(second.numbers()))
                        .map(second -> told(first) + ", " + told(second)))
                .findFirst();
    }

    private static boolean dropped(Action action, List<Action> beside) {
        return beside.stream().anyMatch(strong -> drops(strong, action));
    }

    private static String prevailing(Action action, List<Action> beside) {
        return beside.stream()
                .filter(strong -> drops(strong, action))
                .map(Standing::told)
                .findFirst()
                .orElseThrow();
    }

    /** As the guard rails do it. */
    private static boolean drops(Action strong, Action action) {
        if (action.kind().transactional() || action.kind() == Kind.QUIET) {
            return false;
        }
        boolean held = strong.kind() == Kind.BLOCK_ORDER && action.kind() != Kind.BLOCK_ORDER;
        boolean atFullPrice =
                strong.kind() == Kind.NO_DISCOUNT && !action.numbers().isEmpty();
        boolean quiet =
                strong.kind() == Kind.QUIET && !action.channels().isEmpty() && action.kind() != Kind.SERVICE_RECOVERY;
        return held || atFullPrice || quiet;
    }

    private static String told(Action action) {
        String numbers = action.numbers().stream()
                .map(number -> " " + Numbers.shown(number))
                .reduce("", String::concat);
        return action.verb().name() + numbers;
    }
}
