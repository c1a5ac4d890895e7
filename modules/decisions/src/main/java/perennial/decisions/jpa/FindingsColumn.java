package perennial.decisions.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.decisions.RuleEffects.Source;
import perennial.decisions.RuleSimulations.Example;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.RuleSimulations.Gain;
import perennial.decisions.RuleSimulations.Pair;
import perennial.decisions.RuleSimulations.Purse;
import perennial.decisions.RuleSimulations.RuleFinding;
import perennial.decisions.RuleSimulations.Told;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Words;

/** What a simulation found as the JSON text that it is stored as; amounts are minor units. */
final class FindingsColumn {
    private static final JsonProvider JSON = JsonProvider.provider();

    private FindingsColumn() {}

    static String write(Findings findings) {
        JsonArrayBuilder rules = JSON.createArrayBuilder();
        findings.rules().forEach(rule -> rules.add(rule(rule)));
        JsonArrayBuilder examples = JSON.createArrayBuilder();
        findings.examples()
                .forEach(example -> examples.add(JSON.createObjectBuilder()
                        .add("customer", example.customer().value())
                        .add("live", told(example.live()))
                        .add("draft", told(example.draft()))));
        return JSON.createObjectBuilder()
                .add("live", findings.live())
                .add("draft", findings.draft())
                .add("currency", findings.liveMoney().cost().currency().getCurrencyCode())
                .add("customers", findings.customers())
                .add("changed", findings.changed())
                .add("gained", findings.gained())
                .add("lost", findings.lost())
                .add("kinds", pairs(findings.kinds()))
                .add("rules", rules)
                .add("dropped", pairs(findings.dropped()))
                .add("liveMoney", purse(findings.liveMoney()))
                .add("draftMoney", purse(findings.draftMoney()))
                .add("examples", examples)
                .build()
                .toString();
    }

    private static JsonObjectBuilder rule(RuleFinding rule) {
        return JSON.createObjectBuilder()
                .add("rule", rule.rule())
                .add("fired", pair(rule.fired()))
                .add("decided", pair(rule.decided()))
                .add("inDraft", rule.isInDraft())
                .add("money", purse(rule.money()));
    }

    private static JsonObjectBuilder pairs(Map<String, Pair> pairs) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        pairs.forEach((name, one) -> object.add(name, pair(one)));
        return object;
    }

    private static JsonArrayBuilder pair(Pair pair) {
        return JSON.createArrayBuilder().add(pair.live()).add(pair.draft());
    }

    private static JsonObjectBuilder purse(Purse purse) {
        JsonObjectBuilder object = JSON.createObjectBuilder()
                .add("decisions", purse.decisions())
                .add("cost", purse.cost().minor())
                .add("unknown", purse.unknown());
        purse.gain()
                .ifPresent(gain -> object.add("gain", gain.expected().minor())
                        .add("lower", gain.lower().minor())
                        .add("upper", gain.upper().minor())
                        .add("source", gain.source().name()));
        return object;
    }

    static String write(List<Told> decisions) {
        return told(decisions).build().toString();
    }

    static List<Told> readTold(String column) {
        try (JsonReader reader = JSON.createReader(new StringReader(column))) {
            return told(reader.readArray());
        }
    }

    private static JsonArrayBuilder told(List<Told> decisions) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        decisions.forEach(one -> {
            JsonObjectBuilder action = JSON.createObjectBuilder();
            one.action().forEach(action::add);
            array.add(JSON.createObjectBuilder()
                    .add("kind", one.kind())
                    .add("action", action)
                    .add("en", one.reason().english())
                    .add("zh", one.reason().chinese()));
        });
        return array;
    }

    static Findings read(String column) {
        JsonObject all;
        try (JsonReader reader = JSON.createReader(new StringReader(column))) {
            all = reader.readObject();
        }
        Currency currency = Currency.getInstance(all.getString("currency"));
        return new Findings(
                all.getString("live"),
                all.getString("draft"),
                number(all, "customers"),
                number(all, "changed"),
                number(all, "gained"),
                number(all, "lost"),
                pairs(all.getJsonObject("kinds")),
                all.getJsonArray("rules").getValuesAs(JsonObject.class).stream()
                        .map(rule -> rule(rule, currency))
                        .toList(),
                pairs(all.getJsonObject("dropped")),
                purse(all.getJsonObject("liveMoney"), currency),
                purse(all.getJsonObject("draftMoney"), currency),
                all.getJsonArray("examples").getValuesAs(JsonObject.class).stream()
                        .map(one -> new Example(
                                new CustomerId(one.getString("customer")),
                                told(one.getJsonArray("live")),
                                told(one.getJsonArray("draft"))))
                        .toList());
    }

    private static RuleFinding rule(JsonObject rule, Currency currency) {
        return new RuleFinding(
                rule.getString("rule"),
                pair(rule.getJsonArray("fired")),
                pair(rule.getJsonArray("decided")),
                rule.getBoolean("inDraft"),
                purse(rule.getJsonObject("money"), currency));
    }

    private static Map<String, Pair> pairs(JsonObject object) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        object.keySet().forEach(name -> pairs.put(name, pair(object.getJsonArray(name))));
        return pairs;
    }

    private static Pair pair(JsonArray both) {
        return new Pair(both.getJsonNumber(0).longValue(), both.getJsonNumber(1).longValue());
    }

    private static Purse purse(JsonObject purse, Currency currency) {
        Optional<Gain> gain = purse.containsKey("gain")
                ? Optional.of(new Gain(
                        new Money(number(purse, "gain"), currency),
                        new Money(number(purse, "lower"), currency),
                        new Money(number(purse, "upper"), currency),
                        Source.valueOf(purse.getString("source"))))
                : Optional.empty();
        return new Purse(
                number(purse, "decisions"), new Money(number(purse, "cost"), currency), gain, number(purse, "unknown"));
    }

    private static List<Told> told(JsonArray decisions) {
        return decisions.getValuesAs(JsonObject.class).stream()
                .map(one -> {
                    JsonObject stored = one.getJsonObject("action");
                    Map<String, String> action = new LinkedHashMap<>();
                    stored.keySet().forEach(name -> action.put(name, stored.getString(name)));
                    return new Told(one.getString("kind"), action, new Words(one.getString("en"), one.getString("zh")));
                })
                .toList();
    }

    private static long number(JsonObject object, String name) {
        JsonNumber number = object.getJsonNumber(name);
        return number.longValue();
    }
}
