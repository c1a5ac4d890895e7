package perennial.ruleengine;

import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.AnyOf;
import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Literal;
import perennial.ruleengine.Condition.Operator;
import perennial.ruleengine.Condition.Other;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Text;

/** What a condition asks for, in words that need no knowledge of the rule language. */
final class Asked {
    private static final Text AND = new Text(" and ", "，且");
    private static final Text OR = new Text(" or ", "，或");

    private Asked() {}

    static Text of(Condition condition, CustomerSnapshot snapshot, Wording wording) {
        if (condition instanceof AllOf all) {
            return joined(all.parts(), AND, snapshot, wording);
        }
        if (condition instanceof AnyOf any) {
            return joined(any.parts(), OR, snapshot, wording);
        }
        Comparison comparison = (Comparison) condition;
        Text attribute = wording.meaning(comparison.left().name());
        if (comparison.right() instanceof Condition.Unknown) {
            boolean unknown = comparison.operator() == Operator.EQUAL;
            return Messages.text(unknown ? "asked.unknown" : "asked.known", attribute);
        }
        return Messages.text("asked." + comparison.operator(), attribute, right(comparison, snapshot, wording));
    }

    private static Text right(Comparison comparison, CustomerSnapshot snapshot, Wording wording) {
        if (comparison.right() instanceof Other other) {
            return wording.meaning(other.attribute().name());
        }
        Object value = ((Literal) comparison.right()).value();
        return wording.value(comparison.left(), value, Currency.getInstance(snapshot.currency()));
    }

    private static Text joined(List<Condition> parts, Text by, CustomerSnapshot snapshot, Wording wording) {
        List<Text> asked =
                parts.stream().map(part -> of(part, snapshot, wording)).toList();
        return new Text(
                asked.stream().map(Text::en).collect(Collectors.joining(by.en())),
                asked.stream().map(Text::zh).collect(Collectors.joining(by.zh())));
    }
}
