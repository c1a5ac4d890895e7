package perennial.ruleengine;

import java.util.List;
import perennial.rules.Vocabulary.Attribute;

/** What must hold of a customer; the guard's own tree, in which nothing can be said but this. */
sealed interface Condition {

    record AllOf(List<Condition> parts) implements Condition {}

    record AnyOf(List<Condition> parts) implements Condition {}

    record Comparison(Attribute left, Operator operator, Operand right) implements Condition {}

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

        boolean ordering() {
            return this != EQUAL && this != UNEQUAL;
        }
    }

    sealed interface Operand {}

    /** A String, Boolean, Integer, Long or Double: the type of the attribute that it is compared with. */
    record Literal(Object value) implements Operand {}

    /** Not known. */
    record Unknown() implements Operand {}

    /** Another attribute of the same customer. */
    record Other(Attribute attribute) implements Operand {}
}
