package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.analytics.clustering.Evidence.Verdict;
import perennial.analytics.clustering.SegmentationFit.Effort;
import perennial.analytics.clustering.SegmentationFit.Search;
import perennial.analytics.clustering.SegmentationFit.Settings;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Progress;

class SegmentationFitTest {
    private static final Settings QUICK =
            Settings.usual(7).withSearch(new Search(2, 5, 0.03, 0.6, 3, 3, Duration.ofMinutes(5)));

    @Test
    void kinds_of_customer_that_differ_are_found_and_so_is_their_number() {
        SegmentationFit fit = fit(Bases.shop(900, 1), QUICK);

        assertThat(fit.evidence().chosen()).isEqualTo(3);
        assertThat(fit.evidence().verdict()).isEqualTo(Verdict.CLEAREST);
        assertThat(fit.evidence().candidates()).hasSize(4);
        assertThat(AdjustedRand.index(fit.assignment(), Bases.kinds(900))).isGreaterThan(0.98);
    }

    @Test
    void the_evidence_holds_for_each_number_what_the_clusters_are_worth() {
        SegmentationFit fit = fit(Bases.shop(900, 1), QUICK);

        assertThat(fit.evidence().candidates())
                .isSortedAccordingTo((a, b) -> Double.compare(b.inertia(), a.inertia()))
                .allSatisfy(candidate -> {
                    assertThat(candidate.silhouette()).isBetween(-1.0, 1.0);
                    assertThat(candidate.stability().orElseThrow()).isBetween(-1.0, 1.0);
                    assertThat(candidate.resamples()).isEqualTo(3);
                });
        assertThat(fit.evidence().choice().stability().orElseThrow()).isGreaterThan(0.95);
        assertThat(fit.evidence().choice().smallestShare()).isCloseTo(1 / 3.0, within(0.01));
    }

    @Test
    void the_same_seed_gives_the_same_result_on_any_number_of_threads() {
        Matrix base = Bases.shop(600, 3);

        SegmentationFit one = fit(base, QUICK.withEffort(effort(1)));

        assertThat(fit(base, QUICK.withEffort(effort(3)))).isEqualTo(one);
    }

    @Test
    void segments_stand_in_their_own_base_as_they_were_found_and_in_another_with_its_sizes_and_means() {
        Matrix base = Bases.shop(500, 4);
        SegmentationFit fit = fit(base, QUICK);
        assertThat(fit.segmentation().on(base, fit.assignment())).isEqualTo(fit.segmentation());

        Matrix regulars =
                Matrix.of(List.of("recency", "frequency", "spend"), new double[] {10, 15, 1400, 14, 17, 1600});
        Segmentation later = fit.segmentation().on(regulars, fit.segmentation().assign(regulars));

        assertThat(later.segments()).extracting(Segment::size).containsExactlyInAnyOrder(2, 0, 0);
        assertThat(later.centres()).isEqualTo(fit.segmentation().centres());
        Segment whole = later.segments().stream()
                .filter(segment -> segment.size() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(whole.centroid())
                .extracting(level -> level.mean().orElseThrow())
                .containsExactly(12.0, 16.0, 1500.0);
        assertThat(later.assign(base)).isEqualTo(fit.assignment());
    }

    @Test
    void customers_of_the_base_are_placed_again_where_they_were_found() {
        Matrix base = Bases.shop(500, 4);
        SegmentationFit fit = fit(base, QUICK);

        assertThat(fit.segmentation().assign(base)).isEqualTo(fit.assignment());
    }

    @Test
    void a_new_customer_goes_to_the_segment_of_those_like_them() {
        Matrix base = Bases.shop(600, 5);
        SegmentationFit fit = fit(base, QUICK.withSegments(3, 3));

        Assignment placed = fit.segmentation()
                .assign(Matrix.of(List.of("spend", "recency", "frequency"), new double[] {1500, 12, 16, 40, 30, 0}));

        assertThat(placed.of(0)).isEqualTo(fit.assignment().of(0));
        assertThat(placed.of(1)).isEqualTo(fit.assignment().of(1));
    }

    @Test
    void segments_are_listed_by_size_and_described_by_their_members() {
        Matrix base = Bases.shop(601, 6);
        SegmentationFit fit = fit(base, QUICK.withSegments(3, 3));

        assertThat(fit.segmentation().segments())
                .extracting(Segment::size)
                .isSortedAccordingTo((a, b) -> b - a)
                .satisfies(sizes ->
                        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(601));
        double[] spend = base.column("spend");
        double mean = IntStream.range(0, 601)
                .filter(row -> fit.assignment().of(row) == 0)
                .mapToDouble(row -> spend[row])
                .average()
                .orElseThrow();
        Segment.Level level = fit.segmentation().segments().get(0).centroid().get(2);
        assertThat(level.column()).isEqualTo("spend");
        assertThat(level.mean().orElseThrow()).isCloseTo(mean, within(1e-9));
    }

    @Test
    void the_base_stands_in_the_middle_of_every_column() {
        SegmentationFit fit = fit(Bases.shop(300, 6), QUICK);

        assertThat(fit.segmentation().base())
                .allSatisfy(level -> assertThat(level.standardised()).isCloseTo(0, within(1e-12)));
    }

    @Test
    void raw_centroids_are_the_plain_means_of_the_members() {
        SegmentationFit fit = fit(Bases.shop(300, 6), QUICK.withRules(Preparation.Rules.raw()));

        assertThat(fit.segmentation().segments())
                .flatExtracting(Segment::centroid)
                .allSatisfy(level ->
                        assertThat(level.typical()).isCloseTo(level.mean().orElseThrow(), within(1e-9)));
    }

    @Test
    void a_few_outliers_own_no_segment() {
        Matrix shop = Bases.shop(600, 8);
        double[] values = new double[600 * 3];
        for (int row = 0; row < 600; row++) {
            for (int column = 0; column < 3; column++) {
                values[row * 3 + column] = shop.get(row, column);
            }
        }
        for (int row = 0; row < 5; row++) {
            values[row * 3 + 2] = 1e12;
        }

        SegmentationFit fit = fit(Matrix.of(shop.columns(), values), QUICK.withSegments(3, 3));

        assertThat(fit.evidence().choice().smallestShare()).isGreaterThan(0.3);
    }

    @Test
    void no_number_is_tried_for_which_there_are_too_few_different_customers() {
        SegmentationFit fit = fit(Bases.column("x", 1, 1, 2, 2, 9, 9), QUICK);

        assertThat(fit.evidence().candidates())
                .extracting(Evidence.Candidate::k)
                .containsExactly(2, 3);
    }

    @Test
    void too_few_different_customers_are_refused() {
        assertThatThrownBy(() -> fit(Bases.column("x", 1, 1, 2, 2, 2), QUICK.withSegments(3, 5)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("only 2 of them differ");
    }

    @Test
    void without_a_budget_for_stability_it_is_not_known() {
        SegmentationFit fit =
                fit(Bases.shop(300, 1), QUICK.withSearch(new Search(3, 3, 0.03, 0.6, 2, 5, Duration.ZERO)));

        assertThat(fit.evidence().choice().stability()).isEmpty();
        assertThat(fit.evidence().choice().resamples()).isZero();
    }

    @Test
    void a_fit_that_passes_its_deadline_is_given_up() {
        Effort hurried = Effort.usual().withDeadline(Duration.ZERO);

        assertThatThrownBy(() -> fit(Bases.shop(30_000, 1), QUICK.withEffort(hurried)))
                .isInstanceOf(ClusteringStoppedException.class)
                .hasMessageContaining("did not end within");
    }

    @Test
    void an_interrupted_fit_ends_and_the_thread_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> fit(Bases.shop(30_000, 1), QUICK)).isInstanceOf(ClusteringStoppedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_refit_begins_with_the_centroids_in_force_and_keeps_their_number() {
        SegmentationFit live = fit(Bases.shop(600, 1), QUICK.withSegments(3, 3));
        Matrix later = Bases.shop(600, 2);

        SegmentationFit again = SegmentationFit.refit(live.segmentation(), later, QUICK);

        assertThat(again.segmentation().segments()).hasSize(3);
        assertThat(AdjustedRand.index(again.assignment(), live.segmentation().assign(later)))
                .isGreaterThan(0.98);
        assertThat(again.evidence().choice().stability()).isEmpty();
    }

    @Test
    void a_refit_on_other_columns_makes_do_with_those_that_are_left() {
        SegmentationFit live = fit(Bases.shop(600, 1), QUICK.withSegments(3, 3));
        Matrix shop = Bases.shop(600, 1);
        double[] values = new double[600 * 3];
        for (int row = 0; row < 600; row++) {
            values[row * 3] = shop.get(row, 0);
            values[row * 3 + 1] = shop.get(row, 1);
            values[row * 3 + 2] = row % 7;
        }

        SegmentationFit again = SegmentationFit.refit(
                live.segmentation(), Matrix.of(List.of("recency", "frequency", "visits30"), values), QUICK);

        assertThat(AdjustedRand.index(again.assignment(), live.assignment())).isGreaterThan(0.9);
    }

    @Test
    void both_kernels_find_the_same_segments() {
        Matrix base = Bases.shop(600, 9);

        SegmentationFit byJsat = fit(base, QUICK.withEffort(Effort.usual().withKernel(Kernel.JSAT)));

        assertThat(byJsat.kernel()).isEqualTo(Kernel.JSAT);
        assertThat(byJsat.assignment()).isEqualTo(fit(base, QUICK).assignment());
    }

    @Test
    void settings_refuse_what_makes_no_sense() {
        assertThatThrownBy(() -> QUICK.withSegments(1, 4)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> QUICK.withSegments(5, 4)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Search(2, 4, Double.NaN, 0.6, 1, 1, Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> effort(0)).isInstanceOf(InvalidInputException.class);
    }

    private static Effort effort(int threads) {
        return Effort.usual().withThreads(threads);
    }

    private static SegmentationFit fit(Matrix base, Settings settings) {
        return SegmentationFit.fit(base, settings, Progress.SILENT);
    }
}
