package perennial.decisions.model;

import perennial.ruleengine.Economics;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.Holdout;

/** What decisions depend on beside rules and facts, the same for every customer. */
public record Terms(GuardRails rails, Economics economics, Holdout holdout) {}
