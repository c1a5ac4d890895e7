package perennial.ruleengine;

import java.util.List;
import perennial.rules.Vocabulary.Attribute;

/** What must hold of a customer; the guard's own tree, in which nothing can be said but this. */
sealed interface Condition {

    record AllOf(List<Condition> parts) implements Condition {}

    record AnyOf(List<Condition> parts) implements Condition {}

    /** @param at where it is written */
    record Comparison(Attribute left, Operator operator, Operand right, Token at) implements Condition {}

    enum Operator {
        EQUAL("=="),
        UNEQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** Whether it holds of two values of which the first comes before (negative), at (zero) or after the second. */
        boolean met(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }

        /** Holds of known values exactly where this one does not. */
        Operator opposite() {
            return switch (this) {
                case EQUAL -> UNEQUAL;
                case UNEQUAL -> EQUAL;
                case LESS -> AT_LEAST;
                case AT_MOST -> GREATER;
                case GREATER -> AT_MOST;
                case AT_LEAST -> LESS;
            };
        }

        boolean ordering() {
            return this != EQUAL && this != UNEQUAL;
        }
    }

    sealed interface Operand {}

    /**
     * A constant.
     *
     * @param value a String, Boolean, Integer, Long or Double: the type of the attribute that it is compared with
     * @param written as the author wrote it: the constant, or the name of a parameter
     */
    record Literal(Object value, String written) implements Operand {}

    /** Not known. */
    record Unknown() implements Operand {}

    /** Another attribute of the same customer. */
    record Other(Attribute attribute) implements Operand {}
}
