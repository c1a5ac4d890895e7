package perennial.profiles;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.lifecycle.Placement;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;

/** The life-cycle stage of each customer, placed anew by each run; changes are kept as history. */
public interface Stages {
    /** Places every customer as of the run; {@code before} is the run in force, with which changes are found. */
    void renew(Run run, Optional<Run> before, Progress progress);

    /** The stages of those of the customers that the run placed. */
    Map<CustomerId, StageRow> of(Run run, Collection<CustomerId> customers);

    /** Customers by stage; every stage is there, if only with 0. */
    Map<Stage, Long> counts(Run run);

    /** The changes of one customer's stage, the oldest first. */
    List<StageChange> history(CustomerId customer);

    /** @param since the as-of instant of the run that first placed the customer there without a break */
    record StageRow(CustomerId customer, Placement placement, Instant since) {}

    /** @param from empty where the customer was placed for the first time */
    record StageChange(Instant at, Optional<Stage> from, Stage to) {}
}
