package perennial.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassificationQualityTest {

    @Test
    void four_people_give_the_figures_of_the_hand() {
        double[] p = {.9, .6, .4, .2};
        boolean[] y = {true, false, true, false};

        ClassificationQuality quality = ClassificationQuality.of(p, y, 0.5);

        assertThat(quality.brier()).isCloseTo((.01 + .36 + .36 + .04) / 4, within(1e-15));
        assertThat(quality.logLoss())
                .isCloseTo(-(Math.log(.9) + Math.log(.4) + Math.log(.4) + Math.log(.8)) / 4, within(1e-15));
        assertThat(quality.auc().value()).isEqualTo(0.75);
        assertThat(quality.topTenthLift()).isEqualTo(2);
        assertThat(quality.baseRate()).isEqualTo(0.5);
        assertThat(quality.confusion()).isEqualTo(new ConfusionMatrix(0.5, 1, 1, 1, 1));
    }

    @Test
    void the_figures_of_a_matrix_follow_from_its_counts() {
        ConfusionMatrix matrix = new ConfusionMatrix(0.5, 30, 10, 50, 20);

        assertThat(matrix.precision()).hasValue(0.75);
        assertThat(matrix.recall()).hasValue(0.6);
        assertThat(matrix.accuracy()).hasValue(80 / 110.0);
        assertThat(matrix.specificity()).hasValue(50 / 60.0);
        assertThat(matrix.f1().orElseThrow()).isCloseTo(2 * 0.75 * 0.6 / (0.75 + 0.6), within(1e-15));
        assertThat(new ConfusionMatrix(1, 0, 0, 5, 2).precision()).isEmpty();
    }

    @Test
    void a_constant_prediction_has_lift_one_and_the_base_rate_is_the_best_constant() {
        boolean[] outcomes = new boolean[57];
        Arrays.fill(outcomes, 0, 19, true);
        double[] base = new double[57];
        Arrays.fill(base, 1 / 3.0);
        double[] other = new double[57];
        Arrays.fill(other, 0.4);

        assertThat(ClassificationQuality.of(base, outcomes, 0.5).topTenthLift()).isCloseTo(1, within(1e-12));
        assertThat(ClassificationQuality.logLoss(base, outcomes))
                .isLessThan(ClassificationQuality.logLoss(other, outcomes));
    }

    @Test
    void the_best_ten_of_a_hundred_hold_all_of_ten() {
        double[] p = new double[100];
        boolean[] y = new boolean[100];
        for (int i = 0; i < 100; i++) {
            p[i] = i / 100.0;
            y[i] = i >= 90;
        }

        assertThat(ClassificationQuality.of(p, y, 0.5).topTenthLift()).isCloseTo(10, within(1e-12));
    }

    @Test
    void outcomes_drawn_from_the_predictions_are_calibrated_and_overstated_ones_have_half_the_slope() {
        Random random = new Random(11);
        double[] honest = new double[20_000];
        double[] overstated = new double[20_000];
        boolean[] outcomes = new boolean[20_000];
        for (int i = 0; i < honest.length; i++) {
            double logOdds = random.nextGaussian();
            honest[i] = 1 / (1 + Math.exp(-logOdds));
            overstated[i] = 1 / (1 + Math.exp(-2 * logOdds));
            outcomes[i] = random.nextDouble() < honest[i];
        }

        Calibration calibration =
                ClassificationQuality.of(honest, outcomes, 0.5).calibration();
        LogitLine line = calibration.line().orElseThrow();
        LogitLine tooExtreme = ClassificationQuality.of(overstated, outcomes, 0.5)
                .calibration()
                .line()
                .orElseThrow();

        assertThat(line.slope()).isCloseTo(1, within(0.06));
        assertThat(line.intercept()).isCloseTo(0, within(0.05));
        assertThat(tooExtreme.slope()).isCloseTo(line.slope() / 2, within(1e-9));
        assertThat(calibration.curve()).hasSize(10).allSatisfy(group -> {
            assertThat(group.count()).isEqualTo(2000);
            assertThat(group.predicted())
                    .isBetween(group.observed().low() - 0.02, group.observed().high() + 0.02);
        });
    }

    @Test
    void equal_predictions_stay_in_one_group_of_the_curve() {
        double[] p = new double[100];
        Arrays.fill(p, 0, 60, 0.2);
        Arrays.fill(p, 60, 100, 0.7);
        boolean[] y = new boolean[100];
        Arrays.fill(y, 50, 90, true);

        Calibration calibration = ClassificationQuality.of(p, y, 0.5).calibration();

        assertThat(calibration.curve()).hasSize(2);
        assertThat(calibration.curve().get(0).observed().value()).isCloseTo(10 / 60.0, within(1e-15));
    }

    @Test
    void wilsons_interval_of_15_in_148_is_the_published_one() {
        // Newcombe, Statistics in Medicine 17, 1998, 857-872, gives 15 of 148 as .0624 to .1605
        double[] p = new double[148];
        Arrays.fill(p, 0.1);
        boolean[] y = new boolean[148];
        Arrays.fill(y, 0, 15, true);

        Interval observed =
                ClassificationQuality.of(p, y, 0.5).calibration().curve().get(0).observed();

        assertThat(observed.low()).isCloseTo(0.0624, within(5e-5));
        assertThat(observed.high()).isCloseTo(0.1605, within(5e-5));
    }

    @Test
    void a_separating_or_constant_prediction_has_no_calibration_line() {
        boolean[] outcomes = {false, false, true, true};

        assertThat(ClassificationQuality.of(new double[] {.1, .2, .8, .9}, outcomes, 0.5)
                        .calibration()
                        .line())
                .isEmpty();
        assertThat(ClassificationQuality.of(new double[] {.5, .5, .5, .5}, outcomes, 0.5)
                        .calibration()
                        .line())
                .isEmpty();
    }

    @Test
    void what_is_not_a_probability_is_refused() {
        assertThatThrownBy(() ->
                        ClassificationQuality.of(new double[] {0.5, Double.NaN}, new boolean[] {true, false}, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClassificationQuality.of(new double[] {0.5, 1.1}, new boolean[] {true, false}, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
