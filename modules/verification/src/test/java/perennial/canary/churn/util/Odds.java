package perennial.canary.churn.util;

/** Its package says nothing. */
public record Odds(double value) {}
