package perennial.ruleengine;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.AnyOf;
import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Literal;
import perennial.ruleengine.Condition.Other;
import perennial.ruleengine.Condition.Unknown;
import perennial.rules.CustomerSnapshot;

/**
 * Says by plain Java whether a condition holds of a customer. Tests hold Drools equal to it.
 *
 * @param moved a comparison of the condition whose boundary stands elsewhere
 * @param by how much higher it stands
 */
record Truth(Condition condition, @Nullable Comparison moved, double by) {

    static Truth of(Condition condition) {
        return new Truth(condition, null, 0);
    }

    static Truth moved(Condition condition, Comparison comparison, double by) {
        return new Truth(condition, comparison, by);
    }

    static boolean holds(Condition condition, Map<String, Object> known) {
        return of(condition).of(condition, known);
    }

    boolean of(CustomerSnapshot customer) {
        return of(condition, customer.known());
    }

    private boolean of(Condition part, Map<String, Object> known) {
        if (part instanceof AllOf all) {
            return all.parts().stream().allMatch(inner -> of(inner, known));
        }
        if (part instanceof AnyOf any) {
            return any.parts().stream().anyMatch(inner -> of(inner, known));
        }
        return compares((Comparison) part, known);
    }

    @SuppressWarnings("ReferenceEquality") // the one comparison that was moved, not another that reads the same
    private boolean compares(Comparison comparison, Map<String, Object> known) {
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
                ? Double.compare(
                        number.doubleValue(), comparison == moved ? moved(right) : ((Number) right).doubleValue())
                : left.toString().compareTo(right.toString());
        return comparison.operator().met(order);
    }

    /** In decimals, so that 0.8 less 0.01 is the 0.79 of a scenario. */
    private double moved(Object boundary) {
        return new BigDecimal(boundary.toString()).add(BigDecimal.valueOf(by)).doubleValue();
    }
}
