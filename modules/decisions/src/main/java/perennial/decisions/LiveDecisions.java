package perennial.decisions;

import java.time.Instant;
import java.util.List;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.Decisions.Trace;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

/** Decisions when something happens, by the same path as those of the weekly run. */
public interface LiveDecisions {
    /**
     * Decides for one customer as of now: features from the history with what the occasion tells, scores of the run.
     * Contacts that this or any other decision made count at once, whoever asks at the same time.
     *
     * @param run the run in force
     * @throws perennial.activity.UnknownCustomerException if nobody of that id is known, unless an order is told: who orders is a customer
     * @throws perennial.kernel.InvalidInputException if what is told lies in the future, or too long ago to be new
     */
    Answer decide(Run run, Occasion occasion);

    /** @throws UnknownOccasionException if there is none of that number */
    Answer find(long id);

    /** How many occasions there were so far; it only grows. */
    long count();

    /** The decisions that occasions brought a customer, the newest first, at most so many. */
    List<Decision> latest(CustomerId customer, int limit);

    /**
     * @param id the number of the occasion
     * @param run whose scores were used
     * @param at the instant of the decision
     * @param trace what the rules saw, which of them fired, and what was proposed and dropped
     */
    record Answer(
            long id, CustomerId customer, Moment moment, long run, Instant at, List<Decision> decisions, Trace trace) {}
}
