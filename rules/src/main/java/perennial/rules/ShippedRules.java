package perennial.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The rules that ship with the product, as files beside their scenarios. */
public final class ShippedRules {
    private static final List<String> RULES = List.of(
            "marketing/welcome.drl",
            "marketing/second-purchase.drl",
            "marketing/win-back.drl",
            "marketing/cart.drl",
            "marketing/loyalty.drl",
            "marketing/cross-sell.drl",
            "marketing/quiet.drl",
            "marketing/service-recovery.drl",
            "pricing/loyalty-price.drl",
            "pricing/clearance.drl",
            "pricing/price-match.drl",
            "pricing/margin-protection.drl",
            "risk/orders.drl",
            "risk/returns.drl",
            "service/order-notices.drl",
            "service/case-notices.drl");
    private static final List<String> PARAMETERS = List.of(
            "marketing/parameters.yaml", "pricing/parameters.yaml", "risk/parameters.yaml", "service/parameters.yaml");

    private ShippedRules() {}

    /** The rules, their named numbers and their scenarios: everything that a rule book is made of. */
    public static List<RuleSource> sources() {
        Stream<RuleSource> rules =
                Stream.concat(PARAMETERS.stream(), RULES.stream()).map(ShippedRules::source);
        return Stream.concat(rules, scenarios().stream()).toList();
    }

    /** Scenarios, one file beside each file of rules. */
    public static List<RuleSource> scenarios() {
        return RULES.stream().map(path -> source(path.replace(".drl", ".yaml"))).toList();
    }

    private static RuleSource source(String path) {
        try (InputStream file = Objects.requireNonNull(ShippedRules.class.getResourceAsStream(path), path)) {
            return new RuleSource(path, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
