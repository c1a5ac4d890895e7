package perennial.analytics.churn;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.evaluation.ClassificationReport;
import perennial.analytics.evaluation.ThresholdCurves;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * What can be learned from a table of customers about who left: several models, trained on one part of its customers and
 * judged on the other, with what was made of the columns.
 *
 * @param columns in the order of the table, without the target
 * @param training customers learned from, and of them those who left; {@code test} those judged by
 * @param chosen of the models the one that is recommended, or was asked for
 * @param models the one chosen first
 * @param leftOut models that could not run, and why
 */
public record ChurnStudy(
        ChurnTarget target,
        List<Treatment> columns,
        Part training,
        Part test,
        Settings settings,
        Learner chosen,
        List<Judged> models,
        List<LeftOut> leftOut) {
    public ChurnStudy {
        columns = List.copyOf(columns);
        models = List.copyOf(models);
        leftOut = List.copyOf(leftOut);
    }

    /** Customers, and of them those who left. */
    public record Part(int count, int left) {}

    /** A model that could not run on this machine. */
    public record LeftOut(Learner learner, Words reason) {}

    /**
     * A model with what it was worth on the test part.
     *
     * @param settings how it learned, in words
     * @param rows that it learned from
     * @param calibration how its scores became probabilities
     * @param rehearsedAuc on training customers that its rehearsals had not seen: what the best model is chosen by
     * @param importances the most important column first
     * @param tree of a single decision tree
     */
    public record Judged(
            Learner learner,
            Words settings,
            int rows,
            String calibration,
            double rehearsedAuc,
            ClassificationQuality quality,
            ClassificationReport report,
            ThresholdCurves curves,
            List<Importance> importances,
            Optional<DecisionTree> tree) {
        public Judged {
            importances = List.copyOf(importances);
        }
    }

    /**
     * @param features the columns to learn from; none for all that can be used
     * @param learner the model that is wanted; empty for the best
     * @param test the share of customers that the models are judged by
     * @param budget for the search of settings
     */
    public record Settings(
            String target, List<String> features, Optional<Learner> learner, double test, long seed, Duration budget) {
        public Settings {
            features = List.copyOf(features);
            if (!(test >= 0.05 && test <= 0.5)) {
                throw new InvalidInputException(
                        "test",
                        test,
                        new Words("it is no share from 0.05 to 0.5", "它不是 0.05 到 0.5 之间的占比"),
                        new Words("give 0.2, for example", "例如请给出 0.2"));
            }
            if (budget.isNegative() || budget.isZero()) {
                throw new InvalidInputException(
                        "budget",
                        budget.toSeconds(),
                        new Words("it is no time", "它不是正的时长"),
                        new Words("give seconds, as 30", "请给出秒数，如 30"));
            }
        }
    }

    /** The model that is recommended, or was asked for. */
    public Judged best() {
        return models.get(0);
    }

    /**
     * @param clock that the budget is kept by
     * @param told what is being learned, as it begins
     * @throws InvalidInputException where the table can't be learned from
     */
    public static ChurnStudy of(Table table, Settings settings, InstantSource clock, Consumer<Words> told) {
        told.accept(new Words("what the columns hold", "各列内容"));
        return new Studying(PreparedTable.of(table, settings), settings, clock, told).studied();
    }
}
