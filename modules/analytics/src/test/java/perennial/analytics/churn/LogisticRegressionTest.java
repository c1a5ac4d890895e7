package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.analytics.evaluation.LogitLine;

class LogisticRegressionTest {
    /** Temperatures at the 23 launches before the Challenger and whether an O-ring was damaged (Dalal et al. 1989). */
    private static final double[] TEMPERATURES = {
        66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58
    };

    private static final int[] DAMAGED = {0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1};

    @Test
    void the_o_rings_give_the_published_line() {
        LogisticRegression fit = LogisticRegression.fit(oRings(), 0);

        double at0 = fit.scores(new double[][] {{0}})[0];
        double at1 = fit.scores(new double[][] {{1}})[0];
        assertThat(at0).isCloseTo(15.0429, within(5e-5));
        assertThat(at1 - at0).isCloseTo(-0.2322, within(5e-5));
    }

    @Test
    void the_line_of_one_variable_agrees_with_the_general_regression() {
        double[] targets = new double[DAMAGED.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = DAMAGED[i];
        }

        LogitLine line = LogitLine.fit(TEMPERATURES, targets).orElseThrow();

        assertThat(line.at(31))
                .isCloseTo(LogisticRegression.fit(oRings(), 0).scores(new double[][] {{31}})[0], within(1e-6));
    }

    @Test
    void a_penalty_pulls_the_slope_to_zero_and_leaves_the_mean_prediction_at_the_base_rate() {
        LogisticRegression fit = LogisticRegression.fit(oRings(), 1000);

        double sum = 0;
        for (double score : fit.scores(oRings().rows())) {
            sum += 1 / (1 + Math.exp(-score));
        }
        assertThat(sum).isCloseTo(7, within(1e-6));
        assertThat(fit.scores(new double[][] {{53}})[0] - fit.scores(new double[][] {{81}})[0])
                .isBetween(0.0, 0.05);
    }

    @Test
    void parts_and_base_add_up_to_the_score() {
        Observations data = withGaps(500, 1);
        LogisticRegression fit = LogisticRegression.fit(data, 1);

        double[] scores = fit.scores(data.rows());
        double[][] parts = fit.contributions(data.rows());
        for (int i = 0; i < scores.length; i++) {
            assertThat(parts[i][0] + parts[i][1] + parts[i][2]).isEqualTo(scores[i]);
        }
    }

    @Test
    void a_gap_says_what_it_said_in_training() {
        // column 1 is unknown for those who have the outcome more often
        LogisticRegression fit = LogisticRegression.fit(withGaps(4000, 2), 1);

        double unknown = fit.scores(new double[][] {{0, Double.NaN}})[0];
        double known = fit.scores(new double[][] {{0, 0}})[0];
        assertThat(unknown).isGreaterThan(known + 0.5);
    }

    @Test
    void a_column_that_never_varied_and_one_that_was_never_known_weigh_nothing() {
        double[][] rows = new double[DAMAGED.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {TEMPERATURES[i], 7, Double.NaN};
        }
        Observations data = new Observations(
                List.of(Column.plain("t"), new Column("same", true, Column.Direction.EITHER), Column.plain("unknown")),
                rows,
                oRings().outcomes());

        LogisticRegression fit = LogisticRegression.fit(data, 0);

        assertThat(fit.scores(new double[][] {{66, 1e6, 3}})[0])
                .isCloseTo(LogisticRegression.fit(oRings(), 0).scores(new double[][] {{66}})[0], within(1e-6));
    }

    @Test
    void a_weight_keeps_to_its_direction_and_the_others_make_the_best_of_it() {
        // warmth lowers the risk; told that it can only raise it, the line is flat at the base rate
        Observations upside = new Observations(
                List.of(new Column("temperature", false, Column.Direction.RAISES)),
                oRings().rows(),
                oRings().outcomes());
        Observations downside = new Observations(
                List.of(new Column("temperature", false, Column.Direction.LOWERS)),
                oRings().rows(),
                oRings().outcomes());

        assertThat(LogisticRegression.fit(upside, 0).scores(new double[][] {{40}})[0])
                .isCloseTo(Math.log(7 / 16.0), within(1e-9));
        assertThat(LogisticRegression.fit(downside, 0).scores(new double[][] {{40}})[0])
                .isCloseTo(LogisticRegression.fit(oRings(), 0).scores(new double[][] {{40}})[0], within(1e-9));
    }

    @Test
    void separated_outcomes_stay_finite_under_the_penalty() {
        Observations data = new Observations(
                List.of(Column.plain("x")), new double[][] {{1}, {2}, {3}, {4}}, new boolean[] {false, false, true, true
                });

        assertThat(LogisticRegression.fit(data, 1).scores(new double[][] {{4}})[0])
                .isBetween(0.5, 5.0);
    }

    @Test
    void written_and_read_it_scores_the_same_to_the_bit() throws IOException {
        Observations data = withGaps(300, 3);
        LogisticRegression fit = LogisticRegression.fit(data, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fit.write(new DataOutputStream(bytes));

        LogisticRegression read =
                LogisticRegression.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.scores(data.rows())).isEqualTo(fit.scores(data.rows()));
    }

    private static Observations oRings() {
        double[][] rows = new double[DAMAGED.length][];
        boolean[] damaged = new boolean[DAMAGED.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {TEMPERATURES[i]};
            damaged[i] = DAMAGED[i] == 1;
        }
        return new Observations(List.of(Column.plain("temperature")), rows, damaged);
    }

    /** Two columns: the first drives the outcome, the second is unknown mostly where the outcome is. */
    static Observations withGaps(int count, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[count][];
        boolean[] outcomes = new boolean[count];
        for (int i = 0; i < count; i++) {
            double x = random.nextGaussian();
            outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-x));
            double other = random.nextDouble() < (outcomes[i] ? 0.5 : 0.2) ? Double.NaN : random.nextGaussian();
            rows[i] = new double[] {x, other};
        }
        return new Observations(List.of(Column.plain("x"), Column.plain("other")), rows, outcomes);
    }
}
