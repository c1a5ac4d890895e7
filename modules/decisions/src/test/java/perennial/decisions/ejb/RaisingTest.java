package perennial.decisions.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.Customers.Consent;
import perennial.activity.Customers.Customer;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.analytics.lifecycle.Stage;
import perennial.decisions.Alarms.Alarm;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.LiveDecisions.Answer;
import perennial.decisions.Moment;
import perennial.decisions.jpa.AlarmRows;
import perennial.decisions.jpa.DecisionRows;
import perennial.decisions.jpa.OccasionRows;
import perennial.decisions.model.Base;
import perennial.decisions.model.Case;
import perennial.decisions.model.Conditions;
import perennial.decisions.model.Known;
import perennial.decisions.model.Offers;
import perennial.decisions.model.Ranks;
import perennial.decisions.model.Snapshots;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.migrations.Databases;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.Economics;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;
import perennial.rules.ShippedRules;

/** Days go by under a clock that the test turns; rules, caps and both databases are those of the product. */
class RaisingTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final RuleBook SHIPPED = RuleBook.compile(ShippedRules.sources());
    private static final FeatureFold FOLD = new FeatureFold(FeatureFold.Settings.recordingAll(ZoneOffset.UTC, 2));
    private static final Instant MONDAY = Instant.parse("2025-06-02T03:00:00Z");
    private static final Run RUN = new Run(1, MONDAY);
    private static final CustomerId ANNA = new CustomerId("anna");

    /** A clock that stands until it is turned. */
    private static final class Hand extends Clock {
        private Instant now = MONDAY;

        void turn(Duration on) {
            now = now.plus(on);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Anna, who buys every ten days, and what the product makes of her days. */
    private static final class Watch {
        private final Hand clock = new Hand();
        private final List<Purchase> purchases = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private final OccasionRows occasions;
        private final DecisionRows decisions;
        private final AlarmRows alarms;
        private Stage stage = Stage.ACTIVE;
        private boolean consents = true;

        Watch(DataSource database) {
            occasions = new OccasionRows(database);
            decisions = new DecisionRows(database);
            alarms = new AlarmRows(database);
            for (int days = 24; days <= 74; days += 10) {
                buys(MONDAY.minus(Duration.ofDays(days)));
            }
        }

        private void buys(Instant at) {
            purchases.add(new Purchase(
                    "o" + purchases.size(),
                    at,
                    List.of(new Purchase.Line("mug", Optional.empty(), 1, 5_000)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }

        void buysNow() {
            buys(clock.instant());
        }

        void putsIntoTheCart() {
            events.add(new Event(clock.instant(), Event.Kind.CART, "mug", OptionalDouble.of(1)));
        }

        void ratesAServiceCase(double rating) {
            events.add(new Event(clock.instant(), Event.Kind.SERVICE_CASE, "delivery", OptionalDouble.of(rating)));
        }

        private History history() {
            return new History(ANNA, Optional.empty(), purchases, List.of(), events);
        }

        /** What the product does whenever it looks at her. */
        int looksAgain() {
            Features now = FOLD.fold(history(), clock.instant());
            Conditions.Situation situation = new Conditions.Situation(
                    RUN,
                    clock.instant(),
                    stage,
                    now,
                    Optional.of(FOLD.fold(history(), RUN.asOf())),
                    history().before(clock.instant()));
            return Raising.raise(
                    Conditions.standard().happenings(situation), Optional.of(customer()), alarms, this::decide);
        }

        private Customer customer() {
            Consent mail = new Consent("email", consents, Optional.of(MONDAY.minus(Duration.ofDays(90))), false);
            return new Customer(ANNA, Optional.empty(), Map.of(), List.of(mail));
        }

        private Answer decide(Moment moment) {
            Instant now = clock.instant();
            Known known = new Known(
                    FeatureRow.of(FOLD, history(), now),
                    stage,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    customer().consents());
            CustomerSnapshot snapshot = new Snapshots(shop(), now).of(known, moment.name());
            Circumstances circumstances = new Circumstances(
                    now,
                    GuardRails.standard(),
                    Economics.assumed(EURO),
                    id -> decisions
                            .contacts(CustomerSpan.only(id), now.minus(Duration.ofDays(30)), now, Optional.of(RUN))
                            .getOrDefault(id, List.of()),
                    Budget.unlimited());
            Case decided = Case.of(snapshot, SHIPPED.decide(snapshot, circumstances));
            return occasions.add(RUN, moment, now, Map.of(), decided);
        }

        private static Base shop() {
            return new Base(
                    EURO,
                    Optional.empty(),
                    Ranks.of(LongStream.empty()),
                    Ranks.of(LongStream.empty()),
                    Offers.of(List.of(), Map.of(), 90),
                    Map.of("mug", 5_000L));
        }

        List<Moment> raised() {
            return alarms.latest(ANNA, 50).stream().map(Alarm::moment).toList();
        }

        List<String> answered() {
            return occasions.latest(ANNA, 50).stream().map(Decision::kind).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_silence_that_outgrows_the_customers_rhythm_between_runs_is_answered_with_an_offer_once(Databases database) {
        DataSource source = database.fresh();
        Watch anna = new Watch(source);
        assertThat(anna.looksAgain()).isZero();
        anna.clock.turn(Duration.ofDays(2));
        assertThat(anna.looksAgain()).isEqualTo(1);
        assertThat(anna.answered()).containsExactly("marketing.win-back");
        anna.clock.turn(Duration.ofHours(1));
        assertThat(anna.looksAgain()).isZero();
        anna.clock.turn(Duration.ofDays(3));
        assertThat(anna.looksAgain()).isZero();
        assertThat(anna.raised()).containsExactly(Moment.SILENCE);
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_starts_again_does_not_raise_again_what_was_raised(Databases database) {
        DataSource source = database.fresh();
        Watch before = new Watch(source);
        before.clock.turn(Duration.ofDays(2));
        before.looksAgain();
        Watch after = new Watch(source);
        after.clock.turn(Duration.ofDays(2));
        assertThat(after.looksAgain()).isZero();
        assertThat(after.answered()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_buys_and_falls_silent_anew_is_another_silence(Databases database) {
        Watch anna = new Watch(database.fresh());
        anna.clock.turn(Duration.ofDays(2));
        anna.looksAgain();
        anna.buysNow();
        anna.clock.turn(Duration.ofDays(20));
        assertThat(anna.looksAgain()).isZero();
        anna.clock.turn(Duration.ofDays(20));
        assertThat(anna.looksAgain()).isEqualTo(1);
        assertThat(anna.raised()).containsExactly(Moment.SILENCE, Moment.SILENCE);
    }

    @ParameterizedTest
    @EnumSource
    void of_who_has_left_or_refused_to_be_contacted_nothing_is_raised(Databases database) {
        Watch gone = new Watch(database.fresh());
        gone.stage = Stage.CHURNED;
        gone.clock.turn(Duration.ofDays(2));
        assertThat(gone.looksAgain()).isZero();
        Watch silent = new Watch(database.fresh());
        silent.consents = false;
        silent.clock.turn(Duration.ofDays(2));
        assertThat(silent.looksAgain()).isZero();
        assertThat(silent.raised()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_cart_is_raised_when_it_has_stood_for_a_day_and_not_again_until_another_one_stands(Databases database) {
        Watch anna = new Watch(database.fresh());
        anna.buysNow();
        anna.clock.turn(Duration.ofDays(1));
        anna.putsIntoTheCart();
        anna.clock.turn(Duration.ofHours(23));
        assertThat(anna.looksAgain()).isZero();
        anna.clock.turn(Duration.ofHours(1));
        assertThat(anna.looksAgain()).isEqualTo(1);
        assertThat(anna.answered()).containsExactly("marketing.cart-reminder");
        anna.clock.turn(Duration.ofDays(1));
        assertThat(anna.looksAgain()).isZero();
        anna.buysNow();
        anna.clock.turn(Duration.ofDays(1));
        anna.putsIntoTheCart();
        anna.clock.turn(Duration.ofDays(1));
        assertThat(anna.looksAgain()).isEqualTo(1);
        assertThat(anna.raised()).containsExactly(Moment.CART, Moment.CART);
    }

    @ParameterizedTest
    @EnumSource
    void a_service_case_is_raised_when_it_went_badly_and_only_then(Databases database) {
        Watch anna = new Watch(database.fresh());
        anna.buysNow();
        anna.clock.turn(Duration.ofHours(1));
        anna.ratesAServiceCase(5);
        anna.clock.turn(Duration.ofHours(1));
        assertThat(anna.looksAgain()).isZero();
        anna.ratesAServiceCase(1);
        anna.clock.turn(Duration.ofHours(1));
        assertThat(anna.looksAgain()).isEqualTo(1);
        assertThat(anna.raised()).containsExactly(Moment.SERVICE);
        assertThat(anna.answered()).containsExactlyInAnyOrder("marketing.service-recovery", "service.case-care");
        assertThat(anna.looksAgain()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void alarms_are_told_to_the_rules_but_nothing_but_notices_reaches_anybody_beyond_the_caps(Databases database) {
        Watch anna = new Watch(database.fresh());
        anna.buysNow();
        for (int i = 0; i < 4; i++) {
            anna.clock.turn(Duration.ofHours(1));
            anna.ratesAServiceCase(1);
            anna.clock.turn(Duration.ofHours(1));
            anna.looksAgain();
        }
        assertThat(anna.raised()).hasSize(4);
        assertThat(anna.answered())
                .filteredOn(kind -> kind.startsWith("marketing."))
                .hasSize(2);
        assertThat(anna.answered()).filteredOn("service.case-care"::equals).hasSize(4);
    }
}
