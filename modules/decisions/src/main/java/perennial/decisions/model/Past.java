package perennial.decisions.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.decisions.Hindsight.Difference;
import perennial.kernel.Money;
import perennial.kernel.Words;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Vocabulary;

/**
 * What was decided for a customer, as it is stored.
 *
 * @param versions of the rules, of the models, of the run and of the terms
 */
public record Past(Case decided, Instant at, Map<String, String> versions) {
    private static final List<String> REASONS = List.of("churnReason", "churnReason2", "churnReason3");

    /** What the rules saw; what today's rules have no word for, none of them asks for. */
    public CustomerSnapshot snapshot() {
        return snapshot(decided.inputs());
    }

    /** The same from the words that are stored. */
    public static CustomerSnapshot snapshot(Map<String, String> inputs) {
        Map<String, Object> facts = new HashMap<>();
        inputs.forEach((name, text) -> Vocabulary.standard()
                .attribute(name)
                .ifPresent(attribute -> facts.put(name, value(attribute.type(), text, currency(inputs)))));
        return CustomerSnapshot.of(facts);
    }

    private static Object value(Vocabulary.Type type, String text, Currency currency) {
        return switch (type) {
            case TEXT -> text;
            case FLAG -> Boolean.valueOf(text);
            case WHOLE -> Integer.valueOf(text);
            case NUMBER -> Double.valueOf(text);
            case AMOUNT -> Money.of(new BigDecimal(text), currency);
        };
    }

    public Currency currency() {
        return currency(decided.inputs());
    }

    private static Currency currency(Map<String, String> inputs) {
        return Currency.getInstance(Objects.requireNonNull(inputs.get("currency")));
    }

    /** What the model of churn found to speak most for leaving, the strongest first. */
    public static List<Words> reasons(Map<String, String> inputs) {
        return REASONS.stream()
                .flatMap(reason -> Stream.ofNullable(inputs.get(reason)))
                .map(Case::name)
                .toList();
    }

    /** In what another decision for the same differs from this one. */
    public List<Difference> differences(Case again) {
        List<Difference> differences = new ArrayList<>();
        compare("fired", decided.fired(), again.fired(), differences);
        compare("decisions", decided.chosen(), again.chosen(), differences);
        compare("dropped", decided.dropped(), again.dropped(), differences);
        return differences;
    }

    private static String told(Optional<Object> one) {
        return one.map(Object::toString).orElse("");
    }

    private static void compare(String part, List<?> stored, List<?> again, List<Difference> differences) {
        for (int i = 0; i < Math.max(stored.size(), again.size()); i++) {
            Optional<Object> then = i < stored.size() ? Optional.of(stored.get(i)) : Optional.empty();
            Optional<Object> now = i < again.size() ? Optional.of(again.get(i)) : Optional.empty();
            if (!then.equals(now)) {
                differences.add(new Difference(part, told(then), told(now)));
            }
        }
    }
}
