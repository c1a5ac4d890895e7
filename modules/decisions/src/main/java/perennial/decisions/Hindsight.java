package perennial.decisions;

import java.util.List;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.Decisions.Dropped;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** Why decisions are as they are and why others were not made, from what is stored; and whether the same comes out again. */
public interface Hindsight {
    /**
     * @throws UnknownOccasionException if there is none of that number
     * @throws perennial.kernel.ConflictException if the rules that decided are not kept any more
     */
    Explanation ofOccasion(long id);

    /**
     * Of one decision, whenever it was made, with its own caps and without what was dropped beside it.
     *
     * @throws perennial.kernel.ConflictException as {@link #ofOccasion} does
     */
    Explanation of(Decision decision);

    /**
     * As {@link #ofOccasion} for what a run decided for a customer. Of whom no rule fired for, nothing is stored: they
     * are looked at as the run found them, with catalogue and consents of today.
     *
     * @throws perennial.activity.UnknownCustomerException if the run knows nobody of that id
     */
    Explanation ofRun(Run run, CustomerId customer);

    /**
     * Decides again what was decided for an occasion: by the rules, guard rails, effects, facts, contacts and budget of
     * then. Nothing is kept, nobody is told.
     *
     * @throws UnknownOccasionException if there is none of that number
     * @throws perennial.kernel.ConflictException if it was made before all of that was stored
     */
    Rerun rerunOccasion(long id);

    /**
     * As {@link #rerunOccasion} for what a run decided for a customer.
     *
     * @throws UnknownOccasionException if no rule fired, so that nothing is stored
     */
    Rerun rerun(Run run, CustomerId customer);

    /**
     * @param rules the version of the rules
     * @param fired the rules that fired
     * @param missed the rules that one condition kept from firing
     * @param reasons what the models say about the customer, the strongest first
     * @param caps what the guard rails changed about what was decided
     * @param dropped what the guard rails and the choice kept back
     */
    record Explanation(
            String rules,
            List<Fired> fired,
            List<Missed> missed,
            List<Words> reasons,
            List<Words> caps,
            List<Dropped> dropped) {}

    /** @param rule its sentence */
    record Fired(String code, Words rule, String file, List<Ground> grounds) {}

    /** @param ground the one condition that does not hold */
    record Missed(String code, Words rule, String file, Ground ground) {}

    /**
     * A condition beside what was so.
     *
     * @param line of the rule's file, from 1
     * @param condition as written
     * @param values what it names, each with its value
     * @param asked what it asks for
     */
    record Ground(int line, String condition, Words values, Words asked) {}

    /**
     * @param rules the version of the rules
     * @param differences none where the same came out
     */
    record Rerun(String rules, List<Difference> differences) {
        public boolean isSame() {
            return differences.isEmpty();
        }
    }

    /**
     * @param part fired, decisions or dropped
     * @param stored what came out then and not again; empty where it came out now alone
     * @param again what comes out now and did not then; empty where it came out then alone
     */
    record Difference(String part, String stored, String again) {}
}
