package perennial.analytics.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import perennial.analytics.features.Feature;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.CustomerId;

class LifeCyclePropertyTest {
    private static final Instant START = Instant.parse("2024-01-01T09:00:00Z");
    private static final CustomerId ANN = new CustomerId("ann");
    private static final FeatureFold FOLD = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 2));

    @Property(tries = 1000, seed = "21")
    void every_vector_of_features_has_exactly_one_stage_and_a_reason(
            @ForAll("vectors") Map<Feature, Double> known,
            @ForAll("lifeCycles") LifeCycle lifeCycle,
            @ForAll("rhythms") Rhythm rhythm) {
        Placement placement = lifeCycle.place(Features.of(ANN, START, known), rhythm);

        assertThat(placement.stage()).isIn((Object[]) Stage.values());
        assertThat(placement.reason(Locale.ENGLISH)).endsWith(".");
        assertThat(placement.reason(Locale.SIMPLIFIED_CHINESE)).endsWith("。");
        assertThat(placement.patience()).isPositive().isFinite();
    }

    @Property(tries = 1000, seed = "22")
    void growing_silence_never_moves_a_customer_out_of_churned(
            @ForAll @Size(max = 8) List<@IntRange(max = 400) Integer> daysBought,
            @ForAll @IntRange(max = 900) int silence,
            @ForAll @IntRange(max = 900) int more,
            @ForAll("lifeCycles") LifeCycle lifeCycle,
            @ForAll("rhythms") Rhythm rhythm) {
        History history = bought(daysBought);
        Instant cut = START.plus(Duration.ofDays(401L + silence));
        Stage then = lifeCycle.place(FOLD.fold(history, cut), rhythm).stage();
        Stage later = lifeCycle
                .place(FOLD.fold(history, cut.plus(Duration.ofDays(more))), rhythm)
                .stage();

        assertThat(later).isIn(then, then == Stage.ACQUISITION ? then : Stage.CHURNED);
    }

    @Property(tries = 1000, seed = "23")
    void more_patience_never_makes_more_churned(
            @ForAll("vectors") Map<Feature, Double> known,
            @ForAll @DoubleRange(min = 1, max = 20) double lapse,
            @ForAll @DoubleRange(min = 0, max = 20) double more,
            @ForAll("rhythms") Rhythm rhythm) {
        Features features = Features.of(ANN, START, known);
        if (patient(lapse + more).place(features, rhythm).stage() == Stage.CHURNED) {
            assertThat(patient(lapse).place(features, rhythm).stage()).isEqualTo(Stage.CHURNED);
        }
    }

    private static LifeCycle patient(double lapse) {
        return new LifeCycle(new LifeCycle.Settings(3, 7, 0.5, 30, 60, lapse, 4, 60));
    }

    @Provide
    Arbitrary<Map<Feature, Double>> vectors() {
        Arbitrary<Feature> features = Arbitraries.of(
                Feature.FREQUENCY, Feature.RECENCY, Feature.LAST_AGE, Feature.GAP_MEAN, Feature.ORDERS, Feature.SPEND);
        return Arbitraries.maps(
                        features, Arbitraries.integers().between(0, 1000).map(Integer::doubleValue))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<LifeCycle> lifeCycles() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.doubles().between(1, 30),
                        Arbitraries.doubles().between(1, 120),
                        Arbitraries.doubles().between(1, 6),
                        Arbitraries.integers().between(2, 6),
                        Arbitraries.doubles().between(0, 200))
                .as((gaps, shortest, assumed, lapse, days, span) ->
                        new LifeCycle(new LifeCycle.Settings(gaps, shortest, 0.5, 30, assumed, lapse, days, span)))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Rhythm> rhythms() {
        return Arbitraries.doubles()
                .between(1, 300)
                .injectNull(0.2)
                .map(gap -> new Rhythm(gap == null ? OptionalDouble.empty() : OptionalDouble.of(gap), 100));
    }

    private static History bought(List<Integer> days) {
        List<Purchase> purchases = days.stream()
                .map(day -> new Purchase(
                        "o" + day,
                        START.plus(Duration.ofDays(day)),
                        List.of(new Purchase.Line("a", Optional.empty(), 1, 100)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return new History(ANN, Optional.of(START), purchases, List.of(), List.of());
    }
}
