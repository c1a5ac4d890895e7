package perennial.overview;

import perennial.kernel.Run;

/** A run has come into force: sent once, in the transaction from which its results are the valid ones. */
public record ResultsRenewed(Run run) {}
