package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.analytics.evaluation.Auc;
import perennial.kernel.InvalidInputException;

class BoostedTreesTest {
    private static final Observations TRAINING = island(2000, 1);
    private static final Observations LATER = island(1000, 2);
    private static final BoostedTrees FIT = fit(7);

    @Test
    void they_see_what_no_line_can() {
        double line = Auc.of(LogisticRegression.fit(TRAINING, 1).scores(LATER.rows()), LATER.outcomes())
                .value();
        double trees = Auc.of(FIT.scores(LATER.rows()), LATER.outcomes()).value();

        assertThat(line).isLessThan(0.6);
        assertThat(trees).isGreaterThan(0.9);
    }

    @Test
    void contributions_and_base_add_up_to_the_score() {
        double[] scores = FIT.scores(LATER.rows());
        double[][] parts = FIT.contributions(LATER.rows());
        for (int i = 0; i < scores.length; i++) {
            assertThat(parts[i][0] + parts[i][1] + parts[i][2]).isCloseTo(scores[i], within(1e-5));
        }
    }

    @Test
    void one_tree_of_one_split_shares_out_what_the_definition_of_shapley_says() {
        // x above 0 always has the outcome: the part of x is its leaf less the mean leaf, the other column has none
        double[][] rows = new double[1000][];
        boolean[] outcomes = new boolean[1000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {i % 4 == 0 ? 1 : -1, 5};
            outcomes[i] = i % 4 == 0;
        }
        Observations data = new Observations(LATER.columns(), rows, outcomes);
        BoostedTrees stump = BoostedTrees.fit(data, data, new BoostedTrees.Settings(1, 1, 1, 1, 0, 1, 1));

        double[] scores = stump.scores(new double[][] {{1, 5}, {-1, 5}});
        double[][] parts = stump.contributions(new double[][] {{1, 5}, {-1, 5}});

        double mean = 0.25 * scores[0] + 0.75 * scores[1];
        assertThat(parts[0][0]).isCloseTo(scores[0] - mean, within(1e-5));
        assertThat(parts[1][0]).isCloseTo(scores[1] - mean, within(1e-5));
        assertThat(parts[0][1]).isZero();
        assertThat(parts[0][2]).isCloseTo(mean, within(1e-5));
    }

    @Test
    void a_column_that_can_only_raise_the_outcome_does() {
        List<Column> rising = List.of(new Column("a", false, Column.Direction.RAISES), Column.plain("b"));
        Observations data = new Observations(rising, TRAINING.rows(), TRAINING.outcomes());
        BoostedTrees trees = BoostedTrees.fit(data, LATER, new BoostedTrees.Settings(50, 3, 0.2, 1, 5, 2, 1));
        double[][] ladder = new double[41][];
        for (int i = 0; i < ladder.length; i++) {
            ladder[i] = new double[] {(i - 20) / 10.0, 0.3};
        }

        assertThat(trees.scores(ladder)).isSorted();
    }

    @Test
    void the_same_seed_gives_the_same_trees_and_another_seed_others() {
        assertThat(fit(7).scores(LATER.rows())).isEqualTo(FIT.scores(LATER.rows()));
        assertThat(fit(8).scores(LATER.rows())).isNotEqualTo(FIT.scores(LATER.rows()));
    }

    @Test
    void a_row_scores_the_same_alone_and_among_others() {
        assertThat(FIT.scores(new double[][] {LATER.rows()[17]})[0]).isEqualTo(FIT.scores(LATER.rows())[17]);
    }

    @Test
    void written_and_read_they_score_the_same_to_the_bit() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FIT.write(new DataOutputStream(bytes));

        BoostedTrees read = BoostedTrees.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.scores(LATER.rows())).isEqualTo(FIT.scores(LATER.rows()));
        assertThat(read.contributions(LATER.rows())).isDeepEqualTo(FIT.contributions(LATER.rows()));
    }

    @Test
    void a_machine_without_libgomp_is_told_which_package_mends_it() {
        Throwable linker = new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file");

        assertThat(BoostedTrees.reason(new ExceptionInInitializerError(new RuntimeException(linker))))
                .contains("apt-get install libgomp1");
        assertThat(BoostedTrees.reason(new UnsatisfiedLinkError("no such machine")))
                .contains("no such machine");
    }

    @Test
    void the_version_is_read_from_the_library() {
        assertThat(BoostedTrees.libraryVersion()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void a_rate_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> new BoostedTrees.Settings(10, 3, Double.NaN, 1, 1, 1, 1))
                .isInstanceOf(InvalidInputException.class);
    }

    private static BoostedTrees fit(long seed) {
        return BoostedTrees.fit(TRAINING, LATER, new BoostedTrees.Settings(100, 3, 0.2, 0.8, 5, 2, seed));
    }

    /** The outcome is likely where both numbers are near 0; one in fifty of the second is not known. */
    private static Observations island(int count, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[count][];
        boolean[] outcomes = new boolean[count];
        for (int i = 0; i < count; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            outcomes[i] = random.nextDouble() < (Math.abs(a) < 0.8 && Math.abs(b) < 0.8 ? 0.95 : 0.05);
            rows[i] = new double[] {a, random.nextInt(50) == 0 ? Double.NaN : b};
        }
        return new Observations(List.of(Column.plain("a"), Column.plain("b")), rows, outcomes);
    }
}
