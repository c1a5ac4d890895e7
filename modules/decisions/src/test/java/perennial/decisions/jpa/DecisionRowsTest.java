package perennial.decisions.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.Decisions.Dropped;
import perennial.decisions.Decisions.RuleUse;
import perennial.decisions.Decisions.Trace;
import perennial.decisions.RuleEffects.Source;
import perennial.decisions.RuleSimulations.Gain;
import perennial.decisions.RuleSimulations.Purse;
import perennial.decisions.model.Case;
import perennial.decisions.model.Case.Chosen;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.migrations.Databases;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.ruleengine.Outcome.Given;
import perennial.rules.Channel;

class DecisionRowsTest {
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Run FIRST = new Run(1, MONDAY);
    private static final Run SECOND = new Run(2, MONDAY.plus(Duration.ofDays(7)));
    private static final CustomerId ANNA = new CustomerId("anna");
    private static final CustomerId BERTA = new CustomerId("berta");
    private static final List<String> RULES = List.of("WB-03 a valuable customer has gone silent");
    private static final Map<String, String> INPUTS = Map.of("customer", "anna", "spend", "12.30");
    private static final Map<String, String> VERSIONS = Map.of("rules", "abc", "run", "1");
    private static final Words CAP = new Words("20 % became 10 %", "20%降为10%");
    private static final Words REASON = new Words("She said \"gone\".", "已沉默。");
    private static final Chosen COUPON = new Chosen(
            "marketing.win-back", Map.of("verb", "offerCoupon", "channel", "email"), RULES, List.of(CAP), REASON);
    private static final Chosen REVIEW =
            new Chosen("risk.review-order", Map.of("verb", "reviewOrder"), RULES, List.of(), REASON);
    private static final Chosen NOTICE = new Chosen(
            "service.order-check", Map.of("verb", "sendNotice", "channel", "email"), RULES, List.of(), REASON);
    private static final Dropped DROPPED = new Dropped(
            "marketing.loyalty", Map.of("verb", "sendMessage"), RULES, "outbid", new Words("outbid", "未选中"));

    private static final Given GIVEN = new Given(List.of(), OptionalLong.empty());

    private static Case decided(CustomerId customer, Chosen... chosen) {
        return new Case(customer, INPUTS, RULES, List.of(chosen), List.of(DROPPED), GIVEN);
    }

    private static DecisionRows decidedBy(Run run, DataSource database, Case... cases) {
        DecisionRows rows = new DecisionRows(database);
        rows.add(run, List.of(cases));
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void a_decision_is_read_back_with_everything_that_led_to_it(Databases database) {
        DataSource source = database.fresh();
        DecisionRows rows = decidedBy(FIRST, source, decided(ANNA, COUPON));
        new RuleUses(source)
                .add(FIRST, VERSIONS, OptionalLong.empty(), new RuleUse("abc", Map.of(), Map.of(), Optional.empty()));
        Decision decision = rows.of(FIRST, ANNA).get(0);
        assertThat(decision)
                .isEqualTo(new Decision(
                        decision.id(),
                        ANNA,
                        MONDAY,
                        "weekly",
                        "marketing.win-back",
                        COUPON.action(),
                        RULES,
                        INPUTS,
                        VERSIONS,
                        List.of(CAP),
                        REASON));
        assertThat(rows.of(FIRST, BERTA)).isEmpty();
        assertThat(rows.of(SECOND, ANNA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_decisions_of_a_run_are_paged_by_their_ids_without_those_of_another(Databases database) {
        DataSource source = database.fresh();
        DecisionRows rows = decidedBy(FIRST, source, decided(ANNA, COUPON, REVIEW), decided(BERTA, COUPON));
        rows.add(SECOND, List.of(decided(ANNA, COUPON)));
        new RuleUses(source)
                .add(FIRST, VERSIONS, OptionalLong.empty(), new RuleUse("abc", Map.of(), Map.of(), Optional.empty()));
        List<Decision> page = rows.page(FIRST, 0, 2);
        assertThat(page).isEqualTo(rows.of(FIRST, ANNA));
        assertThat(rows.page(FIRST, page.get(1).id(), 2)).isEqualTo(rows.of(FIRST, BERTA));
    }

    @ParameterizedTest
    @EnumSource
    void the_trace_tells_what_was_dropped_of_one_for_whom_nothing_was_decided_too(Databases database) {
        DecisionRows rows = decidedBy(FIRST, database.fresh(), decided(BERTA));
        assertThat(rows.trace(FIRST, BERTA)).contains(new Trace(INPUTS, RULES, List.of(DROPPED)));
        assertThat(rows.trace(FIRST, ANNA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void decisions_are_counted_by_kind_and_by_customer(Databases database) {
        DecisionRows rows = decidedBy(FIRST, database.fresh(), decided(ANNA, COUPON, REVIEW), decided(BERTA, COUPON));
        assertThat(rows.counts(FIRST)).isEqualTo(Map.of("marketing.win-back", 2L, "risk.review-order", 1L));
        assertThat(rows.counts(FIRST, List.of(ANNA, new CustomerId("nobody")))).isEqualTo(Map.of(ANNA, 2L));
        assertThat(rows.counts(SECOND)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_one_run_decided_can_be_dropped_and_decided_anew(Databases database) {
        DecisionRows rows = decidedBy(FIRST, database.fresh(), decided(ANNA, COUPON));
        rows.add(SECOND, List.of(decided(ANNA, COUPON)));
        rows.forget(SECOND);
        rows.add(SECOND, List.of(decided(ANNA, REVIEW)));
        assertThat(rows.counts(SECOND)).containsOnlyKeys("risk.review-order");
        assertThat(rows.counts(FIRST)).containsOnlyKeys("marketing.win-back");
    }

    @ParameterizedTest
    @EnumSource
    void past_contacts_are_those_of_earlier_runs_that_reached_the_customer(Databases database) {
        DecisionRows rows = decidedBy(FIRST, database.fresh(), decided(ANNA, COUPON, REVIEW));
        rows.add(SECOND, List.of(decided(ANNA, COUPON)));
        Instant monthAgo = MONDAY.minus(Duration.ofDays(30));
        assertThat(rows.contacts(new CustomerSpan(ANNA, BERTA), monthAgo, SECOND.asOf(), Optional.empty()))
                .isEqualTo(Map.of(ANNA, List.of(new Contact(Channel.EMAIL, MONDAY))));
        assertThat(rows.contacts(CustomerSpan.only(ANNA), MONDAY, SECOND.asOf(), Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void who_was_told_of_an_order_or_a_case_of_their_own_has_not_been_reached_for_the_caps(Databases database) {
        DecisionRows rows = decidedBy(FIRST, database.fresh(), decided(ANNA, NOTICE));
        Instant weekAgo = MONDAY.minus(Duration.ofDays(7));
        assertThat(rows.counts(FIRST)).containsOnlyKeys("service.order-check");
        assertThat(rows.contacts(CustomerSpan.only(ANNA), weekAgo, SECOND.asOf(), Optional.of(FIRST)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_run_in_force_has_reached_the_customer_at_its_own_instant_too(Databases database) {
        DecisionRows rows = decidedBy(FIRST, database.fresh(), decided(ANNA, COUPON));
        Instant weekAgo = MONDAY.minus(Duration.ofDays(7));
        assertThat(rows.contacts(CustomerSpan.only(ANNA), weekAgo, MONDAY, Optional.empty()))
                .isEmpty();
        assertThat(rows.contacts(CustomerSpan.only(ANNA), weekAgo, MONDAY, Optional.of(FIRST)))
                .isEqualTo(Map.of(ANNA, List.of(new Contact(Channel.EMAIL, MONDAY))));
    }

    @ParameterizedTest
    @EnumSource
    void the_use_of_rules_is_kept_with_zeros_and_note_and_can_be_replaced(Databases database) {
        RuleUses uses = new RuleUses(database.fresh());
        Purse earned =
                new Purse(3, euros(210), Optional.of(new Gain(euros(900), euros(450), euros(1350), Source.ASSUMED)), 1);
        Purse spent = new Purse(2, euros(70), Optional.empty(), 2);
        RuleUse use = new RuleUse(
                "abc",
                Map.of("WB-01 x", 0L, "WB-02 y", 3L, "WB-03 z", 2L),
                Map.of("WB-02 y", earned, "WB-03 z", spent),
                Optional.of(CAP));
        assertThat(uses.of(FIRST)).isEmpty();
        uses.add(FIRST, VERSIONS, OptionalLong.empty(), use);
        assertThat(uses.of(FIRST)).contains(use);
        uses.forget(FIRST);
        RuleUse again = new RuleUse("def", Map.of("WB-01 x", 1L), Map.of(), Optional.empty());
        uses.add(FIRST, VERSIONS, OptionalLong.empty(), again);
        assertThat(uses.of(FIRST)).contains(again);
    }

    private static Money euros(long cents) {
        return new Money(cents, Currency.getInstance("EUR"));
    }
}
