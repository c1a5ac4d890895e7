package perennial.ruleengine;

import java.util.List;
import java.util.stream.Stream;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.AnyOf;
import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Unknown;
import perennial.rules.Vocabulary.Attribute;

/** The places of a condition at which a number decides, and how far one step away from them is. */
final class Boundaries {
    private Boundaries() {}

    static List<Comparison> of(Condition condition) {
        return comparisons(condition)
                .filter(comparison -> comparison.left().type().numeric() && !(comparison.right() instanceof Unknown))
                .toList();
    }

    /** All comparisons, in the order in which they are written. */
    static Stream<Comparison> comparisons(Condition condition) {
        if (condition instanceof AllOf all) {
            return all.parts().stream().flatMap(Boundaries::comparisons);
        }
        if (condition instanceof AnyOf any) {
            return any.parts().stream().flatMap(Boundaries::comparisons);
        }
        return Stream.of((Comparison) condition);
    }

    /** What a shop would call one step: a thing, a day, a tenth, a per cent, a hundred minor units of money. */
    static double step(Attribute attribute) {
        return switch (attribute.unit()) {
            case RATIO -> 0.1;
            case SHARE -> 0.01;
            case MONEY -> 100;
            case COUNT, DAYS, PERCENT, NONE -> 1;
        };
    }
}
