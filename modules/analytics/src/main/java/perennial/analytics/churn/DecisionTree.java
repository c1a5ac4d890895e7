package perennial.analytics.churn;

import java.util.Optional;

/**
 * A tree of questions, from its root or from any other of its nodes on.
 *
 * @param count training customers that come here
 * @param left of them those who left
 * @param split the next question; empty at a leaf
 */
public record DecisionTree(int count, int left, Optional<Split> split) {

    /** Whether a column is at most a threshold, and where one goes then; of a category, whether it has the level. */
    public record Split(String column, double threshold, DecisionTree low, DecisionTree high) {}
}
