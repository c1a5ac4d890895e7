package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.ruleengine.Dropped.Cause;
import perennial.ruleengine.GuardRails.Cap;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Kind;

class GuardRailsTest {
    private static final RuleBook MESSAGE = A.book("orders > 0", "decisions.sendMessage(LOYALTY).by(EMAIL).by(SMS);");
    private static final RuleBook COUPON = A.book("orders > 0", "decisions.offerCoupon(CART_REMINDER, 80).by(EMAIL);");
    private static final RuleBook PRICE = A.book("orders > 0", "decisions.offerPrice(CLEARANCE, 20);");
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void without_a_recorded_consent_nobody_is_contacted() {
        Outcome outcome = MESSAGE.decide(A.customer(Map.of("averageOrder", 10_000)), A.circumstances());
        assertThat(outcome.fired()).hasSize(1);
        assertThat(outcome.decisions()).isEmpty();
        assertThat(causes(outcome)).containsExactly(Cause.NO_CONSENT);
    }

    @Test
    void a_consent_withdrawn_is_no_consent() {
        Outcome outcome =
                MESSAGE.decide(A.reachable(Map.of("emailConsent", false, "smsConsent", false)), A.circumstances());
        assertThat(causes(outcome)).containsExactly(Cause.NO_CONSENT);
    }

    @Test
    void the_next_channel_is_taken_where_the_preferred_one_has_no_consent() {
        Outcome outcome = MESSAGE.decide(A.reachable(Map.of("emailConsent", false)), A.circumstances());
        assertThat(outcome.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.channel()).contains(Channel.SMS);
            assertThat(decision.limits()).singleElement().satisfies(limit -> {
                assertThat(limit.rail()).isEqualTo(Decision.Rail.OTHER_CHANNEL);
                assertThat(limit.effect().en()).startsWith("by text message instead of e-mail");
                assertThat(limit.effect().zh()).contains("短信");
            });
        });
    }

    @Test
    void a_channel_is_used_up_to_its_cap_within_the_window_and_free_again_when_the_window_has_passed() {
        GuardRails rails = rails(Map.of(Channel.EMAIL, new Cap(2, WEEK)), new Cap(9, WEEK));
        Contact now = new Contact(Channel.EMAIL, A.NOW);
        Contact within = new Contact(Channel.EMAIL, A.NOW.minus(WEEK).plusSeconds(1));
        Contact passed = new Contact(Channel.EMAIL, A.NOW.minus(WEEK));
        assertThat(reached(rails, now)).contains(Channel.EMAIL);
        assertThat(reached(rails, now, within)).isEmpty();
        assertThat(reached(rails, now, passed)).contains(Channel.EMAIL);
    }

    @Test
    void the_other_channel_is_taken_when_the_preferred_one_is_at_its_cap() {
        GuardRails rails =
                rails(Map.of(Channel.EMAIL, new Cap(1, WEEK), Channel.SMS, new Cap(1, WEEK)), new Cap(2, WEEK));
        Contact mail = new Contact(Channel.EMAIL, A.NOW);
        Contact push = new Contact(Channel.PUSH, A.NOW);
        assertThat(reached(rails, mail)).contains(Channel.SMS);
        assertThat(reached(rails, mail, push)).isEmpty();
    }

    @Test
    void a_channel_without_a_cap_is_not_used() {
        assertThat(reached(rails(Map.of(), new Cap(9, WEEK)))).isEmpty();
    }

    @Test
    void a_discount_is_lowered_to_the_greatest_allowed() {
        Map<String, Object> cart = Map.of("cartValue", 10_000, "expectedPurchases", 0);
        Outcome outcome = COUPON.decide(A.reachable(cart), A.circumstances());
        assertThat(outcome.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.arguments()).containsEntry("percent", 30.0);
            assertThat(decision.limits().get(0).rail()).isEqualTo(Decision.Rail.MAX_DISCOUNT);
            assertThat(decision.limits().get(0).effect().en())
                    .isEqualTo("discount lowered from 80 % to 30 %, the most allowed");
        });
    }

    @Test
    void a_price_is_never_below_cost_and_least_margin() {
        assertThat(price(2_000, 1_454)).contains(1_600L);
        assertThat(price(2_000, 1_455)).contains(1_601L);
        assertThat(price(2_000, 1_817)).contains(1_999L);
        assertThat(price(2_000, 1_819)).isEmpty();
        assertThat(price(2_000, 3_000)).isEmpty();
    }

    @Test
    void a_price_raised_to_the_floor_says_so_and_states_the_discount_that_is_left() {
        Outcome outcome = PRICE.decide(product(2_000, 1_500), A.circumstances());
        assertThat(outcome.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.arguments())
                    .containsEntry("price", new Money(1_650, A.EURO))
                    .containsEntry("listPrice", new Money(2_000, A.EURO))
                    .containsEntry("percent", 17.5);
            assertThat(decision.limits().get(0).effect().en())
                    .isEqualTo("price raised from 16.00 EUR to 16.50 EUR, the lowest allowed");
        });
    }

    @Test
    void without_a_known_cost_no_price_is_offered() {
        Map<String, Object> known = Map.of("offerProduct", "P", "offerListPrice", 2_000, "orders", 1);
        assertThat(causes(PRICE.decide(A.customer(known), A.circumstances()))).containsExactly(Cause.NO_PRICE);
    }

    @Test
    void a_held_order_drops_every_offer_and_the_review() {
        RuleBook book = A.book(
                "orders > 0",
                "decisions.sendMessage(LOYALTY).by(EMAIL); decisions.reviewOrder(); decisions.blockOrder();");
        Outcome outcome = book.decide(A.reachable(Map.of()), A.circumstances());
        assertThat(kinds(outcome)).containsExactly(Kind.BLOCK_ORDER);
        assertThat(causes(outcome)).containsExactly(Cause.BLOCKED, Cause.BLOCKED);
    }

    @Test
    void a_customer_at_full_price_gets_messages_but_no_discount() {
        RuleBook book = A.book(
                "orders > 0",
                "decisions.keepFullPrice(); decisions.offerCoupon(LOYALTY, 5).by(EMAIL);"
                        + " decisions.sendMessage(LOYALTY).by(EMAIL); decisions.offerPrice(CLEARANCE, 5);");
        Outcome outcome = book.decide(A.reachable(Map.of()), A.circumstances());
        assertThat(kinds(outcome)).containsExactly(Kind.LOYALTY, Kind.NO_DISCOUNT);
        assertThat(causes(outcome)).containsExactly(Cause.FULL_PRICE, Cause.FULL_PRICE);
    }

    @Test
    void the_budget_is_spent_to_the_last_cent_and_not_beyond() {
        Outcome once = COUPON.decide(cart(), A.circumstances());
        long outlay = once.decisions().get(0).valuation().orElseThrow().outlay().minor();
        Budget budget = Budget.of(new Money(2 * outlay, A.EURO));
        Circumstances circumstances = A.circumstances(GuardRails.standard(), ContactHistory.NONE, budget);
        assertThat(COUPON.decide(cart(), circumstances).decisions()).hasSize(1);
        assertThat(COUPON.decide(cart(), circumstances).decisions()).hasSize(1);
        assertThat(budget.left()).isZero();
        assertThat(causes(COUPON.decide(cart(), circumstances))).containsExactly(Cause.BUDGET);
    }

    @Test
    void no_more_decisions_are_made_than_allowed_and_risk_comes_first() {
        RuleBook book = A.book(
                "orders > 0",
                "decisions.keepFullPrice(); decisions.sendMessage(LOYALTY).by(EMAIL); decisions.reviewOrder();");
        GuardRails two = new GuardRails(30, 0.1, GuardRails.standard().caps(), new Cap(3, WEEK), 2);
        Outcome outcome =
                book.decide(A.reachable(Map.of()), A.circumstances(two, ContactHistory.NONE, Budget.unlimited()));
        assertThat(kinds(outcome)).containsExactly(Kind.REVIEW_ORDER, Kind.LOYALTY);
        assertThat(causes(outcome)).containsExactly(Cause.TOO_MANY);
    }

    @Test
    void rails_that_make_no_sense_are_refused() {
        Cap cap = new Cap(1, WEEK);
        assertThatThrownBy(() -> new GuardRails(Double.NaN, 0.1, Map.of(), cap, 1))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new GuardRails(101, 0.1, Map.of(), cap, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new GuardRails(30, -0.1, Map.of(), cap, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new GuardRails(30, 0.1, Map.of(), cap, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Cap(-1, WEEK)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Cap(1, Duration.ZERO)).isInstanceOf(InvalidInputException.class);
    }

    private static GuardRails rails(Map<Channel, Cap> caps, Cap all) {
        return new GuardRails(30, 0.1, caps, all, 3);
    }

    private static Optional<Channel> reached(GuardRails rails, Contact... past) {
        Circumstances circumstances = A.circumstances(rails, customer -> List.of(past), Budget.unlimited());
        Outcome outcome = MESSAGE.decide(A.reachable(Map.of()), circumstances);
        if (outcome.decisions().isEmpty()) {
            assertThat(causes(outcome)).containsExactly(Cause.CONTACT_CAP);
            return Optional.empty();
        }
        return outcome.decisions().get(0).channel();
    }

    private static Optional<Long> price(long listed, long cost) {
        Outcome outcome = PRICE.decide(product(listed, cost), A.circumstances());
        return outcome.decisions().stream()
                .map(decision -> Objects.requireNonNull(
                                (Money) decision.arguments().get("price"))
                        .minor())
                .findFirst();
    }

    private static CustomerSnapshot product(long listed, long cost) {
        Map<String, Object> known = new HashMap<>(Map.of("offerProduct", "P", "orders", 1, "expectedPurchases", 0));
        known.put("offerListPrice", listed);
        known.put("offerCost", cost);
        return A.customer(known);
    }

    private static CustomerSnapshot cart() {
        return A.reachable(Map.of("cartValue", 10_000, "expectedPurchases", 0));
    }

    private static List<Cause> causes(Outcome outcome) {
        return outcome.dropped().stream().map(Dropped::cause).toList();
    }

    private static List<Kind> kinds(Outcome outcome) {
        return outcome.decisions().stream().map(Decision::kind).toList();
    }

    @Test
    void in_quiet_hours_nothing_rings_but_a_mail_may_lie_there_and_the_weekly_run_goes_on() {
        GuardRails quiet = new GuardRails(
                30,
                0.1,
                GuardRails.standard().caps(),
                GuardRails.standard().allChannels(),
                3,
                QuietHours.of("22:00-01:00 UTC"));
        Circumstances atNight = A.circumstances(quiet, ContactHistory.NONE, Budget.unlimited());
        RuleBook ringing = A.book("orders > 0", "decisions.sendMessage(LOYALTY).by(SMS).by(PUSH);");
        Map<String, String> visit = Map.of("moment", "VISIT");
        assertThat(causes(ringing.decide(A.reachable(visit), atNight))).containsExactly(Cause.QUIET_HOURS);
        assertThat(MESSAGE.decide(A.reachable(visit), atNight).decisions()).hasSize(1);
        assertThat(ringing.decide(A.reachable(Map.of()), atNight).decisions()).hasSize(1);
    }

    @Test
    void quiet_hours_begin_with_their_first_minute_end_before_their_last_and_go_on_past_midnight() {
        QuietHours night = QuietHours.of("21:00-08:00 Europe/Berlin");
        assertThat(night.at(Instant.parse("2026-01-05T19:59:59Z"))).isFalse();
        assertThat(night.at(Instant.parse("2026-01-05T20:00:00Z"))).isTrue();
        assertThat(night.at(Instant.parse("2026-01-06T06:59:59Z"))).isTrue();
        assertThat(night.at(Instant.parse("2026-01-06T07:00:00Z"))).isFalse();
        QuietHours noon = QuietHours.of("12:00-14:00 UTC");
        assertThat(noon.at(Instant.parse("2026-01-05T13:00:00Z"))).isTrue();
        assertThat(noon.at(Instant.parse("2026-01-05T14:00:00Z"))).isFalse();
        assertThat(QuietHours.NONE.at(A.NOW)).isFalse();
        assertThat(QuietHours.of(night.toString())).isEqualTo(night);
    }
}
