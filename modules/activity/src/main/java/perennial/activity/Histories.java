package perennial.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.kernel.CustomerId;

/** What every known customer did, read in one pass over the database without holding more than one in memory. */
public interface Histories {
    /** Tells the reader the history of each customer known before the cut, in the order of their ids. */
    void each(Instant cut, Consumer<History> reader);

    /** Tells the reader when each customer bought before the cut, one purchase at a time. */
    void eachPurchaseTime(Instant cut, Consumer<PurchaseTime> reader);

    /** One customer's history before the cut; empty if nobody of that id is known. */
    Optional<History> of(CustomerId customer, Instant cut);

    /**
     * The histories before the cut of some, a few hundred at a time, with events of some kinds alone. Who is not known is
     * not in it.
     */
    Map<CustomerId, History> ofSome(Collection<CustomerId> customers, Set<Event.Kind> events, Instant cut);

    /** The fold of this shop: its time zone, its currency, what it records. */
    FeatureFold fold();

    /** That a customer bought, and when. */
    record PurchaseTime(CustomerId customer, Instant at) {}
}
