package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fitted decision tree: at each split the rows whose column is at most the threshold go one way and all others the
 * other, those that are not known the way of the larger part; at each leaf a share of those who left.
 */
final class SplitTree {
    private final List<Node> nodes = new ArrayList<>();

    /**
     * @param column that it splits by; -1 at a leaf
     * @param low the place of the node for values up to the threshold, and of that above it
     * @param count training rows
     * @param left of them those who left
     */
    private record Node(int column, double threshold, int low, int high, int count, int left) {}

    /** Adds a leaf and tells its place. */
    int leaf(int count, int left) {
        nodes.add(new Node(-1, 0, -1, -1, count, left));
        return nodes.size() - 1;
    }

    /** Makes a leaf a split. */
    void split(int leaf, int column, double threshold, int low, int high) {
        Node was = nodes.get(leaf);
        nodes.set(leaf, new Node(column, threshold, low, high, was.count(), was.left()));
    }

    /** The share of those who left in the leaf of a row, with one more of each kind so that none is 0 or 1. */
    double share(double[] row) {
        Node node = nodes.get(0);
        while (node.column() >= 0) {
            node = nodes.get(isLow(node, row[node.column()]) ? node.low() : node.high());
        }
        return (node.left() + 1.0) / (node.count() + 2.0);
    }

    private boolean isLow(Node node, double value) {
        return Double.isNaN(value)
                ? nodes.get(node.low()).count() >= nodes.get(node.high()).count()
                : value <= node.threshold();
    }

    /** The tree in a form to be drawn. */
    DecisionTree drawn(List<Column> columns) {
        return drawn(0, columns);
    }

    private DecisionTree drawn(int place, List<Column> columns) {
        Node node = nodes.get(place);
        Optional<DecisionTree.Split> split = node.column() < 0
                ? Optional.empty()
                : Optional.of(new DecisionTree.Split(
                        columns.get(node.column()).name(),
                        node.threshold(),
                        drawn(node.low(), columns),
                        drawn(node.high(), columns)));
        return new DecisionTree(node.count(), node.left(), split);
    }
}
