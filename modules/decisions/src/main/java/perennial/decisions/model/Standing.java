package perennial.decisions.model;

import perennial.decisions.RuleVersions.InForce;

/** @param number grows each time that something else comes in force */
public record Standing(long number, InForce inForce) {}
