package perennial.analytics.churn;

import java.util.Optional;
import perennial.kernel.Words;

/** What a learner made of the training part. */
final class Lesson {
    private final Learner learner;
    private final Classifier classifier;
    private final double[] rehearsed;
    private final Words settings;
    private final int rows;
    private final Optional<DecisionTree> tree;

    /**
     * @param classifier of all training rows
     * @param rehearsed the scores of the rehearsal's judged rows by models that had not seen them
     * @param settings how it learned, in words
     * @param rows that the classifier learned from
     * @param tree where it is a single one
     */
    Lesson(
            Learner learner,
            Classifier classifier,
            double[] rehearsed,
            Words settings,
            int rows,
            Optional<DecisionTree> tree) {
        this.learner = learner;
        this.classifier = classifier;
        this.rehearsed = rehearsed;
        this.settings = settings;
        this.rows = rows;
        this.tree = tree;
    }

    Learner learner() {
        return learner;
    }

    Classifier classifier() {
        return classifier;
    }

    double[] rehearsed() {
        return rehearsed;
    }

    Words settings() {
        return settings;
    }

    int rows() {
        return rows;
    }

    Optional<DecisionTree> tree() {
        return tree;
    }
}
