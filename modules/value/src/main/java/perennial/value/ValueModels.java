package perennial.value;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.analytics.valuation.Judgement;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.value.ValueScores.ValueModel;

/**
 * Which purchase model the shop's scores rest on, chosen by a back-test, and the evidence for it. The choice is work of
 * its own, done when it is due: at the first run, when the last one is old, when the customers have drifted away from it,
 * when somebody asks. It keeps within a budget of seconds and goes on in the next run where that was spent.
 */
public interface ValueModels {
    /** Chooses if that is due, and goes on with a choice that is not complete; else it returns at once. */
    void review(Run run, Progress progress);

    /** Has the next run choose anew. */
    void askForChoice(String actor);

    /** The evidence behind the scores of a run. */
    Evidence evidence(Run run);

    /** Why a choice was made. */
    enum Cause {
        /** There was none before. */
        FIRST,
        /** The last one was old. */
        AGE,
        /** The customers had changed so much that the parameters of the last choice no longer fitted them. */
        DRIFT,
        /** Somebody asked for it. */
        DEMAND
    }

    /**
     * A choice of the purchase model.
     *
     * @param id the number of the run that began it
     * @param asOf what the back-test knew
     * @param horizonDays how far each of its forecasts went; empty where the history is too short for a back-test
     * @param complete whether every model was judged at every time; else the next run goes on
     * @param purchaseModel empty where none could be judged
     */
    record Choice(
            long id,
            Instant asOf,
            Cause cause,
            Optional<Double> horizonDays,
            boolean complete,
            Optional<String> purchaseModel,
            Words reason) {}

    /**
     * @param fit how the fit of the run's parameters ended; empty where there is no model
     * @param choice empty where the run had been scored before there were choices
     * @param judgements of the choice's back-test; origins and the times of a course are days since 1970-01-01, money is
     *     in major units
     * @param distribution how many customers have which expected value, from low to high; the last bin is as wide as it
     *     must be to hold the largest
     */
    record Evidence(
            ValueModel model,
            Optional<FitEvidence> fit,
            Optional<Choice> choice,
            List<Judgement> judgements,
            List<ValueBin> distribution) {}

    /**
     * @param status converged, at_edge or not_converged
     * @param passes over the data
     * @param largestGradient of the log-likelihood by the logarithm of a parameter, in size
     * @param withoutLeaving the log-likelihood of the model in which nobody leaves
     * @param drift what the run's own parameters gain in log-likelihood per customer over those of the choice; empty in
     *     the run that chose
     */
    record FitEvidence(
            String status, int passes, double largestGradient, double withoutLeaving, Optional<Double> drift) {}

    /** So many customers from one expected value, included, to another one, excluded. */
    record ValueBin(Money from, Money to, long customers) {}
}
