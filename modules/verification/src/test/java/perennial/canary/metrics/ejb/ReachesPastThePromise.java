package perennial.canary.metrics.ejb;

import perennial.canary.profiles.jpa.StageTable;

/** The direction is allowed, but it uses what profiles keeps to itself. */
public record ReachesPastThePromise(StageTable table) {}
