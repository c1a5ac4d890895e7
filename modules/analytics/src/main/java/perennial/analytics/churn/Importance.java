package perennial.analytics.churn;

import perennial.analytics.evaluation.Interval;

/**
 * How much a model leans on a column of a table, or on a feature.
 *
 * @param drop by how much its AUC on the test part falls where the column's values are shuffled among the customers; with
 *     the 95 % interval of the mean over the shuffles
 */
public record Importance(String column, Interval drop) {}
