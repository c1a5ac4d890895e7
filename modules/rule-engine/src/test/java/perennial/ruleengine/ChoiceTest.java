package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.ruleengine.Dropped.Cause;
import perennial.ruleengine.Economics.Effect;
import perennial.ruleengine.Economics.Lever;
import perennial.ruleengine.Economics.Source;
import perennial.ruleengine.Economics.Stake;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Kind;

/** Orders of 100 euro, a gross margin of 40 per cent, a message that adds 2 orders in 100 and a coupon that adds 5. */
class ChoiceTest {
    private static final Lever MESSAGE = new Lever("sendMessage", Kind.LOYALTY);
    private static final Lever COUPON = new Lever("offerCoupon", Kind.LOYALTY);
    private static final RuleBook BOTH = A.book(
            "orders >= 0", "decisions.sendMessage(LOYALTY).by(EMAIL); decisions.offerCoupon(LOYALTY, 10).by(EMAIL);");

    @Test
    void a_coupon_brings_its_uplift_times_what_is_left_of_the_margin_and_costs_what_others_take_anyway() {
        Valuation value = coupon(0.5);
        double anyway = 1 - Math.exp(-0.5 * 73 / 365);
        assertThat(value.gain()).isEqualTo(euros(150));
        assertThat((double) value.cost().minor()).isCloseTo(anyway * 1_000 + 10, within(0.5));
        assertThat((double) value.outlay().minor()).isCloseTo(anyway * 1_000 + 50 + 10, within(0.5));
        assertThat(value.net()).isEqualTo(value.gain().minus(value.cost()));
        assertThat(value.source()).isEqualTo(Source.EXPERIMENT);
    }

    @Test
    void who_orders_anyway_gets_a_message_and_who_does_not_gets_the_coupon() {
        assertThat(verb(decide(A.reachable(Map.of("expectedPurchases", 0))))).isEqualTo("offerCoupon");
        assertThat(verb(decide(A.reachable(Map.of("expectedPurchases", 1))))).isEqualTo("sendMessage");
    }

    @Test
    void the_choice_turns_where_both_are_worth_the_same() {
        double turn = -Math.log(1 - 0.07) * 365 / 73;
        assertThat(verb(decide(A.reachable(Map.of("expectedPurchases", turn - 0.01)))))
                .isEqualTo("offerCoupon");
        assertThat(verb(decide(A.reachable(Map.of("expectedPurchases", turn + 0.01)))))
                .isEqualTo("sendMessage");
    }

    @Test
    void the_proposal_that_was_not_taken_says_that_another_was_worth_more() {
        assertThat(decide(A.reachable(Map.of("expectedPurchases", 0))).dropped())
                .singleElement()
                .satisfies(dropped -> {
                    assertThat(dropped.cause()).isEqualTo(Cause.OUTBID);
                    assertThat(dropped.verb()).isEqualTo("sendMessage");
                });
    }

    @Test
    void a_buyer_without_a_forecast_is_taken_to_order_anyway_and_a_newcomer_is_not() {
        assertThat(verb(decide(A.reachable(Map.of("orders", 3))))).isEqualTo("sendMessage");
        assertThat(verb(decide(A.reachable(Map.of("orders", 0))))).isEqualTo("offerCoupon");
    }

    @Test
    void what_costs_more_than_it_brings_is_dropped_with_both_figures() {
        RuleBook coupon = A.book("orders >= 0", "decisions.offerCoupon(LOYALTY, 30).by(EMAIL);");
        Outcome outcome = coupon.decide(A.reachable(Map.of("expectedPurchases", 1)), circumstances(economics()));
        assertThat(outcome.dropped()).singleElement().satisfies(dropped -> {
            assertThat(dropped.cause()).isEqualTo(Cause.NOT_WORTH_IT);
            assertThat(dropped.why().en()).isEqualTo("expected to bring 0.50 EUR and to cost 5.54 EUR");
        });
    }

    @Test
    void a_discount_beyond_the_margin_brings_less_than_nothing() {
        RuleBook coupon = A.book("orders >= 0", "decisions.offerCoupon(LOYALTY, 30).by(EMAIL);");
        Economics thin = new Economics(
                A.EURO, 0.2, Duration.ofDays(73), Map.of(), economics().effects());
        Outcome outcome = coupon.decide(A.reachable(Map.of("expectedPurchases", 0)), circumstances(thin));
        assertThat(outcome.dropped().get(0).why().en()).startsWith("expected to bring -0.50 EUR");
    }

    @Test
    void a_proposal_of_unknown_value_comes_after_those_that_are_worth_something() {
        Economics onlyCoupon = new Economics(
                A.EURO,
                0.4,
                Duration.ofDays(73),
                Map.of(),
                Map.of(COUPON, new Effect(0.05, 1, Stake.ORDER, Source.ASSUMED)));
        CustomerSnapshot newcomer = A.reachable(Map.of("orders", 0));
        Outcome outcome = BOTH.decide(newcomer, circumstances(onlyCoupon));
        assertThat(verb(outcome)).isEqualTo("offerCoupon");
        Economics nothing = new Economics(A.EURO, 0.4, Duration.ofDays(73), Map.of(), Map.of());
        Decision unknown =
                BOTH.decide(newcomer, circumstances(nothing)).decisions().get(0);
        assertThat(unknown.valuation()).isEmpty();
    }

    @Test
    void a_proposal_the_budget_does_not_cover_gives_way_to_a_cheaper_one() {
        Circumstances poor =
                new Circumstances(A.NOW, GuardRails.standard(), economics(), ContactHistory.NONE, Budget.of(euros(59)));
        Outcome outcome = BOTH.decide(A.reachable(Map.of("expectedPurchases", 0)), poor);
        assertThat(verb(outcome)).isEqualTo("sendMessage");
        assertThat(outcome.dropped()).extracting(Dropped::cause).containsExactly(Cause.BUDGET);
        assertThat(poor.budget().left()).isEqualTo(49);
    }

    @Test
    void the_order_of_rules_in_the_book_does_not_matter() {
        String message = A.rule("orders >= 0", "decisions.sendMessage(LOYALTY).by(EMAIL);");
        String coupon = A.rule("orders >= 0", "decisions.offerCoupon(LOYALTY, 10).by(EMAIL);")
                .replace("TE-01", "TE-02");
        CustomerSnapshot customer = A.reachable(Map.of("expectedPurchases", 0));
        assertThat(RuleBook.compile(List.of(A.source(message + coupon)))
                        .decide(customer, A.circumstances())
                        .decisions())
                .isEqualTo(RuleBook.compile(List.of(A.source(coupon + message)))
                        .decide(customer, A.circumstances())
                        .decisions());
    }

    @Test
    void economics_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Economics(A.EURO, Double.NaN, Duration.ofDays(1), Map.of(), Map.of()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Economics(A.EURO, 0.4, Duration.ZERO, Map.of(), Map.of()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Effect(Double.NaN, 0, Stake.ORDER, Source.ASSUMED))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Effect(0.1, 1.1, Stake.ORDER, Source.ASSUMED))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Budget.of(euros(-1))).isInstanceOf(InvalidInputException.class);
    }

    private static Valuation coupon(double expectedPurchases) {
        RuleBook book = A.book("orders >= 0", "decisions.offerCoupon(LOYALTY, 10).by(EMAIL);");
        Economics strong = new Economics(
                A.EURO,
                0.4,
                Duration.ofDays(73),
                Map.of(Channel.EMAIL, 10L),
                Map.of(COUPON, new Effect(0.05, 1, Stake.ORDER, Source.EXPERIMENT)));
        Outcome outcome = book.decide(
                A.reachable(Map.of("averageOrder", 10_000, "expectedPurchases", expectedPurchases)),
                circumstances(strong));
        return outcome.decisions().get(0).valuation().orElseThrow();
    }

    private static Economics economics() {
        return new Economics(
                A.EURO,
                0.4,
                Duration.ofDays(73),
                Map.of(Channel.EMAIL, 10L),
                Map.of(
                        MESSAGE, new Effect(0.02, 1, Stake.ORDER, Source.EXPERIMENT),
                        COUPON, new Effect(0.05, 1, Stake.ORDER, Source.EXPERIMENT)));
    }

    private static Outcome decide(CustomerSnapshot snapshot) {
        return BOTH.decide(snapshot, circumstances(economics()));
    }

    private static Circumstances circumstances(Economics economics) {
        return new Circumstances(A.NOW, GuardRails.standard(), economics, ContactHistory.NONE, Budget.unlimited());
    }

    private static String verb(Outcome outcome) {
        assertThat(outcome.decisions()).hasSize(1);
        return outcome.decisions().get(0).verb();
    }

    private static Money euros(long cents) {
        return new Money(cents, A.EURO);
    }
}
