package perennial.decisions.jpa;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import perennial.decisions.model.Terms;
import perennial.ruleengine.Economics;
import perennial.ruleengine.Economics.Effect;
import perennial.ruleengine.Economics.Lever;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.GuardRails.Cap;
import perennial.ruleengine.Holdout;
import perennial.ruleengine.QuietHours;
import perennial.rules.Channel;
import perennial.rules.Kind;

/** Terms as the JSON text that they are stored as: the same text for the same terms. */
final class TermsColumn {
    private static final JsonProvider JSON = JsonProvider.provider();

    private TermsColumn() {}

    static String write(Terms terms) {
        return JSON.createObjectBuilder()
                .add("rails", rails(terms.rails()))
                .add("economics", economics(terms.economics()))
                .add("holdout", number(terms.holdout().share()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder rails(GuardRails rails) {
        JsonObjectBuilder caps = JSON.createObjectBuilder();
        new TreeMap<>(rails.caps()).forEach((channel, cap) -> caps.add(channel.name(), cap(cap)));
        return JSON.createObjectBuilder()
                .add("maxDiscount", number(rails.maxDiscount()))
                .add("minMargin", number(rails.minMargin()))
                .add("caps", caps)
                .add("allChannels", cap(rails.allChannels()))
                .add("maxDecisions", rails.maxDecisions())
                .add("quietHours", rails.quietHours().toString());
    }

    private static JsonObjectBuilder cap(Cap cap) {
        return JSON.createObjectBuilder()
                .add("contacts", cap.contacts())
                .add("window", cap.window().toString());
    }

    private static JsonObjectBuilder economics(Economics economics) {
        JsonObjectBuilder costs = JSON.createObjectBuilder();
        new TreeMap<>(economics.contactCost()).forEach((channel, cost) -> costs.add(channel.name(), cost));
        JsonArrayBuilder effects = JSON.createArrayBuilder();
        economics.effects().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Lever::verb)
                        .thenComparing(Lever::kind)
                        .thenComparing(Lever::segment)))
                .forEach(entry -> effects.add(effect(entry.getKey(), entry.getValue())));
        return JSON.createObjectBuilder()
                .add("currency", economics.currency().getCurrencyCode())
                .add("grossMargin", number(economics.grossMargin()))
                .add("horizon", economics.horizon().toString())
                .add("contactCost", costs)
                .add("effects", effects);
    }

    private static JsonObjectBuilder effect(Lever lever, Effect effect) {
        return JSON.createObjectBuilder()
                .add("verb", lever.verb())
                .add("kind", lever.kind().name())
                .add("segment", lever.segment())
                .add("uplift", number(effect.uplift()))
                .add("take", number(effect.take()))
                .add("stake", effect.stake().name())
                .add("source", effect.source().name());
    }

    /** Exact: the shortest text that is read as the same number. */
    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value);
    }

    static Terms read(String column) {
        try (JsonReader reader = JSON.createReader(new StringReader(column))) {
            JsonObject terms = reader.readObject();
            return new Terms(
                    rails(terms.getJsonObject("rails")),
                    economics(terms.getJsonObject("economics")),
                    new Holdout(number(terms, "holdout")));
        }
    }

    private static GuardRails rails(JsonObject rails) {
        Map<Channel, Cap> caps = new EnumMap<>(Channel.class);
        JsonObject stored = rails.getJsonObject("caps");
        stored.keySet().forEach(channel -> caps.put(Channel.valueOf(channel), cap(stored.getJsonObject(channel))));
        return new GuardRails(
                number(rails, "maxDiscount"),
                number(rails, "minMargin"),
                caps,
                cap(rails.getJsonObject("allChannels")),
                rails.getInt("maxDecisions"),
                QuietHours.of(rails.getString("quietHours")));
    }

    private static Cap cap(JsonObject cap) {
        return new Cap(cap.getInt("contacts"), Duration.parse(cap.getString("window")));
    }

    private static Economics economics(JsonObject economics) {
        Map<Channel, Long> costs = new EnumMap<>(Channel.class);
        JsonObject stored = economics.getJsonObject("contactCost");
        stored.keySet()
                .forEach(channel -> costs.put(
                        Channel.valueOf(channel), stored.getJsonNumber(channel).longValueExact()));
        Map<Lever, Effect> effects = new HashMap<>();
        economics
                .getJsonArray("effects")
                .getValuesAs(JsonObject.class)
                .forEach(one -> effects.put(
                        new Lever(one.getString("verb"), Kind.valueOf(one.getString("kind")), one.getString("segment")),
                        effect(one)));
        return new Economics(
                Currency.getInstance(economics.getString("currency")),
                number(economics, "grossMargin"),
                Duration.parse(economics.getString("horizon")),
                costs,
                effects);
    }

    private static Effect effect(JsonObject one) {
        return new Effect(
                number(one, "uplift"),
                number(one, "take"),
                Economics.Stake.valueOf(one.getString("stake")),
                Economics.Source.valueOf(one.getString("source")));
    }

    private static double number(JsonObject object, String name) {
        return object.getJsonNumber(name).doubleValue();
    }
}
