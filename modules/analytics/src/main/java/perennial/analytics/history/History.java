package perennial.analytics.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import perennial.kernel.CustomerId;

/**
 * All that is known of one customer. Each list is in the order of time, whatever order it was given in; what happened
 * at one instant is in the order of its own words, so that equal facts make equal histories.
 */
public record History(
        CustomerId customer,
        Optional<Instant> registered,
        List<Purchase> purchases,
        List<Cancellation> cancellations,
        List<Event> events) {
    private static final Comparator<Purchase> PURCHASES =
            Comparator.comparing(Purchase::at).thenComparing(Purchase::order);
    private static final Comparator<Cancellation> CANCELLATIONS = Comparator.comparing(Cancellation::at)
            .thenComparing(Cancellation::order)
            .thenComparing(Cancellation::sku);
    private static final Comparator<Event> EVENTS =
            Comparator.comparing(Event::at).thenComparing(Event::kind).thenComparing(Event::subject);

    public History {
        purchases = inOrder(purchases, PURCHASES);
        cancellations = inOrder(cancellations, CANCELLATIONS);
        events = inOrder(events, EVENTS);
    }

    /** The same history as it was known at an instant: what happened at or after the cut is not in it. */
    public History before(Instant cut) {
        return new History(
                customer,
                registered.filter(at -> at.isBefore(cut)),
                before(cut, purchases, Purchase::at),
                before(cut, cancellations, Cancellation::at),
                before(cut, events, Event::at));
    }

    private static <T> List<T> before(Instant cut, List<T> ordered, Function<T, Instant> at) {
        int known = ordered.size();
        while (known > 0 && !at.apply(ordered.get(known - 1)).isBefore(cut)) {
            known--;
        }
        return known == ordered.size() ? ordered : ordered.subList(0, known);
    }

    private static <T> List<T> inOrder(List<T> given, Comparator<T> order) {
        for (int i = 1; i < given.size(); i++) {
            if (order.compare(given.get(i - 1), given.get(i)) > 0) {
                return given.stream().sorted(order).toList();
            }
        }
        return List.copyOf(given);
    }
}
