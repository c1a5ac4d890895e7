package perennial.ruleengine;

import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Literal;
import perennial.ruleengine.Condition.Operator;
import perennial.ruleengine.Condition.Unknown;
import perennial.rules.Vocabulary.Attribute;

/**
 * What an attribute may be.
 *
 * @param unknown whether it may be unknown
 * @param values what it may be where it is known
 */
record Region(Attribute attribute, boolean unknown, Values values) {

    static Region all(Attribute attribute) {
        return new Region(attribute, attribute.optional(), Values.all(attribute));
    }

    static Region known(Attribute attribute) {
        return new Region(attribute, false, Values.all(attribute));
    }

    /** Where a comparison with a constant or with null holds. */
    static Region of(Comparison comparison) {
        Attribute attribute = comparison.left();
        if (comparison.right() instanceof Unknown) {
            Region known = known(attribute);
            return comparison.operator() == Operator.EQUAL ? known.rest() : known;
        }
        Object constant = ((Literal) comparison.right()).value();
        return new Region(attribute, false, Values.of(attribute, comparison.operator(), constant));
    }

    Region and(Region other) {
        return new Region(attribute, unknown && other.unknown, values.and(other.values));
    }

    Region or(Region other) {
        return rest().and(other.rest()).rest();
    }

    Region rest() {
        return new Region(attribute, attribute.optional() && !unknown, values.rest(attribute));
    }

    /** As conditions. */
    String written() {
        String name = attribute.name();
        String absent = name + " == null";
        if (!unknown) {
            return values.written(name);
        }
        return values.empty() ? absent : absent + " || " + values.written(name);
    }

    boolean empty() {
        return !unknown && values.empty();
    }
}
