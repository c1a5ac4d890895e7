package perennial.analytics.churn;

import java.util.List;
import perennial.kernel.CustomerId;

/**
 * What the model says of a customer, and why.
 *
 * @param probability that the customer leaves, calibrated
 * @param score log-odds before calibration: the base and all contributions add up to it
 * @param base the score of nobody in particular
 * @param contributions of every feature in use, in the order of the features
 * @param reasons up to three, the strongest first; only what raises the risk
 */
public record Assessment(
        CustomerId customer,
        double probability,
        double score,
        double base,
        List<Contribution> contributions,
        List<Reason> reasons) {
    public Assessment {
        contributions = List.copyOf(contributions);
        reasons = List.copyOf(reasons);
    }
}
