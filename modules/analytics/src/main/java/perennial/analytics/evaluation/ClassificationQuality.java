package perennial.analytics.evaluation;

/**
 * What predicted probabilities were worth against what came true.
 *
 * @param count people judged
 * @param positives of them those with the outcome
 * @param auc area under the receiver operating characteristic, with DeLong's interval
 * @param logLoss minus the mean log-likelihood, natural logarithm; lower is better
 * @param brier mean squared error of the probability (Brier 1950); lower is better
 * @param topTenthLift share of the outcome in the tenth with the highest predictions, by its share among all; equal
 *     predictions at the border count in proportion, so that a constant prediction has lift 1
 */
public record ClassificationQuality(
        int count,
        int positives,
        Interval auc,
        double logLoss,
        double brier,
        double topTenthLift,
        Calibration calibration,
        ConfusionMatrix confusion) {
    private static final double LEAST = 1e-15;
    private static final double TOP = 0.1;

    /**
     * @param threshold from which probability on the outcome is predicted, for the confusion matrix
     * @throws IllegalArgumentException unless both outcomes occur and the predictions are probabilities
     */
    public static ClassificationQuality of(double[] probabilities, boolean[] outcomes, double threshold) {
        int positives = Outcomes.positivesByProbability(probabilities, outcomes);
        return new ClassificationQuality(
                outcomes.length,
                positives,
                Auc.of(probabilities, outcomes).interval(),
                logLoss(probabilities, outcomes),
                brier(probabilities, outcomes),
                lift(probabilities, outcomes, TOP),
                Calibration.of(probabilities, outcomes),
                ConfusionMatrix.of(probabilities, outcomes, threshold));
    }

    public double baseRate() {
        return (double) positives / count;
    }

    /** Minus the mean log-likelihood; a probability counts as at least 1e-15 away from 0 and 1. */
    public static double logLoss(double[] probabilities, boolean[] outcomes) {
        Outcomes.positives(probabilities, outcomes);
        double sum = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double ofWhatCame = outcomes[i] ? probabilities[i] : 1 - probabilities[i];
            sum -= Math.log(Math.min(Math.max(ofWhatCame, LEAST), 1 - LEAST));
        }
        return sum / outcomes.length;
    }

    static double brier(double[] probabilities, boolean[] outcomes) {
        double sum = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double error = probabilities[i] - (outcomes[i] ? 1 : 0);
            sum += error * error;
        }
        return sum / outcomes.length;
    }

    static double lift(double[] scores, boolean[] outcomes, double share) {
        int[] order = Ranks.ascending(scores);
        double room = share * order.length;
        double found = 0;
        int positives = 0;
        for (int to = order.length; to > 0; ) {
            int from = to - 1;
            while (from > 0 && scores[order[from - 1]] == scores[order[to - 1]]) {
                from--;
            }
            int tied = 0;
            for (int i = from; i < to; i++) {
                tied += outcomes[order[i]] ? 1 : 0;
            }
            double taken = Math.min(to - from, room);
            found += tied * taken / (to - from);
            room -= taken;
            positives += tied;
            to = from;
        }
        return found / (share * order.length) / ((double) positives / order.length);
    }
}
