package perennial.analytics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import perennial.analytics.features.Feature.Unit;
import perennial.analytics.history.Cancellation;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.CustomerId;

class FeatureFoldPropertyTest {
    private static final Instant CUT = Instant.parse("2025-06-15T13:20:00Z");
    private static final int TRIES = 1000;

    private static FeatureFold fold(ZoneId zone) {
        return new FeatureFold(FeatureFold.Settings.recordingAll(zone, 2));
    }

    private static final FeatureFold FOLD = fold(ZoneId.of("Europe/Berlin"));

    @Property(tries = TRIES, seed = "11")
    void adding_events_at_or_after_the_cut_never_changes_a_feature(
            @ForAll("past") History past, @ForAll("future") History future) {
        History whole = joined(past, future);

        assertThat(FOLD.fold(whole, CUT)).isEqualTo(FOLD.fold(past, CUT));
        assertThat(FOLD.tastes(whole, CUT)).isEqualTo(FOLD.tastes(past, CUT));
    }

    @Property(tries = TRIES, seed = "12")
    void changing_or_deleting_events_at_or_after_the_cut_never_changes_a_feature(
            @ForAll("past") History past, @ForAll("future") History one, @ForAll("future") History other) {
        assertThat(FOLD.fold(joined(past, one), CUT)).isEqualTo(FOLD.fold(joined(past, other), CUT));
    }

    @Property(tries = TRIES, seed = "13")
    void the_order_in_which_facts_arrive_does_not_matter(@ForAll("crowded") History history, @ForAll long seed) {
        Random chance = new Random(seed);
        History shuffled = new History(
                history.customer(),
                history.registered(),
                shuffled(history.purchases(), chance),
                shuffled(history.cancellations(), chance),
                shuffled(history.events(), chance));

        assertThat(FOLD.fold(shuffled, CUT)).isEqualTo(FOLD.fold(history, CUT));
        assertThat(FOLD.tastes(shuffled, CUT)).isEqualTo(FOLD.tastes(history, CUT));
    }

    @Property(tries = TRIES, seed = "14")
    void scaling_all_amounts_scales_money_and_nothing_else(
            @ForAll("past") History history, @ForAll @IntRange(min = 2, max = 50) int factor) {
        Features before = FOLD.fold(history, CUT);
        Features after = FOLD.fold(scaled(history, factor), CUT);

        assertThat(after.known().keySet()).isEqualTo(before.known().keySet());
        before.known().forEach((feature, value) -> {
            double expected = feature.unit() == Unit.MONEY ? factor * value : value;
            assertThat(after.known().get(feature))
                    .as(feature.label())
                    .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        });
    }

    @Property(tries = TRIES, seed = "15")
    void shifting_all_facts_and_the_cut_by_whole_days_changes_no_feature(
            @ForAll("past") History history,
            @ForAll @IntRange(min = -2000, max = 2000) int days,
            @ForAll @IntRange(min = -12, max = 14) int offset) {
        Duration by = Duration.ofDays(days);
        FeatureFold fixed = fold(ZoneOffset.ofHours(offset));

        assertThat(fixed.fold(shifted(history, by), CUT.plus(by)).known())
                .isEqualTo(fixed.fold(history, CUT).known());
    }

    @Property(tries = TRIES, seed = "16")
    void every_known_value_lies_in_the_domain_of_its_unit(@ForAll("past") History history) {
        FOLD.fold(history, CUT).known().forEach((feature, value) -> {
            assertThat(value).as(feature.label()).isFinite();
            if (feature != Feature.TREND) {
                assertThat(value).as(feature.label()).isNotNegative();
            }
            if (Set.of(Unit.SHARE, Unit.FLAG).contains(feature.unit())) {
                assertThat(value).as(feature.label()).isLessThanOrEqualTo(1);
            }
        });
    }

    @Provide
    Arbitrary<History> past() {
        return histories(Arbitraries.longs().between(1, 700L * 86_400).map(CUT::minusSeconds));
    }

    @Provide
    Arbitrary<History> future() {
        return histories(Arbitraries.longs().between(0, 400L * 86_400).map(CUT::plusSeconds));
    }

    /** Facts at very few instants, the cut among them. */
    @Provide
    Arbitrary<History> crowded() {
        return histories(Arbitraries.integers().between(-3, 0).map(i -> CUT.plusSeconds(i * 40_000L)));
    }

    private static Arbitrary<History> histories(Arbitrary<Instant> at) {
        return Combinators.combine(
                        at.optional(),
                        purchases(at).list().ofMaxSize(8).uniqueElements(Purchase::order),
                        cancellations(at).list().ofMaxSize(3),
                        events(at).list().ofMaxSize(8))
                .as((registered, purchases, cancellations, events) ->
                        new History(new CustomerId("c"), registered, purchases, cancellations, events))
                // Lists of lists have more edge cases than tries; the crowded histories are edge enough.
                .withoutEdgeCases();
    }

    private static Arbitrary<Purchase> purchases(Arbitrary<Instant> at) {
        Arbitrary<Optional<String>> word = Arbitraries.of("x", "y", "z").optional();
        Arbitrary<Purchase.Line> line = Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        word,
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.longs().between(0, 100_000))
                .as(Purchase.Line::new);
        return Combinators.combine(
                        Arbitraries.strings().numeric().ofLength(8),
                        at,
                        line.list().ofMinSize(1).ofMaxSize(4),
                        word,
                        word,
                        word,
                        word)
                .as(Purchase::new);
    }

    private static Arbitrary<Cancellation> cancellations(Arbitrary<Instant> at) {
        return Combinators.combine(at, Arbitraries.longs().between(1, 50_000))
                .as((when, amount) -> new Cancellation("o", when, "a", 1, amount));
    }

    private static Arbitrary<Event> events(Arbitrary<Instant> at) {
        return Combinators.combine(
                        at,
                        Arbitraries.of(Event.Kind.values()),
                        Arbitraries.of("a", "b"),
                        Arbitraries.integers().between(1, 5).optional())
                .as((when, kind, subject, rating) -> new Event(
                        when,
                        kind,
                        subject,
                        rating.isPresent() ? OptionalDouble.of(rating.get()) : OptionalDouble.empty()));
    }

    private static History joined(History past, History future) {
        return new History(
                past.customer(),
                past.registered().or(future::registered),
                joined(past.purchases(), future.purchases()),
                joined(past.cancellations(), future.cancellations()),
                joined(past.events(), future.events()));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> both = new ArrayList<>(other);
        both.addAll(one);
        return both;
    }

    private static <T> List<T> shuffled(List<T> items, Random chance) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, chance);
        return shuffled;
    }

    private static History scaled(History history, int factor) {
        return new History(
                history.customer(),
                history.registered(),
                history.purchases().stream()
                        .map(p -> new Purchase(
                                p.order(),
                                p.at(),
                                p.lines().stream()
                                        .map(line -> new Purchase.Line(
                                                line.sku(),
                                                line.category(),
                                                line.quantity(),
                                                factor * line.amountMinor()))
                                        .toList(),
                                p.channel(),
                                p.coupon(),
                                p.paymentCountry(),
                                p.shippingCountry()))
                        .toList(),
                history.cancellations().stream()
                        .map(c -> new Cancellation(c.order(), c.at(), c.sku(), c.quantity(), factor * c.amountMinor()))
                        .toList(),
                history.events());
    }

    private static History shifted(History history, Duration by) {
        return new History(
                history.customer(),
                history.registered().map(at -> at.plus(by)),
                history.purchases().stream()
                        .map(p -> new Purchase(
                                p.order(),
                                p.at().plus(by),
                                p.lines(),
                                p.channel(),
                                p.coupon(),
                                p.paymentCountry(),
                                p.shippingCountry()))
                        .toList(),
                history.cancellations().stream()
                        .map(c -> new Cancellation(c.order(), c.at().plus(by), c.sku(), c.quantity(), c.amountMinor()))
                        .toList(),
                history.events().stream()
                        .map(e -> new Event(e.at().plus(by), e.kind(), e.subject(), e.amount()))
                        .toList());
    }
}
