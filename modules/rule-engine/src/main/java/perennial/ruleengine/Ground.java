package perennial.ruleengine;

import java.util.LinkedHashSet;
import java.util.List;
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
 * A condition of a rule beside what is so of a customer.
 *
 * @param line where the condition stands, from 1
 * @param condition as written, such as {@code silence >= GONE_SILENT}; the alternatives of an {@code ||} together
 * @param values what it names, each with its value, in words
 * @param asked what it asks for, in words
 */
public record Ground(int line, String condition, Text values, Text asked) {

    /** The conditions that must all hold, each by itself. */
    static Stream<Condition> conditions(Sentence sentence) {
        return sentence.when().parts().stream()
                .flatMap(part -> part instanceof AllOf all ? all.parts().stream() : Stream.of(part));
    }

    static Ground of(Condition condition, CustomerSnapshot snapshot, Wording wording) {
        List<Comparison> comparisons = Boundaries.comparisons(condition).toList();
        Set<String> words = words(comparisons, wording);
        return new Ground(
                comparisons.get(0).at().line(),
                Written.of(condition),
                new Text(
                        values(words, snapshot, wording, ": ", Text::en),
                        values(words, snapshot, wording, "：", Text::zh)),
                Asked.of(condition, snapshot, wording));
    }

    private static Set<String> words(List<Comparison> comparisons, Wording wording) {
        Set<String> words = new LinkedHashSet<>();
        for (Comparison comparison : comparisons) {
            words.add(comparison.left().name());
            if (comparison.right() instanceof Other other) {
                words.add(other.attribute().name());
            } else if (comparison.right() instanceof Literal literal && wording.parameter(literal.written())) {
                words.add(literal.written());
            }
        }
        return words;
    }

    private static String values(
            Set<String> words,
            CustomerSnapshot snapshot,
            Wording wording,
            String colon,
            Function<Text, String> language) {
        return words.stream()
                .map(word ->
                        language.apply(wording.meaning(word)) + colon + language.apply(wording.value(word, snapshot)))
                .collect(Collectors.joining("; "));
    }
}
