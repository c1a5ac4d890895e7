package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.decisions.RuleEffects.Effect;
import perennial.decisions.RuleEffects.Lever;
import perennial.decisions.RuleEffects.Source;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.RuleSimulations.Gain;
import perennial.decisions.RuleSimulations.Pair;
import perennial.kernel.Money;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.ContactHistory;
import perennial.ruleengine.Economics;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;

class ComparisonTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Lever MESSAGE = new Lever("sendMessage", "marketing.win-back", Optional.empty());
    private static final EffectTable EFFECTS =
            new EffectTable(List.of(new Effect(MESSAGE, 0.01, 0.005, 0.02, Source.EXPERIMENT)));
    private static final EffectTable NO_EFFECTS = new EffectTable(List.of());

    private static RuleBook book(int orders) {
        return RuleBook.compile(List.of(new RuleSource(
                "marketing/test.drl",
                "rule \"TE-01 a test\" when CustomerSnapshot(orders >= " + orders
                        + ") then decisions.sendMessage(WIN_BACK).by(EMAIL); end\n"
                        + "rule \"TE-02 nobody\" when CustomerSnapshot(orders >= 900) then "
                        + "decisions.sendMessage(LOYALTY).by(EMAIL); end")));
    }

    private static CustomerSnapshot customer(String id, int orders, boolean agreed) {
        Map<String, Object> known = new HashMap<>(
                Map.of("customer", id, "moment", "WEEKLY", "currency", "EUR", "stage", "RETENTION", "orders", orders));
        known.put("averageOrder", 10_000);
        known.put("emailConsent", agreed);
        return CustomerSnapshot.of(known);
    }

    /** Two customers who agreed, with 2 and with 5 orders, and one with 5 who did not. */
    private static Findings compared(EffectTable effects, int live, int draft) {
        Economics economics = effects.economics(EURO);
        RuleBook before = book(live);
        RuleBook after = book(draft);
        Comparison comparison = new Comparison(before, after, effects, economics);
        Circumstances circumstances = new Circumstances(
                Instant.EPOCH, GuardRails.standard(), economics, ContactHistory.NONE, Budget.unlimited());
        for (CustomerSnapshot one :
                List.of(customer("anna", 2, true), customer("berta", 5, true), customer("carla", 5, false))) {
            comparison.add(one, before.decide(one, circumstances), after.decide(one, circumstances));
        }
        return comparison.findings();
    }

    @Test
    void it_tells_who_would_get_something_else() {
        Findings found = compared(EFFECTS, 5, 2);
        assertThat(found.customers()).isEqualTo(3);
        assertThat(found.changed()).isEqualTo(1);
        assertThat(found.gained()).isEqualTo(1);
        assertThat(found.lost()).isZero();
        assertThat(found.kinds()).isEqualTo(Map.of("marketing.win-back", new Pair(1, 2)));
        assertThat(found.dropped()).isEqualTo(Map.of("no-consent", new Pair(1, 1)));
        assertThat(found.examples()).singleElement().satisfies(example -> {
            assertThat(example.customer().value()).isEqualTo("anna");
            assertThat(example.live()).isEmpty();
            assertThat(example.draft()).hasSize(1);
        });
        assertThat(found.rules().get(0).fired()).isEqualTo(new Pair(2, 3));
        assertThat(found.neverFired()).containsExactly("TE-02 nobody");
    }

    @Test
    void the_same_rules_change_nothing() {
        Findings found = compared(EFFECTS, 2, 2);
        assertThat(found.changed()).isZero();
        assertThat(found.liveMoney()).isEqualTo(found.draftMoney());
        assertThat(found.live()).isEqualTo(found.draft());
    }

    /** Each message: 1 % of 100 euros at 40 % margin is 40 cents, from 20 to 80, for one cent. */
    @Test
    void money_has_its_interval_and_says_where_it_is_known_from() {
        Findings found = compared(EFFECTS, 5, 2);
        assertThat(found.draftMoney().cost()).isEqualTo(new Money(2, EURO));
        assertThat(found.draftMoney().gain())
                .contains(new Gain(new Money(80, EURO), new Money(40, EURO), new Money(160, EURO), Source.EXPERIMENT));
    }

    @Test
    void without_an_effect_there_are_counts_and_costs_alone() {
        Findings found = compared(NO_EFFECTS, 5, 2);
        assertThat(found.draftMoney().gain()).isEmpty();
        assertThat(found.draftMoney().unknown()).isEqualTo(2);
        assertThat(found.draftMoney().cost()).isEqualTo(new Money(2, EURO));
    }
}
