package perennial.analytics.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.kernel.CustomerId;

/** All that is known of one customer, each list in the order of time. */
public record History(
        CustomerId customer,
        Optional<Instant> registered,
        List<Purchase> purchases,
        List<Cancellation> cancellations,
        List<Event> events) {
    public History {
        purchases = List.copyOf(purchases);
        cancellations = List.copyOf(cancellations);
        events = List.copyOf(events);
    }

    /** The same history as it was known at an instant: what happened at or after the cut is not in it. */
    public History before(Instant cut) {
        return new History(
                customer,
                registered.filter(at -> at.isBefore(cut)),
                purchases.stream().filter(p -> p.at().isBefore(cut)).toList(),
                cancellations.stream().filter(c -> c.at().isBefore(cut)).toList(),
                events.stream().filter(e -> e.at().isBefore(cut)).toList());
    }
}
