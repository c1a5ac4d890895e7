package perennial.ruleengine;

import java.util.List;
import java.util.stream.Collectors;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.AnyOf;
import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Literal;
import perennial.ruleengine.Condition.Operator;
import perennial.ruleengine.Condition.Other;

/** Conditions as an author would write them, with the names of parameters, for people to recognise. */
final class Written {
    private Written() {}

    static String of(Condition condition) {
        if (condition instanceof AllOf all) {
            return joined(all.parts(), " && ");
        }
        if (condition instanceof AnyOf any) {
            return list(any) ? in(any) : joined(any.parts(), " || ");
        }
        Comparison comparison = (Comparison) condition;
        return comparison.left().name() + " " + comparison.operator().sign() + " " + right(comparison);
    }

    private static String joined(List<Condition> parts, String sign) {
        return parts.stream()
                .map(part -> part instanceof Comparison || (part instanceof AnyOf any && list(any))
                        ? of(part)
                        : "(" + of(part) + ")")
                .collect(Collectors.joining(sign));
    }

    static boolean list(AnyOf any) {
        return any.parts().stream()
                .allMatch(part -> part instanceof Comparison comparison
                        && comparison.operator() == Operator.EQUAL
                        && comparison.right() instanceof Literal
                        && comparison.left().equals(((Comparison) any.parts().get(0)).left()));
    }

    private static String in(AnyOf any) {
        return any.parts().stream()
                .map(part -> right((Comparison) part))
                .collect(Collectors.joining(
                        ", ", ((Comparison) any.parts().get(0)).left().name() + " in (", ")"));
    }

    private static String right(Comparison comparison) {
        if (comparison.right() instanceof Literal literal) {
            return literal.written();
        }
        return comparison.right() instanceof Other other ? other.attribute().name() : "null";
    }
}
