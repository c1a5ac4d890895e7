package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Progress;

class MovementTest {
    private static final List<String> COLUMNS = List.of("recency", "spend");

    /** Centroids (5, 100) and (60, 20), as the columns are given. */
    private static final Segmentation NEAR_AND_FAR = SegmentationFit.fit(
                    Matrix.of(COLUMNS, new double[] {4, 101, 6, 99, 5, 100, 59, 21, 61, 19, 60, 20}),
                    SegmentationFit.Settings.usual(1)
                            .withRules(Preparation.Rules.raw())
                            .withSegments(2, 2),
                    Progress.SILENT)
            .segmentation();

    private static List<Optional<String>> causes(double[] before, double[] after) {
        return Movement.causes(NEAR_AND_FAR, Matrix.of(COLUMNS, before), Matrix.of(COLUMNS, after));
    }

    @Test
    void the_column_whose_change_leads_most_from_one_centroid_to_the_other_moved_the_row() {
        // By 2 (x' - x)(q - p): recency 2 * 55 * 55 = 6050, spend 2 * -10 * -80 = 1600.
        assertThat(causes(new double[] {5, 60}, new double[] {60, 50})).containsExactly(Optional.of("recency"));
        // recency 2 * 5 * 55 = 550, spend 2 * -70 * -80 = 11200.
        assertThat(causes(new double[] {30, 90}, new double[] {35, 20})).containsExactly(Optional.of("spend"));
    }

    @Test
    void a_change_that_leads_back_moved_nobody() {
        // Silence speaks for the far segment, spend for the near one, and spend decides: -2200 against 14400.
        assertThat(causes(new double[] {40, 20}, new double[] {60, 110})).containsExactly(Optional.of("spend"));
    }

    @Test
    void a_row_that_is_placed_where_it_was_has_no_cause() {
        assertThat(causes(new double[] {5, 100, 60, 20}, new double[] {9, 90, 55, 20}))
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void other_customers_are_refused() {
        assertThatThrownBy(() -> causes(new double[] {5, 100}, new double[] {5, 100, 60, 20}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("rows");
    }
}
