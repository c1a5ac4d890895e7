package perennial.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

/**
 * The features of customers of whom something new was told since the run in force looked, beside those that the run
 * stored. What they cost follows what has changed, not how many customers there are.
 */
public interface LatestFeatures {
    /** Some of those whose features are older than what was told of them, in the order of their ids. */
    List<CustomerId> waiting(Run inForce, int atMost);

    /** Folds the histories of customers anew, and keeps the rows; whoever has none before that instant has no row. */
    List<FeatureRow> renew(Run inForce, Collection<CustomerId> customers, Instant asOf);

    /** The row of a customer who has changed. */
    Optional<FeatureRow> of(Run inForce, CustomerId customer);

    /** Tells the reader the rows of all who have changed, in the order of their ids. */
    void each(Run inForce, Consumer<FeatureRow> reader);

    /** Drops what a run that comes in force has seen itself. */
    void begin(Run inForce);
}
