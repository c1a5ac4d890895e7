package perennial.ruleengine;

import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;

/** Makes what tests need, in words: a customer who differs from an ordinary one, a book of one rule. */
final class A {
    static final Currency EURO = Currency.getInstance("EUR");
    static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");

    private A() {}

    static CustomerSnapshot customer(Map<String, ?> known) {
        Map<String, Object> all = new HashMap<>(
                Map.of("customer", "1001", "moment", "WEEKLY", "currency", "EUR", "stage", "RETENTION", "orders", 2));
        all.putAll(known);
        return CustomerSnapshot.of(all);
    }

    static CustomerSnapshot reachable(Map<String, ?> known) {
        Map<String, Object> all = new HashMap<>(
                Map.of("emailConsent", true, "smsConsent", true, "pushConsent", true, "averageOrder", 10_000));
        all.putAll(known);
        return customer(all);
    }

    static Circumstances circumstances() {
        return circumstances(GuardRails.standard(), ContactHistory.NONE, Budget.unlimited());
    }

    static Circumstances circumstances(GuardRails rails, ContactHistory contacts, Budget budget) {
        return new Circumstances(NOW, rails, Economics.assumed(EURO), contacts, budget);
    }

    static String rule(String conditions, String calls) {
        return "rule \"TE-01 a rule of a test\" when CustomerSnapshot(" + conditions + ") then " + calls + " end\n";
    }

    static RuleSource source(String text) {
        return new RuleSource("marketing/test.drl", text);
    }

    static RuleBook book(String conditions, String calls) {
        return RuleBook.compile(List.of(source(rule(conditions, calls))));
    }
}
