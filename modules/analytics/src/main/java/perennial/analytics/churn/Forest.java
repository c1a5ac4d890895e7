package perennial.analytics.churn;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import perennial.kernel.InvalidInputException;

/**
 * A random forest (Breiman, Machine Learning 45, 2001, 5-32) of JSAT's trees, each on rows drawn with replacement, or a
 * single tree on all rows. Its probability is the mean of the leaves' shares, not a count of votes, which would throw
 * away what the leaves know. Unknown values are filled with the median, and that they are unknown is a column of its own.
 */
final class Forest implements Classifier {
    private static final double LEAST = 1e-4;

    private final Filled filled;
    private final List<SplitTree> trees;

    private Forest(Filled filled, List<SplitTree> trees) {
        this.filled = filled;
        this.trees = trees;
    }

    /** @param leastRows of a leaf */
    record Settings(int trees, int depth, int leastRows, long seed) {
        Settings {
            if (!(trees >= 1 && depth >= 2 && leastRows >= 1)) {
                throw new InvalidInputException(
                        "forest",
                        trees + ", " + depth + ", " + leastRows,
                        "trees, depth and rows of a leaf are at least 1, 2 and 1",
                        "give 100, 20 and 10");
            }
        }
    }

    static Forest fit(Observations data, Settings settings) {
        Filled filled = Filled.of(data);
        double[][] rows = filled.rows(data.rows());
        int drawn = (int) Math.round(Math.sqrt(filled.width()));
        JsatTree.Settings ofTree = new JsatTree.Settings(settings.depth(), settings.leastRows(), Math.max(1, drawn));
        List<SplitTree> trees = IntStream.range(0, settings.trees())
                .parallel()
                .mapToObj(tree -> {
                    Random chance = new Random(settings.seed() + 1_000_003L * tree);
                    int[] sample =
                            chance.ints(rows.length, 0, rows.length).sorted().toArray();
                    return JsatTree.grown(rows, data.outcomes(), sample, ofTree, chance.nextLong());
                })
                .toList();
        return new Forest(filled, trees);
    }

    /** One tree that sees all rows and columns. */
    static Forest single(Observations data, int depth, int leastRows) {
        Filled filled = Filled.of(data);
        double[][] rows = filled.rows(data.rows());
        JsatTree.Settings settings = new JsatTree.Settings(depth, leastRows, filled.width());
        int[] all = IntStream.range(0, rows.length).toArray();
        return new Forest(filled, List.of(JsatTree.grown(rows, data.outcomes(), all, settings, 0)));
    }

    @Override
    public double[] scores(double[][] rows) {
        return Arrays.stream(rows)
                .parallel()
                .mapToDouble(row -> logOdds(filled.row(row)))
                .toArray();
    }

    private double logOdds(double[] row) {
        double sum = 0;
        for (SplitTree tree : trees) {
            sum += tree.share(row);
        }
        double share = Math.min(Math.max(sum / trees.size(), LEAST), 1 - LEAST);
        return Math.log(share / (1 - share));
    }

    /** The first tree, which is the only one of a single tree. */
    DecisionTree drawn() {
        return trees.get(0).drawn(filled.columns());
    }
}
