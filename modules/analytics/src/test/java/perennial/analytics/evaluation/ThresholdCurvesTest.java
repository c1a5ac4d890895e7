package perennial.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.analytics.evaluation.ThresholdCurves.Point;

class ThresholdCurvesTest {
    /** The example of scikit-learn's documentation of average_precision_score and roc_curve. */
    private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};

    private static final boolean[] OUTCOMES = {false, false, true, true};

    @Test
    void the_curves_of_four_people_are_those_of_the_published_example() {
        ThresholdCurves curves = ThresholdCurves.of(SCORES, OUTCOMES);

        assertThat(curves.roc())
                .containsExactly(
                        new Point(0, 0), new Point(0, 0.5), new Point(0.5, 0.5), new Point(0.5, 1), new Point(1, 1));
        assertThat(curves.precisionRecall().get(2)).isEqualTo(new Point(1, 2.0 / 3));
        assertThat(curves.averagePrecision()).isCloseTo(0.8333333333333333, within(1e-15));
    }

    @Test
    void the_area_below_the_roc_is_the_auc_also_with_equal_scores() {
        Random chance = new Random(4);
        double[] scores =
                chance.doubles(500).map(score -> Math.rint(20 * score)).toArray();
        boolean[] outcomes = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            outcomes[i] = 25 * chance.nextDouble() < scores[i];
        }

        List<Point> roc = ThresholdCurves.of(scores, outcomes).roc();
        double area = 0;
        for (int i = 1; i < roc.size(); i++) {
            area += (roc.get(i).x() - roc.get(i - 1).x())
                    * (roc.get(i).y() + roc.get(i - 1).y())
                    / 2;
        }

        assertThat(area).isCloseTo(Auc.of(scores, outcomes).value(), within(1e-12));
    }

    @Test
    void a_constant_score_has_the_base_rate_as_its_average_precision_and_one_outcome_is_refused() {
        assertThat(ThresholdCurves.of(new double[] {1, 1, 1, 1}, OUTCOMES).averagePrecision())
                .isEqualTo(0.5);
        assertThatThrownBy(() -> ThresholdCurves.of(new double[] {1, 2}, new boolean[] {true, true}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
