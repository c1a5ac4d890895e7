package perennial.ruleengine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.Comparison;
import perennial.ruleengine.Condition.Literal;
import perennial.ruleengine.Condition.Other;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Text;

/**
 * A rule that one condition kept from firing for a customer.
 *
 * @param line where the condition stands, from 1
 * @param condition as written, such as {@code silence >= GONE_SILENT}; the alternatives of an {@code ||} together
 * @param message what was asked and what is so, in words
 */
public record NearMiss(Rule rule, int line, String condition, Text message) {

    static Optional<NearMiss> of(Sentence sentence, CustomerSnapshot snapshot, Wording wording) {
        List<Condition> missed = sentence.when().parts().stream()
                .flatMap(part -> part instanceof AllOf all ? all.parts().stream() : Stream.of(part))
                .filter(part -> !Truth.of(part).of(snapshot))
                .limit(2)
                .toList();
        return missed.size() == 1
                ? Optional.of(of(sentence.rule(), missed.get(0), snapshot, wording))
                : Optional.empty();
    }

    private static NearMiss of(Rule rule, Condition missed, CustomerSnapshot snapshot, Wording wording) {
        List<Comparison> comparisons = Boundaries.comparisons(missed).toList();
        String written = Written.of(missed);
        Text is = new Text(
                values(comparisons, snapshot, wording, Text::en), values(comparisons, snapshot, wording, Text::zh));
        return new NearMiss(
                rule,
                comparisons.get(0).at().line(),
                written,
                Messages.text("near-miss", new Text(written, written), is));
    }

    private static String values(
            List<Comparison> comparisons, CustomerSnapshot snapshot, Wording wording, Function<Text, String> language) {
        Set<String> words = new LinkedHashSet<>();
        for (Comparison comparison : comparisons) {
            words.add(comparison.left().name());
            if (comparison.right() instanceof Other other) {
                words.add(other.attribute().name());
            } else if (comparison.right() instanceof Literal literal && wording.parameter(literal.written())) {
                words.add(literal.written());
            }
        }
        return words.stream()
                .map(word -> word + " = " + language.apply(wording.value(word, snapshot)))
                .collect(Collectors.joining("; "));
    }
}
