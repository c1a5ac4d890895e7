package perennial.analytics.churn;

import perennial.analytics.evaluation.Auc;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.evaluation.Interval;
import perennial.kernel.InvalidInputException;

/**
 * A challenger against the champion on the same people, whom neither has learned from.
 *
 * @param aucGain the challenger's AUC less the champion's, with DeLong's interval for pairs
 * @param logLossGain the champion's log-loss less the challenger's: positive where the challenger is better
 * @param won whether the challenger takes over: the gains reach the margin
 */
public record Contest(Interval aucGain, double logLossGain, Margin margin, boolean won) {

    /** What a challenger must gain at least to take over; a change of model costs trust, so a tie is no reason. */
    public record Margin(double aucGain, double logLossGain) {
        public static final Margin STANDARD = new Margin(0.005, 0);

        public Margin {
            if (!(aucGain >= 0 && aucGain < 1)) {
                throw new InvalidInputException("aucGain", aucGain, "it is 0 or more and below 1", "give 0.005");
            }
            if (!Double.isFinite(logLossGain)) {
                throw new InvalidInputException("logLossGain", logLossGain, "it is a number", "give 0");
            }
        }
    }

    /** Between predicted probabilities; both outcomes must occur. */
    static Contest between(double[] champion, double[] challenger, boolean[] outcomes, Margin margin) {
        Interval aucGain = Auc.difference(challenger, champion, outcomes);
        double logLossGain =
                ClassificationQuality.logLoss(champion, outcomes) - ClassificationQuality.logLoss(challenger, outcomes);
        return new Contest(
                aucGain, logLossGain, margin, aucGain.value() >= margin.aucGain && logLossGain >= margin.logLossGain);
    }

    /**
     * Between a model in force and a new one on the evaluation snapshot of the new one's learning set, which is later
     * than all that either learned from as long as the champion is the older one.
     */
    public static Contest between(ChurnModel champion, ChurnModel challenger, Snapshot heldOut, Margin margin) {
        return between(
                champion.probabilities(heldOut.features()),
                challenger.probabilities(heldOut.features()),
                heldOut.outcomes(),
                margin);
    }
}
