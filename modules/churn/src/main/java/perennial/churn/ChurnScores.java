package perennial.churn;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** How likely each customer who is still alive is to stop buying, and why. */
public interface ChurnScores {
    /** Trains on earlier cut-offs, judges on a later one, and scores as of the run. */
    void renew(Run run, Progress progress);

    /** The scores of those of the customers that the run scored: who never bought or has long left has none. */
    Map<CustomerId, ChurnScore> of(Run run, Collection<CustomerId> customers);

    ChurnEvidence model(Run run);

    /** @param reasons what raises the risk most, at most three */
    record ChurnScore(CustomerId customer, double probability, List<Reason> reasons) {}

    /**
     * @param feature the label of the feature
     * @param value the customer's; empty where it being unknown is the reason
     * @param typical the median of the base
     * @param contribution to the model's score, in log-odds
     */
    record Reason(String feature, OptionalDouble value, OptionalDouble typical, double contribution, Words words) {}

    enum State {
        TRAINED,
        NOT_ENOUGH_DATA
    }

    /**
     * The evidence behind the scores of a run.
     *
     * @param model in force: logistic or boosted
     * @param horizonDays churn is: no purchase in so many days
     * @param judged the cut-off on which the figures rest; nothing in training reached so far
     * @param measures auc, aucLower, aucUpper, logLoss, brier, liftTopTenth, calibrationSlope, by model: the one in
     *     force, the other one, and the baselines such as recency alone
     */
    record ChurnEvidence(
            State state,
            Words reason,
            Optional<String> model,
            double horizonDays,
            Optional<Instant> judged,
            long trainingRows,
            long judgedRows,
            double churnRate,
            Map<String, Map<String, Double>> measures) {}
}
