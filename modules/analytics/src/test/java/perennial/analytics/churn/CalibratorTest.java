package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class CalibratorTest {
    private final Random random = new Random(1);
    private final double[] scores =
            random.doubles(6000).map(u -> Math.log(u / (1 - u))).toArray();

    @Test
    void scores_that_are_right_are_left_alone() {
        assertThat(Calibrator.choose(scores, drawn(score -> score))).isInstanceOf(Calibrator.AsItIs.class);
    }

    @Test
    void scores_that_overstate_are_mended_by_a_line() {
        Calibrator chosen = Calibrator.choose(scores, drawn(score -> score / 3 - 1));

        assertThat(chosen).isInstanceOfSatisfying(Calibrator.Platt.class, platt -> {
            assertThat(platt.line().slope()).isCloseTo(1 / 3.0, within(0.06));
            assertThat(platt.line().intercept()).isCloseTo(-1, within(0.08));
        });
    }

    @Test
    void scores_that_no_line_mends_are_mended_by_steps() {
        Calibrator chosen = Calibrator.choose(scores, drawn(score -> score < 0.5 ? -2 : 1));

        assertThat(chosen).isInstanceOf(Calibrator.Isotonic.class);
        assertThat(chosen.probability(-2)).isCloseTo(1 / (1 + Math.exp(2)), within(0.03));
        assertThat(chosen.probability(3)).isCloseTo(1 / (1 + Math.exp(-1)), within(0.05));
    }

    @Test
    void violators_are_pooled_as_by_hand() {
        // 1: no, 2: yes and 3: no are pooled to 1 of 2 at 2.5, 4: yes; with one more of each kind 1/3, 2/4, 2/3
        Calibrator steps = Calibrator.Isotonic.fit(new double[] {3, 1, 4, 2}, new boolean[] {false, false, true, true});

        assertThat(steps.probability(1)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(steps.probability(2.5)).isCloseTo(0.5, within(1e-15));
        assertThat(steps.probability(4)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(steps.probability(3.25)).isCloseTo((0.5 + 2 / 3.0) / 2, within(1e-15));
        assertThat(steps.probability(-9)).isEqualTo(steps.probability(1));
        assertThat(steps.probability(9)).isEqualTo(steps.probability(4));
    }

    @Test
    void a_higher_score_never_gets_a_lower_probability() {
        Calibrator steps = Calibrator.Isotonic.fit(scores, drawn(score -> Math.sin(score)));
        double[] ordered = scores.clone();
        Arrays.sort(ordered);

        assertThat(steps.probabilities(ordered)).isSorted();
        assertThat(steps.probability(-50)).isPositive();
        assertThat(steps.probability(50)).isLessThan(1);
    }

    @Test
    void a_line_that_falls_would_turn_the_order_round_and_is_not_used() {
        assertThat(Calibrator.Platt.fit(scores, drawn(score -> -score))).isInstanceOf(Calibrator.AsItIs.class);
    }

    @Test
    void written_and_read_each_kind_says_the_same() throws IOException {
        boolean[] outcomes = drawn(score -> score / 2);
        for (Calibrator calibrator : new Calibrator[] {
            new Calibrator.AsItIs(), Calibrator.Platt.fit(scores, outcomes), Calibrator.Isotonic.fit(scores, outcomes)
        }) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            calibrator.write(new DataOutputStream(bytes));
            Calibrator read = Calibrator.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertThat(read.probabilities(scores)).isEqualTo(calibrator.probabilities(scores));
            assertThat(read.title()).isEqualTo(calibrator.title());
        }
    }

    private boolean[] drawn(DoubleUnaryOperator logOdds) {
        boolean[] outcomes = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds.applyAsDouble(scores[i])));
        }
        return outcomes;
    }
}
