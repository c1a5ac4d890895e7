package perennial.ruleengine;

import java.time.Instant;

/** Everything outside the customer that a decision depends on. */
public record Circumstances(
        Instant now, GuardRails rails, Economics economics, ContactHistory contacts, Budget budget, Holdout holdout) {

    /** Nobody is kept without offers. */
    public Circumstances(Instant now, GuardRails rails, Economics economics, ContactHistory contacts, Budget budget) {
        this(now, rails, economics, contacts, budget, Holdout.NONE);
    }
}
