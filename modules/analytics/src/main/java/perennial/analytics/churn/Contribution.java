package perennial.analytics.churn;

import java.util.OptionalDouble;
import perennial.analytics.features.Feature;

/**
 * What one feature adds to a customer's score.
 *
 * @param value the customer's; empty where it is not known
 * @param typical the median of the customers that the model learned from, where known
 * @param logOdds what it adds; positive raises the risk
 */
public record Contribution(Feature feature, OptionalDouble value, OptionalDouble typical, double logOdds) {}
