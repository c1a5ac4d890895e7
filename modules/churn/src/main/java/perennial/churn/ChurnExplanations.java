package perennial.churn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.analytics.churn.Assessment;
import perennial.analytics.features.Feature;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

/** Why a customer has the score of a run, by the very model that gave it. */
public interface ChurnExplanations {
    /**
     * Empty where the run gave the customer no score (who never bought, or has long left) or kept no model.
     *
     * @throws perennial.activity.UnknownCustomerException if nobody of that id is known
     */
    Optional<Explanation> of(Run run, CustomerId customer);

    /**
     * What the model would say of a customer with other features: how it reckons, not what would come of changing
     * anything. The silence follows where recency or the mean gap are changed and it is not.
     *
     * @param changes by label of a feature, in its unit; an empty one stands for not known
     * @return empty as {@link #of} is
     * @throws perennial.kernel.InvalidInputException if the model has no such feature, or it can't hold the value
     * @throws perennial.activity.UnknownCustomerException if nobody of that id is known
     */
    Optional<WhatIf> suppose(Run run, CustomerId customer, Map<String, OptionalDouble> changes);

    /**
     * @param model its name: logistic regression or boosted trees
     * @param asOf the instant of the run: nothing at or after it counts
     * @param horizonDays the probability is of no purchase in so many days
     * @param assessment its base and contributions are log-odds and add up to its score, which calibration turns into
     *     the probability
     */
    record Explanation(String model, Instant asOf, int horizonDays, Assessment assessment) {}

    /** @param changed with what follows from what was given */
    record WhatIf(Explanation asItIs, Explanation supposed, List<Change> changed) {}

    record Change(Feature feature, OptionalDouble from, OptionalDouble to) {}
}
