package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeShapTest {
    /** Asks for x0 first, which halves the rows, then for x1: 4 only where both are below their bounds. */
    private static final String AND = """
            0:[f0<0] yes=1,no=2,missing=1,gain=9,cover=8
            \t1:[f1<0] yes=3,no=4,missing=4,gain=9,cover=4
            \t\t3:leaf=4,cover=1
            \t\t4:leaf=0,cover=3
            \t2:leaf=0,cover=4
            """;

    @Test
    void two_columns_share_by_hand_what_both_are_needed_for() {
        TreeShap shap = tables(AND);

        // Known by neither 0.5, by x0 alone 1, by x1 alone 2, by both 4: x0 is worth ((1 - 0.5) + (4 - 2)) / 2.
        assertThat(shap.contributions(new double[] {-1, -1, 7})).containsExactly(1.25, 2.25, 0, 0.5);
        // By x0 alone 0, by x1 alone 2, by both 0.
        assertThat(shap.contributions(new double[] {1, -1, 7})).containsExactly(-1.25, 0.75, 0, 0.5);
    }

    @Test
    void an_unknown_value_goes_where_the_tree_sends_it() {
        TreeShap shap = tables(AND);

        assertThat(shap.contributions(new double[] {Double.NaN, -1, 7}))
                .isEqualTo(shap.contributions(new double[] {-1, -1, 7}));
        assertThat(shap.contributions(new double[] {-1, Double.NaN, 7}))
                .isEqualTo(shap.contributions(new double[] {-1, 1, 7}));
    }

    @Test
    void a_tree_without_a_split_gives_nothing_to_any_column() {
        assertThat(TreeShap.of(new String[] {"0:leaf=0.3,cover=8\n"}, 2, 0.3)
                        .orElseThrow()
                        .contributions(new double[] {1, 2}))
                .containsExactly(0, 0, 0.3);
    }

    @Test
    void they_are_those_of_xgboost_whatever_the_trees_and_however_much_is_unknown() {
        for (int depth = 1; depth <= 6; depth++) {
            Random chance = new Random(depth);
            Observations data = withGaps(1500, chance);
            BoostedTrees trees = BoostedTrees.fit(data, new BoostedTrees.Settings(40, depth, 0.3, 0.8, 1, 2, depth));

            double[][] ours = trees.contributions(data.rows());
            double[][] theirs = trees.nativeContributions(data.rows());

            for (int i = 0; i < ours.length; i++) {
                assertThat(ours[i]).containsExactly(theirs[i], within(1e-4));
            }
        }
    }

    @Test
    void trees_that_are_too_deep_for_tables_are_left_to_xgboost() {
        Observations data = withGaps(3000, new Random(9));
        BoostedTrees forest = BoostedTrees.forest(data, 10, 12, 1, 2, 9);

        double[] scores = forest.scores(data.rows());
        double[][] parts = forest.contributions(data.rows());

        IntStream.range(0, scores.length)
                .forEach(i -> assertThat(Arrays.stream(parts[i]).sum()).isCloseTo(scores[i], within(1e-4)));
    }

    @Test
    void a_text_that_is_no_tree_is_refused() {
        assertThatThrownBy(() -> tables("0:[colour] yes=1,no=2,missing=1,gain=9,cover=8\n"))
                .hasMessageContaining("can't be read");
        assertThatThrownBy(() -> tables("0:[f0<0] yes=1,no=2,missing=1,gain=9,cover=8\n"))
                .hasMessageContaining("lacks its node 1");
    }

    private static TreeShap tables(String tree) {
        return TreeShap.of(new String[] {tree}, 3, 0.5).orElseThrow();
    }

    private static Observations withGaps(int rows, Random chance) {
        double[][] values = new double[rows][6];
        boolean[] outcomes = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            double[] x = values[i];
            for (int j = 0; j < x.length; j++) {
                x[j] = chance.nextDouble() < 0.1 ? Double.NaN : chance.nextGaussian();
            }
            outcomes[i] = x[0] * x[1] + Math.abs(x[2]) - x[3] > chance.nextGaussian();
        }
        List<Column> columns =
                IntStream.range(0, 6).mapToObj(j -> Column.plain("x" + j)).toList();
        return new Observations(columns, values, outcomes);
    }
}
