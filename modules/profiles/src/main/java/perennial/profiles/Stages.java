package perennial.profiles;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.features.Features;
import perennial.analytics.lifecycle.Placement;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Progress;
import perennial.kernel.Run;

/** The life-cycle stage of each customer, placed anew by each run; changes are kept as history. */
public interface Stages {
    /**
     * Places every customer as of the run and notes whose stage is another than was known. Done again, it replaces what
     * it had stored. A run as of an earlier instant than changes that are known looks back: it adds no changes.
     *
     * @param before the run in force; what later runs had noted without coming into force is dropped, and of the rows of
     *     older runs only those of this one stay
     */
    void renew(Run run, Optional<Run> before, Progress progress);

    /** The stages of those of the customers that the run placed. */
    Map<CustomerId, StageRow> of(Run run, Collection<CustomerId> customers);

    /** The same without what they rest on, of neighbours. */
    Map<CustomerId, Stage> stages(Run run, CustomerSpan customers);

    /** How any customer is placed by the definitions and the shop's rhythm as of the run; reads the whole base once. */
    Placing placing(Run run);

    /** Customers by stage; every stage is there, if only with 0. */
    Map<Stage, Long> counts(Run run);

    /** The changes of one customer's stage, the oldest first. */
    List<StageChange> history(CustomerId customer);

    /** Places one customer, known to the run or not. */
    @FunctionalInterface
    interface Placing {
        Placement of(Features features);
    }

    /** How many customers' stages changed with the run. */
    long countChanges(Run run);

    /**
     * The changes that a run brought, ordered by customer, so many at most.
     *
     * @param after only those of customers after this one; empty for the first
     */
    List<CustomerChange> changes(Run run, Optional<CustomerId> after, int limit);

    record CustomerChange(CustomerId customer, StageChange change) {}

    /** @param since the as-of instant of the first run that saw the customer in this stage, without a break */
    record StageRow(CustomerId customer, Placement placement, Instant since) {}

    /** @param from empty where the customer was placed for the first time */
    record StageChange(Instant at, Optional<Stage> from, Stage to) {}
}
