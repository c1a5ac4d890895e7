package perennial.decisions.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import perennial.decisions.Decisions.Dropped;
import perennial.decisions.RuleSimulations.Told;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Words;
import perennial.ruleengine.Decision;
import perennial.ruleengine.Decision.Limit;
import perennial.ruleengine.Outcome;
import perennial.ruleengine.Outcome.Given;
import perennial.ruleengine.Valuation;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Kind;
import perennial.rules.Text;
import perennial.rules.Vocabulary;

/** What was decided for one customer and what led there, in the words that are stored and shown. */
public record Case(
        CustomerId customer,
        Map<String, String> inputs,
        List<String> fired,
        List<Chosen> chosen,
        List<Dropped> dropped,
        Given given) {

    /** A decision that is not stored yet. */
    public record Chosen(String kind, Map<String, String> action, List<String> rules, List<Words> caps, Words reason) {}

    public static Case of(CustomerSnapshot snapshot, Outcome outcome) {
        return new Case(
                outcome.customer(),
                inputs(snapshot),
                outcome.fired(),
                outcome.decisions().stream().map(Case::chosen).toList(),
                outcome.dropped().stream().map(Case::dropped).toList(),
                outcome.given());
    }

    /** The name of a channel in the action of a decision. */
    public static String label(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /** Such as contact-cap. */
    public static String label(perennial.ruleengine.Dropped.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Such as marketing.win-back. */
    public static String label(Kind kind) {
        return kind.domain().name().toLowerCase(Locale.ROOT)
                + "."
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call a kind of that label; the label itself where today's rules know no such kind. */
    public static Words title(String label) {
        return Arrays.stream(Kind.values())
                .filter(kind -> label(kind).equals(label))
                .findFirst()
                .map(kind -> words(kind.label()))
                .orElseGet(() -> new Words(label, label));
    }

    /** What an attribute or a verb of the vocabulary means; the word itself where it is in neither. */
    public static Words meaning(String word) {
        Vocabulary vocabulary = Vocabulary.standard();
        return vocabulary
                .attribute(word)
                .map(Vocabulary.Attribute::meaning)
                .or(() -> vocabulary.verb(word).map(Vocabulary.Verb::meaning))
                .map(Case::words)
                .orElseGet(() -> new Words(word, word));
    }

    /** What people call a text among the facts. */
    public static Words name(String text) {
        return words(Names.of(text));
    }

    /** What is known of a customer, by attribute, as it is stored; amounts in major units. */
    public static Map<String, String> inputs(CustomerSnapshot snapshot) {
        Currency currency = Currency.getInstance(snapshot.currency());
        Map<String, String> inputs = new LinkedHashMap<>();
        snapshot.known().forEach((name, value) -> inputs.put(name, input(name, value, currency)));
        return inputs;
    }

    private static String input(String name, Object value, Currency currency) {
        boolean amount = Vocabulary.standard()
                .attribute(name)
                .filter(attribute -> attribute.type() == Vocabulary.Type.AMOUNT)
                .isPresent();
        return amount ? word(new Money(((Number) value).longValue(), currency)) : word(value);
    }

    private static Chosen chosen(Decision decision) {
        Map<String, String> action = action(decision.verb(), decision.arguments());
        decision.channel().ifPresent(channel -> action.put("channel", label(channel)));
        decision.valuation().ifPresent(value -> fill(action, value));
        List<Words> caps =
                decision.limits().stream().map(Limit::effect).map(Case::words).toList();
        return new Chosen(label(decision.kind()), action, decision.rules(), caps, words(decision.reason()));
    }

    private static void fill(Map<String, String> action, Valuation value) {
        action.put("expectedGain", word(value.gain()));
        action.put("expectedCost", word(value.cost()));
        action.put("effect", value.source().name().toLowerCase(Locale.ROOT));
    }

    private static Dropped dropped(perennial.ruleengine.Dropped dropped) {
        return new Dropped(
                label(dropped.kind()),
                action(dropped.verb(), dropped.arguments()),
                dropped.rules(),
                label(dropped.cause()),
                words(dropped.why()));
    }

    private static Map<String, String> action(String verb, Map<String, Object> arguments) {
        Map<String, String> action = new LinkedHashMap<>();
        action.put("verb", verb);
        arguments.forEach((name, value) -> action.put(name, word(value)));
        return action;
    }

    private static String word(Object value) {
        if (value instanceof Money money) {
            return money.toMajor().toPlainString();
        }
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static Words words(Text text) {
        return new Words(text.en(), text.zh());
    }

    /** What was decided, without what led there. */
    public static List<Told> told(Outcome outcome) {
        return outcome.decisions().stream()
                .map(Case::chosen)
                .map(one -> new Told(one.kind(), one.action(), one.reason()))
                .toList();
    }

    /** The attributes that were known. */
    public Collection<String> known() {
        return inputs.keySet();
    }
}
