package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import perennial.analytics.clustering.PrincipalPlane.Place;
import perennial.kernel.Progress;

class SegmentMapTest {
    /** Two pairs on a line: the plane is that line, and its middle is at 0. */
    @Test
    void customers_on_a_line_keep_their_distances_and_all_variance_is_shown() {
        Matrix base = Matrix.of(List.of("a", "b"), new double[] {0, 0, 3, 4, 30, 40, 33, 44});
        SegmentationFit fit = SegmentationFit.fit(
                base,
                SegmentationFit.Settings.usual(1)
                        .withRules(Preparation.Rules.raw())
                        .withSegments(2, 2),
                Progress.SILENT);

        SegmentMap map = SegmentMap.of(fit.segmentation(), base, fit.assignment(), 4);

        assertThat(map.share()).isCloseTo(1, within(1e-12));
        assertThat(map.dots())
                .extracting(dot -> dot.place().x())
                .satisfiesExactly(
                        x -> assertThat(x).isCloseTo(-27.5, within(1e-9)),
                        x -> assertThat(x).isCloseTo(-22.5, within(1e-9)),
                        x -> assertThat(x).isCloseTo(22.5, within(1e-9)),
                        x -> assertThat(x).isCloseTo(27.5, within(1e-9)));
        assertThat(map.dots())
                .extracting(SegmentMap.Dot::segment)
                .containsExactly(
                        fit.assignment().of(0),
                        fit.assignment().of(1),
                        fit.assignment().of(2),
                        fit.assignment().of(3));
        assertThat(map.middles())
                .extracting(Place::x)
                .allSatisfy(x -> assertThat(Math.abs(x)).isCloseTo(25, within(1e-9)));
    }

    @Test
    void of_a_large_base_some_customers_are_drawn() {
        Matrix base = Bases.shop(900, 1);
        SegmentationFit fit =
                SegmentationFit.fit(base, SegmentationFit.Settings.usual(7).withSegments(3, 3), Progress.SILENT);

        assertThat(SegmentMap.of(fit.segmentation(), base, fit.assignment(), 100)
                        .dots())
                .hasSize(100);
        assertThat(SegmentMap.of(fit.segmentation(), base, fit.assignment(), 2000)
                        .dots())
                .hasSize(900);
    }
}
