package perennial.ruleengine;

import java.time.Instant;

/** Everything outside the customer that a decision depends on. */
public record Circumstances(
        Instant now, GuardRails rails, Economics economics, ContactHistory contacts, Budget budget) {}
