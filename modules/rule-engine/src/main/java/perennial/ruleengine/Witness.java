package perennial.ruleengine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Vocabulary.Attribute;

/**
 * Looks for a customer of a box.
 *
 * @param impossible whether it is certain that there is none
 * @param known what distinguishes the customer that was found; null when none was
 */
record Witness(boolean impossible, @Nullable Map<String, Object> known) {

    static Witness of(Box box) {
        if (box.empty()) {
            return new Witness(true, null);
        }
        Map<String, Object> known = new LinkedHashMap<>();
        if (!box.relations().isEmpty()) {
            Order order = new Order(box);
            if (order.impossible()) {
                return new Witness(true, null);
            }
            if (!order.assign(known)) {
                return new Witness(false, null);
            }
        }
        box.regions().forEach((name, region) -> known.computeIfAbsent(name, any -> value(region)));
        return new Witness(false, known);
    }

    private static Object value(Region region) {
        Attribute attribute = region.attribute();
        Object ordinary = Scenario.ORDINARY.getOrDefault(attribute.name(), "any");
        return region.values().empty() ? Optional.empty() : region.values().sample(attribute, ordinary);
    }

    /** The customer that was found: an ordinary one but for what distinguishes it. */
    Optional<CustomerSnapshot> customer() {
        return Optional.ofNullable(known).map(Witness::customer);
    }

    private static CustomerSnapshot customer(Map<String, Object> known) {
        Map<String, Object> all = new HashMap<>(Scenario.ORDINARY);
        all.putAll(known);
        return CustomerSnapshot.of(all);
    }

    static CustomerSnapshot ordinary() {
        return customer(Map.of());
    }
}
