package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import perennial.analytics.clustering.Claim.Direction;
import perennial.analytics.clustering.Segment.Level;
import perennial.analytics.features.Feature;
import perennial.analytics.language.Phrases;
import perennial.kernel.Progress;

class SegmentNameTest {
    private static final List<String> RFM = List.of("recency", "frequency", "spend");

    @Test
    void a_segment_is_called_by_what_sets_it_apart() {
        assertThat(namesOf(RFM, new double[] {1.2, 0.9, 1.5}, new double[] {-0.8, -1, -1.1}, new double[] {0, 0.1, 0}))
                .containsExactly(
                        "Frequent big spenders, gone quiet",
                        "Infrequent small spenders, bought more recently",
                        "Customers close to the average");
    }

    @Test
    void a_segment_has_a_chinese_name_too() {
        assertThat(SegmentName.ofFeatures(segmentation(RFM, new double[] {1.2, 0.9, 1.5}, new double[] {0, 0, 0})))
                .extracting(name -> name.words().chinese())
                .containsExactly("消费高、近期沉寂、购买频繁的客户", "接近平均水平的客户");
    }

    @Test
    void the_strongest_claim_comes_first_and_carries_its_figures() {
        Claim first = SegmentName.ofFeatures(segmentation(RFM, new double[] {0.5, -0.6, 2}))
                .get(0)
                .claims()
                .get(0);

        assertThat(first).isEqualTo(new Claim("spend", Direction.HIGHER, 300, 100, 2));
    }

    @Test
    void two_features_that_tell_the_same_are_told_once() {
        assertThat(namesOf(List.of("frequency", "orders", "spend"), new double[] {1, 1.1, 0.5}))
                .containsExactly("Frequent big spenders");
    }

    @Test
    void names_that_would_be_alike_say_more() {
        List<String> columns = List.of("recency", "frequency", "spend", "returnShare");

        assertThat(namesOf(columns, new double[] {2, 2, 2, 1}, new double[] {2, 2, 2, -1}))
                .containsExactly(
                        "Frequent big spenders, gone quiet, many returns",
                        "Frequent big spenders, gone quiet, few returns");
    }

    @Test
    void names_that_can_say_no_more_give_the_figure_in_which_they_differ_most() {
        assertThat(namesOf(RFM, new double[] {0, 0, 1}, new double[] {0, 0, 3}))
                .containsExactly("Big spenders (total spend 200)", "Big spenders (total spend 400)");
    }

    @Test
    void names_whose_figures_are_alike_are_numbered() {
        assertThat(namesOf(RFM, new double[] {0, 0, 1}, new double[] {0, 0, 1}))
                .containsExactly(
                        "Big spenders (days since last purchase 100)",
                        "Big spenders (days since last purchase 100) (2)");
    }

    @Test
    void columns_of_any_kind_are_named_plainly_even_if_they_are_called_like_a_feature() {
        assertThat(SegmentName.ofColumns(segmentation(List.of("age", "income"), new double[] {-0.5, 1})))
                .extracting(name -> name.words().english())
                .containsExactly("High income, low age");
    }

    @Test
    void a_feature_without_words_of_its_own_is_named_by_its_title() {
        assertThat(namesOf(List.of("firstOrder"), new double[] {1})).containsExactly("High first order");
    }

    @Test
    void what_holds_of_the_centroid_but_not_of_the_plain_mean_is_not_claimed() {
        Segment pulledByAnOutlier = new Segment(10, 0.5, List.of(level("spend", 1, 50)));
        Segmentation segmentation = new Segmentation(
                new Preparation(List.of(), List.of()), List.of(pulledByAnOutlier), List.of(level("spend", 0, 100)));

        assertThat(SegmentName.ofFeatures(segmentation).get(0).claims()).isEmpty();
    }

    @Test
    void a_name_is_kept_while_its_claims_hold_even_if_others_have_become_stronger() {
        List<SegmentName> before = SegmentName.ofFeatures(segmentation(RFM, new double[] {0, 1, 0.5}));
        Segmentation now = segmentation(RFM, new double[] {1.5, 0.4, 0.6});

        assertThat(SegmentName.ofFeatures(now, List.of(Optional.of(known(before.get(0)))))
                        .get(0)
                        .words())
                .isEqualTo(before.get(0).words());
        assertThat(SegmentName.ofFeatures(now).get(0).words())
                .isNotEqualTo(before.get(0).words());
    }

    @Test
    void a_name_is_not_kept_when_one_of_its_claims_holds_no_longer_or_it_told_a_figure() {
        List<SegmentName> before =
                SegmentName.ofFeatures(segmentation(RFM, new double[] {0, 1, 0.5}, new double[] {0, 1, 0.9}));
        Segmentation now = segmentation(RFM, new double[] {0, 1, 0.3}, new double[] {0, 1, 2});

        assertThat(SegmentName.ofFeatures(
                        now,
                        before.stream().map(name -> Optional.of(known(name))).toList()))
                .isEqualTo(SegmentName.ofFeatures(now));
    }

    @Test
    void a_new_segment_gets_another_name_than_the_one_that_is_kept() {
        List<SegmentName> before = SegmentName.ofFeatures(segmentation(RFM, new double[] {0, 0, 1}));
        List<SegmentName> now = SegmentName.ofFeatures(
                segmentation(RFM, new double[] {0, 0, 3}, new double[] {0, 0, 1}),
                List.of(Optional.empty(), Optional.of(known(before.get(0)))));

        assertThat(now)
                .extracting(name -> name.words().english())
                .containsExactly("Big spenders (total spend 400)", "Big spenders");
    }

    @Property(tries = 300, seed = "34")
    void names_that_last_are_as_true_and_as_different_as_new_ones(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int segments,
            @ForAll @IntRange(min = 1, max = 40) int columns) {
        List<SegmentName> before = SegmentName.ofFeatures(random(seed, segments, columns));
        Segmentation now = random(seed + 1, segments, columns);
        List<SegmentName> names = SegmentName.ofFeatures(
                now, before.stream().map(name -> Optional.of(known(name))).toList());

        assertClaimsHold(now, names);
        assertThat(names).extracting(name -> name.words().english()).doesNotHaveDuplicates();
        assertThat(names).extracting(name -> name.words().chinese()).doesNotHaveDuplicates();
    }

    private static SegmentName.Before known(SegmentName name) {
        return new SegmentName.Before(
                name.words(), name.claims().stream().map(Claim::column).toList());
    }

    @Property(tries = 300, seed = "31")
    void no_two_names_are_alike_in_either_language(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int segments,
            @ForAll @IntRange(min = 1, max = 40) int columns) {
        List<SegmentName> names = SegmentName.ofFeatures(random(seed, segments, columns));

        assertThat(names).extracting(name -> name.words().english()).doesNotHaveDuplicates();
        assertThat(names).extracting(name -> name.words().chinese()).doesNotHaveDuplicates();
    }

    @Property(tries = 300, seed = "32")
    void each_claim_is_true_of_the_centroid_against_the_base(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int segments,
            @ForAll @IntRange(min = 1, max = 40) int columns) {
        Segmentation segmentation = random(seed, segments, columns);

        assertClaimsHold(segmentation, SegmentName.ofFeatures(segmentation));
    }

    @Property(tries = 20, seed = "33")
    void each_claim_about_clustered_customers_is_true(@ForAll @IntRange(max = 1_000_000) int seed) {
        SegmentationFit.Settings settings = SegmentationFit.Settings.usual(seed)
                .withSearch(new SegmentationFit.Search(5, 5, 0.01, 0, 1, 0, java.time.Duration.ZERO));
        Segmentation segmentation = SegmentationFit.fit(Bases.shop(200, seed), settings, Progress.SILENT)
                .segmentation();

        assertClaimsHold(segmentation, SegmentName.ofFeatures(segmentation));
    }

    @Test
    void every_phrase_is_there_in_both_languages_and_no_two_directions_read_alike() {
        Phrases phrases = Phrases.beside(Vocabulary.class, "names");

        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (Feature feature : Feature.values()) {
                Claim higher = new Claim(feature.label(), Direction.HIGHER, 2, 1, 1);
                Claim lower = new Claim(feature.label(), Direction.LOWER, 1, 2, -1);
                assertThat(Stream.of(higher, lower)
                                .map(claim -> Vocabulary.FEATURES.name(List.of(claim)))
                                .distinct())
                        .hasSize(2);
            }
            assertThat(phrases.get(locale, "average")).isNotBlank();
        }
    }

    private static void assertClaimsHold(Segmentation segmentation, List<SegmentName> names) {
        for (int i = 0; i < names.size(); i++) {
            for (Claim claim : names.get(i).claims()) {
                Level base = levelOf(claim, segmentation.base());
                Level own = levelOf(claim, segmentation.segments().get(i).centroid());
                double sign = claim.direction() == Direction.HIGHER ? 1 : -1;
                assertThat(sign * (own.standardised() - base.standardised()))
                        .isGreaterThanOrEqualTo(SegmentName.LEAST_DISTANCE);
                assertThat(sign * (own.typical() - base.typical())).isPositive();
                assertThat(sign * (own.mean().orElseThrow() - base.mean().orElseThrow()))
                        .isPositive();
                assertThat(claim.segment()).isEqualTo(own.mean().orElseThrow());
                assertThat(claim.base()).isEqualTo(base.mean().orElseThrow());
            }
        }
    }

    private static Level levelOf(Claim claim, List<Level> levels) {
        return levels.stream()
                .filter(level -> level.column().equals(claim.column()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> namesOf(List<String> columns, double[]... centroids) {
        return SegmentName.ofFeatures(segmentation(columns, centroids)).stream()
                .map(name -> name.words().english())
                .toList();
    }

    /** Segments at standardised centroids; in every column the base is at 100 with deviation 100. */
    private static Segmentation segmentation(List<String> columns, double[]... centroids) {
        List<Segment> segments = new ArrayList<>();
        for (double[] centroid : centroids) {
            segments.add(new Segment(10, 1.0 / centroids.length, levels(columns, centroid)));
        }
        return new Segmentation(
                new Preparation(List.of(), List.of()), segments, levels(columns, new double[columns.size()]));
    }

    private static List<Level> levels(List<String> columns, double[] standardised) {
        return IntStream.range(0, columns.size())
                .mapToObj(j -> level(columns.get(j), standardised[j], 100 + 100 * standardised[j]))
                .toList();
    }

    private static Level level(String column, double standardised, double mean) {
        return new Level(column, standardised, 100 + 100 * standardised, OptionalDouble.of(mean));
    }

    /** Coarse centroids, so that names often meet. */
    private static Segmentation random(long seed, int segments, int columns) {
        Random chance = new Random(seed);
        List<String> labels =
                Stream.of(Feature.values()).map(Feature::label).limit(columns).toList();
        double[][] centroids = new double[segments][];
        for (int i = 0; i < segments; i++) {
            centroids[i] =
                    chance.ints(labels.size(), -2, 3).mapToDouble(z -> z / 2.0).toArray();
        }
        return segmentation(labels, centroids);
    }
}
