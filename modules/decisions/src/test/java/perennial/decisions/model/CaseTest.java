package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.decisions.Decisions.Dropped;
import perennial.decisions.model.Case.Chosen;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.ContactHistory;
import perennial.ruleengine.Economics;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;
import perennial.rules.ShippedRules;

class CaseTest {
    private static final RuleBook BOOK = RuleBook.compile(ShippedRules.sources());

    /** A first-time buyer who begins to be forgotten, so that a coupon is proposed. */
    private static Case firstTimeBuyer(Map<String, ?> more) {
        Map<String, Object> known = new HashMap<>(
                Map.of("customer", "anna", "moment", "WEEKLY", "currency", "EUR", "stage", "CONVERSION", "orders", 1));
        known.putAll(Map.of("recency", 60, "averageOrder", 20_000, "expectedPurchases", 0.1));
        known.putAll(more);
        CustomerSnapshot snapshot = CustomerSnapshot.of(known);
        Circumstances circumstances = new Circumstances(
                A.NOW, GuardRails.standard(), Economics.assumed(A.EURO), ContactHistory.NONE, Budget.unlimited());
        return Case.of(snapshot, BOOK.decide(snapshot, circumstances));
    }

    @Test
    void a_decision_is_told_with_its_action_rules_and_reason_in_both_languages() {
        Case one = firstTimeBuyer(Map.of("emailConsent", true));
        assertThat(one.fired()).singleElement().asString().startsWith("SP-02 ");
        Chosen chosen = one.chosen().get(0);
        assertThat(chosen.kind()).isEqualTo("marketing.second-purchase");
        assertThat(chosen.rules()).isEqualTo(one.fired());
        assertThat(chosen.action())
                .containsEntry("verb", "offerCoupon")
                .containsEntry("percent", "10")
                .containsEntry("channel", "email")
                .containsEntry("effect", "assumed");
        assertThat(chosen.reason().english()).isEqualTo("One order only, 60 days ago.");
        assertThat(chosen.reason().chinese()).isEqualTo("仅有一单，距今60天。");
    }

    @Test
    void a_cap_that_changed_the_decision_is_told() {
        Case one = firstTimeBuyer(Map.of("emailConsent", false, "smsConsent", true));
        assertThat(one.chosen().get(0).action()).containsEntry("channel", "sms");
        assertThat(one.chosen().get(0).caps()).hasSize(1);
    }

    @Test
    void without_a_recorded_consent_nobody_is_reached_and_the_proposal_says_why() {
        Case one = firstTimeBuyer(Map.of());
        assertThat(one.chosen()).isEmpty();
        Dropped dropped = one.dropped().get(0);
        assertThat(dropped.kind()).isEqualTo("marketing.second-purchase");
        assertThat(dropped.rules()).isEqualTo(one.fired());
        assertThat(dropped.why().english()).isNotBlank();
        assertThat(dropped.why().chinese()).isNotEqualTo(dropped.why().english());
    }

    @Test
    void the_inputs_are_what_was_known_with_amounts_in_major_units() {
        assertThat(firstTimeBuyer(Map.of()).inputs())
                .containsEntry("averageOrder", "200.00")
                .containsEntry("recency", "60")
                .containsEntry("orders", "1")
                .doesNotContainKey("churnProbability");
    }
}
