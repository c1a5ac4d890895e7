package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import perennial.analytics.clustering.Claim.Direction;
import perennial.analytics.clustering.Evidence.Verdict;
import perennial.analytics.clustering.SegmentationFit.Effort;
import perennial.analytics.clustering.SegmentationFit.Settings;
import perennial.kernel.Progress;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailSegmentsTest {
    private static final Settings USUAL = Settings.usual(1);

    @SuppressWarnings("NullAway.Init") // read once before the tests
    private Matrix buyers;

    @SuppressWarnings("NullAway.Init") // fitted once before the tests
    private SegmentationFit fit;

    @BeforeAll
    void read_the_real_shop() throws IOException {
        assumeTrue(
                System.getenv("PERENNIAL_DATA") != null,
                "left out: set PERENNIAL_DATA to the folder of the public data sets to segment the real shop");
        buyers = OnlineRetail.buyers();
        fit = SegmentationFit.fit(buyers, USUAL, Progress.SILENT);
    }

    @Test
    void the_buyers_are_those_that_the_publishers_figures_tell() {
        assertThat(buyers.rows()).isEqualTo(4338);
        assertThat(Arrays.stream(buyers.column("spend")).sum()).isCloseTo(8_887_208.89, within(0.01));
    }

    @Test
    void every_number_of_segments_has_useful_sizes_and_comes_out_again() {
        assertThat(fit.evidence().verdict()).isEqualTo(Verdict.CLEAREST);
        assertThat(fit.evidence().candidates()).hasSize(5).allSatisfy(candidate -> {
            assertThat(candidate.smallestShare()).isGreaterThan(0.08);
            assertThat(candidate.stability().orElseThrow()).isGreaterThan(0.6);
            assertThat(candidate.silhouette()).isGreaterThan(0.15);
        });
        assertThat(fit.evidence().choice().stability().orElseThrow()).isGreaterThan(0.8);
    }

    @Test
    void the_names_are_what_a_marketer_would_say() {
        List<SegmentName> names = SegmentName.ofFeatures(fit.segmentation());

        assertThat(names)
                .extracting(name -> name.words().english())
                .containsExactlyInAnyOrder(
                        "Frequent big spenders, wide choice",
                        "Small spenders, small orders, narrow choice",
                        "Infrequent customers, large orders, gone quiet",
                        "Bought more recently");
    }

    @Test
    void the_best_segment_holds_less_than_a_quarter_of_the_buyers_and_most_of_the_sales() {
        List<SegmentName> names = SegmentName.ofFeatures(fit.segmentation());
        int best = IntStream.range(0, names.size())
                .filter(i -> says(names.get(i), "frequency", Direction.HIGHER)
                        && says(names.get(i), "spend", Direction.HIGHER))
                .findFirst()
                .orElseThrow();

        double[] spend = buyers.column("spend");
        double sales = IntStream.range(0, spend.length)
                .filter(row -> fit.assignment().of(row) == best)
                .mapToDouble(row -> spend[row])
                .sum();
        assertThat(fit.segmentation().segments().get(best).share()).isLessThan(0.25);
        assertThat(sales / Arrays.stream(spend).sum()).isGreaterThan(0.7);
    }

    @Test
    void another_seed_and_the_other_kernel_find_nearly_the_same() {
        int k = fit.evidence().chosen();
        SegmentationFit otherSeed =
                SegmentationFit.fit(buyers, Settings.usual(2).withSegments(k, k), Progress.SILENT);
        SegmentationFit otherKernel = SegmentationFit.fit(
                buyers, USUAL.withSegments(k, k).withEffort(Effort.usual().withKernel(Kernel.JSAT)), Progress.SILENT);

        assertThat(AdjustedRand.index(otherSeed.assignment(), fit.assignment())).isGreaterThan(0.95);
        assertThat(otherKernel.evidence().choice().inertia())
                .isCloseTo(fit.evidence().choice().inertia(), within(1e-9 * 8722));
    }

    @Test
    void a_refit_on_the_same_buyers_continues_every_segment() {
        SegmentationFit again = SegmentationFit.refit(fit.segmentation(), buyers, USUAL);

        Continuity continuity =
                Continuity.of(Transitions.between(fit.segmentation().assign(buyers), again.assignment()), 0.3);
        assertThat(continuity.origins())
                .allSatisfy(origin -> assertThat(origin.overlap()).isGreaterThan(0.99));
    }

    @Test
    void in_the_rfm_grid_the_champions_bring_most_of_the_sales() {
        double[] spend = buyers.column("spend");
        RfmGrid grid = RfmGrid.fit(buyers.column("recency"), buyers.column("frequency"), spend);
        Map<RfmCell, Integer> sizes = new EnumMap<>(RfmCell.class);
        Map<RfmCell, Double> sales = new EnumMap<>(RfmCell.class);
        for (int row = 0; row < buyers.rows(); row++) {
            RfmCell cell = grid.score(buyers.get(row, 0), buyers.get(row, 1), spend[row])
                    .orElseThrow()
                    .cell();
            sizes.merge(cell, 1, Integer::sum);
            sales.merge(cell, spend[row], Double::sum);
        }

        assertThat(sizes.keySet()).isEqualTo(Set.of(RfmCell.values()));
        assertThat(sizes.get(RfmCell.CHAMPIONS)).isBetween(800, 950);
        assertThat(sales.get(RfmCell.CHAMPIONS)).isGreaterThan(8_887_208.89 / 2);
    }

    private static boolean says(SegmentName name, String column, Direction direction) {
        return name.claims().stream()
                .anyMatch(claim -> claim.column().equals(column) && claim.direction() == direction);
    }
}
