package perennial.churn.model;

import perennial.churn.ChurnModels.Deed;

/** What was done, and about which version. */
public record Decided(long version, Deed deed) {}
