package perennial.churn.model;

import perennial.analytics.churn.Contest;
import perennial.analytics.evaluation.ErrorCosts;

/**
 * What a model is held to.
 *
 * @param margin by which a newly trained one has to beat the one in force
 * @param costs of the two errors, which set the threshold of the confusion matrix
 * @param oldestDays after so many days a model has aged
 * @param horizonDays that churn is told of; 0 for those of the shop's own gaps
 */
public record Terms(Contest.Margin margin, ErrorCosts costs, long oldestDays, int horizonDays) {
    /** By custom much has changed above this population stability index. */
    static final double DRIFT = 0.25;
}
