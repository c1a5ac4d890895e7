package perennial.ruleengine;

import java.util.Map;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.AnyOf;
import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Literal;
import perennial.ruleengine.Condition.Other;
import perennial.ruleengine.Condition.Unknown;

/** Says by plain Java whether a condition holds: what Drools is measured against. */
final class Truth {
    private Truth() {}

    static boolean holds(Condition condition, Map<String, Object> known) {
        if (condition instanceof AllOf all) {
            return all.parts().stream().allMatch(part -> holds(part, known));
        }
        if (condition instanceof AnyOf any) {
            return any.parts().stream().anyMatch(part -> holds(part, known));
        }
        return compares((Comparison) condition, known);
    }

    private static boolean compares(Comparison comparison, Map<String, Object> known) {
        Object left = known.get(comparison.left().name());
        if (comparison.right() instanceof Unknown) {
            return (left == null) == (comparison.operator() == Condition.Operator.EQUAL);
        }
        Object right = comparison.right() instanceof Other other
                ? known.get(other.attribute().name())
                : ((Literal) comparison.right()).value();
        if (left == null || right == null) {
            return false;
        }
        int order = left instanceof Number number
                ? Double.compare(number.doubleValue(), ((Number) right).doubleValue())
                : left.toString().compareTo(right.toString());
        return switch (comparison.operator()) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
