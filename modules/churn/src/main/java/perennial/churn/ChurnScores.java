package perennial.churn;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** How likely each customer who is still alive is to stop buying, and why. */
public interface ChurnScores {
    /**
     * Trains on earlier cut-offs, judges on a later one together with the model in force, and scores as of the run by the
     * better one.
     *
     * @param before the run in force; what later runs had trained without coming into force is dropped
     */
    void renew(Run run, Optional<Run> before, Progress progress);

    /** The scores of those of the customers that the run scored: who never bought or has long left has none. */
    Map<CustomerId, ChurnScore> of(Run run, Collection<CustomerId> customers);

    /** The same of neighbours, and of their reasons no more than the features. */
    Map<CustomerId, Risk> risks(Run run, CustomerSpan customers);

    ChurnEvidence model(Run run);

    /** What the model of the run was worth, to be drawn. */
    ChurnPicture picture(Run run);

    /** Why the model of the run should not be trusted as it is; none where nothing speaks against it. */
    List<Words> warnings(Run run);

    /** @param reasons what raises the risk most, at most three */
    record ChurnScore(CustomerId customer, double probability, List<Reason> reasons) {}

    /** @param reasons the labels of the features that raise it most, at most three */
    record Risk(double probability, List<String> reasons) {}

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
     * @param reason why this model is in force, or why there is none
     * @param model that gives the scores, as {@code logistic regression}
     * @param version the run that trained it, as of {@code trained}; empty of runs from before versions were kept
     * @param horizonDays churn is: no purchase in so many days
     * @param judged the cut-off on which the figures rest; nothing in training reached so far
     * @param measures auc, aucLower, aucUpper, logLoss, brier, liftTopTenth, calibrationSlope, calibrationIntercept,
     *     threshold, caught, falseAlarms, missed, leftAlone, cost, by model: the one in force, the others that the run
     *     trained (their names begin with {@code new} where none took over), and the baselines such as recency alone
     */
    record ChurnEvidence(
            State state,
            Words reason,
            Optional<String> model,
            Optional<Long> version,
            Optional<Instant> trained,
            double horizonDays,
            Optional<Instant> judged,
            long trainingRows,
            long judgedRows,
            double churnRate,
            Map<String, Map<String, Double>> measures) {}
}
