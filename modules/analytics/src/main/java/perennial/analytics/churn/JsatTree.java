package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import jsat.classifiers.CategoricalData;
import jsat.classifiers.ClassificationDataSet;
import jsat.classifiers.DataPoint;
import jsat.classifiers.DataPointPair;
import jsat.classifiers.trees.TreeNodeVisitor;
import jsat.classifiers.trees.TreePruner;
import jsat.linear.DenseVector;
import jsat.utils.ModifiableCountDownLatch;

/**
 * JSAT's decision tree (C4.5's information gain), each split among a few columns drawn anew from a seed. JSAT's own
 * random trees draw from a state that all of a program's trees share, so that no tree could be grown again; hence this
 * draws itself. What has grown is taken over into a {@link SplitTree}.
 */
@SuppressWarnings("serial") // grown, taken over, forgotten
final class JsatTree extends jsat.classifiers.trees.DecisionTree {
    private final transient Random chance;
    private final int width;
    private final int drawn;

    private JsatTree(Settings settings, int width, long seed) {
        // JSAT's leaves are stumps, which split once more than its depth says.
        super(settings.depth() - 1, 2 * settings.leastRows(), TreePruner.PruningMethod.NONE, 0.1);
        // It refuses leaves of one row.
        setMinResultSplitSize(Math.max(2, settings.leastRows()));
        this.chance = new Random(seed);
        this.width = width;
        this.drawn = Math.min(width, settings.drawn());
    }

    /**
     * @param depth so many splits at most lead to a leaf
     * @param leastRows of a leaf
     * @param drawn columns among which a split is chosen
     */
    record Settings(int depth, int leastRows, int drawn) {}

    /**
     * @param rows without gaps
     * @param sample the places of the rows to learn from; one can be there several times
     */
    static SplitTree grown(double[][] rows, boolean[] outcomes, int[] sample, Settings settings, long seed) {
        int width = rows[0].length;
        ClassificationDataSet data = new ClassificationDataSet(width, new CategoricalData[0], new CategoricalData(2));
        for (int row : sample) {
            data.addDataPoint(new DenseVector(rows[row]), outcomes[row] ? 1 : 0);
        }
        JsatTree tree = new JsatTree(settings, width, seed);
        tree.trainC(data);
        SplitTree taken = new SplitTree();
        new TakingOver(taken, rows, outcomes).node(tree.getTreeNodeVisitor(), sample);
        return taken;
    }

    @Override
    protected Node makeNodeC(
            List<DataPointPair<Integer>> points,
            Set<Integer> options,
            int depth,
            ExecutorService pool,
            ModifiableCountDownLatch latch) {
        return super.makeNodeC(points, drawnColumns(), depth, pool, latch);
    }

    private Set<Integer> drawnColumns() {
        Set<Integer> columns = new HashSet<>();
        if (drawn == width) {
            IntStream.range(0, width).forEach(columns::add);
        }
        while (columns.size() < drawn) {
            columns.add(chance.nextInt(width));
        }
        return columns;
    }

    /** Reads a grown tree by asking its nodes which way the training rows go: JSAT keeps the thresholds to itself. */
    private static final class TakingOver {
        private final SplitTree into;
        private final double[][] rows;
        private final boolean[] outcomes;

        TakingOver(SplitTree into, double[][] rows, boolean[] outcomes) {
            this.into = into;
            this.rows = rows;
            this.outcomes = outcomes;
        }

        int node(TreeNodeVisitor node, int[] here) {
            int place = leaf(here);
            Collection<Integer> used = node.featuresUsed();
            if (used.isEmpty() || here.length < 2) {
                return place;
            }
            int column = used.iterator().next();
            List<Integer> low = new ArrayList<>();
            List<Integer> high = new ArrayList<>();
            double highestLow = Double.NEGATIVE_INFINITY;
            double lowestHigh = Double.POSITIVE_INFINITY;
            for (int row : here) {
                double value = rows[row][column];
                if (path(node, rows[row]) == 0) {
                    low.add(row);
                    highestLow = Math.max(highestLow, value);
                } else {
                    high.add(row);
                    lowestHigh = Math.min(lowestHigh, value);
                }
            }
            if (low.isEmpty() || high.isEmpty() || !(highestLow < lowestHigh)) {
                return place;
            }
            double threshold = highestLow + (lowestHigh - highestLow) / 2;
            into.split(place, column, threshold, child(node, 0, low), child(node, 1, high));
            return place;
        }

        private int child(TreeNodeVisitor node, int path, List<Integer> here) {
            int[] rows = here.stream().mapToInt(Integer::intValue).toArray();
            boolean isLeaf = node.isLeaf() || node.isPathDisabled(path) || node.getChild(path) == null;
            return isLeaf ? leaf(rows) : node(node.getChild(path), rows);
        }

        private int leaf(int[] here) {
            int left = 0;
            for (int row : here) {
                left += outcomes[row] ? 1 : 0;
            }
            return into.leaf(here.length, left);
        }

        private static int path(TreeNodeVisitor node, double[] row) {
            return node.getPath(new DataPoint(new DenseVector(row), new int[0], new CategoricalData[0]));
        }
    }
}
