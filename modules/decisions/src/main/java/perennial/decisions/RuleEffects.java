package perennial.decisions;

import java.util.List;
import java.util.Optional;
import perennial.decisions.RuleVersions.Person;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** What each offer is held to change: a table of the business, from which every figure in money comes. */
public interface RuleEffects {
    /** By kind, verb and segment. */
    List<Effect> all();

    /** What a row may be about: each offer that rules may propose, for all customers. */
    List<Lever> levers();

    /**
     * Puts a row in the place of that of the same verb, kind and segment.
     *
     * @throws InvalidInputException if no rule may propose that, or the figures make no sense
     */
    void put(Effect effect, Person by);

    /**
     * Drops a row. What stands in none is shown with its cost alone, and comes after all that is known to bring something.
     *
     * @throws UnknownEffectException if there is no such row
     */
    void remove(Lever lever, Person by);

    /**
     * @param verb that a rule proposes: offerCoupon
     * @param kind what it is for: marketing.win-back
     * @param segment id; empty for all customers whose segment has no row of its own
     */
    record Lever(String verb, String kind, Optional<String> segment) {}

    /**
     * @param uplift how much likelier an order becomes, from 0 to 1
     * @param lower the lower end of the interval in which that lies
     * @param upper its upper end
     */
    record Effect(Lever lever, double uplift, double lower, double upper, Source source) {
        public Effect {
            if (!(0 <= lower && lower <= uplift && uplift <= upper && upper <= 1)) {
                throw new InvalidInputException(
                        "uplift",
                        lower + " <= " + uplift + " <= " + upper,
                        new Words("shares in this order are needed", "应为按此顺序的比例"),
                        new Words("give 0 to 1 with lower <= uplift <= upper", "请给出 0 至 1，且 lower <= uplift <= upper"));
            }
        }
    }

    /** Where an effect is known from. */
    enum Source {
        ASSUMED,
        EXPERIMENT
    }
}
