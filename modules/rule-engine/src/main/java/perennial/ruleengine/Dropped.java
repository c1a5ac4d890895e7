package perennial.ruleengine;

import java.util.List;
import java.util.Map;
import perennial.rules.Kind;
import perennial.rules.Text;

/**
 * A proposal that did not become a decision.
 *
 * @param arguments as in {@link Decision}
 * @param rules the names of the rules that proposed it
 */
public record Dropped(
        Kind kind, String verb, Map<String, Object> arguments, List<String> rules, Cause cause, Text why) {

    /** Why a proposal did not become a decision. */
    public enum Cause {
        /** The order is held, so there are no offers. */
        BLOCKED,
        /** The customer is left in peace for now. */
        QUIET,
        /** The customer buys at full price. */
        FULL_PRICE,
        /** No recorded consent to any channel of the proposal. */
        NO_CONSENT,
        /** Reached as often as is allowed. */
        CONTACT_CAP,
        /** Nothing that rings is sent at this hour. */
        QUIET_HOURS,
        /** List price or cost of the product are not known. */
        NO_PRICE,
        /** No discount is left above the lowest price allowed. */
        PRICE_FLOOR,
        /** Expected to cost more than it brings. */
        NOT_WORTH_IT,
        /** What is left of the budget does not cover it. */
        BUDGET,
        /** It would have been chosen, but the customer is one of those kept without offers. */
        HOLDOUT,
        /** Another proposal of its domain was chosen. */
        OUTBID,
        /** The customer has as many decisions as are allowed. */
        TOO_MANY
    }
}
