package perennial.analytics.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.kernel.CustomerId;

/** A customer's history told in a test; an instant is written as 2025-03-01T10:00, in UTC. */
public final class Story {
    private Optional<Instant> registered = Optional.empty();
    private final List<Purchase> purchases = new ArrayList<>();
    private final List<Cancellation> cancellations = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    public static Instant at(String text) {
        return Instant.parse(text.contains("T") ? text + ":00Z" : text + "T00:00:00Z");
    }

    public Story registers(String at) {
        registered = Optional.of(at(at));
        return this;
    }

    /** One order of one line. */
    public Story buys(String at, long amountMinor) {
        return buys(at, new Purchase.Line("thing", Optional.empty(), 1, amountMinor));
    }

    public Story buys(String at, Purchase.Line... lines) {
        return buys(at, "", "", "", "", lines);
    }

    /** An empty word is one that the shop does not know. */
    public Story buys(
            String at, String channel, String coupon, String paidFrom, String sentTo, Purchase.Line... lines) {
        purchases.add(new Purchase(
                "order-" + purchases.size(),
                at(at),
                List.of(lines),
                known(channel),
                known(coupon),
                known(paidFrom),
                known(sentTo)));
        return this;
    }

    public Story returns(String at, long amountMinor) {
        cancellations.add(new Cancellation("order-0", at(at), "thing", 1, amountMinor));
        return this;
    }

    public Story does(String at, Event.Kind kind, String subject) {
        events.add(new Event(at(at), kind, subject, OptionalDouble.empty()));
        return this;
    }

    public Story rates(String at, double rating) {
        events.add(new Event(at(at), Event.Kind.SERVICE_CASE, "delivery", OptionalDouble.of(rating)));
        return this;
    }

    public History history() {
        return new History(new CustomerId("customer"), registered, purchases, cancellations, events);
    }

    public static Purchase.Line line(String sku, String category, int quantity, long amountMinor) {
        return new Purchase.Line(sku, known(category), quantity, amountMinor);
    }

    private static Optional<String> known(String word) {
        return Optional.of(word).filter(given -> !given.isEmpty());
    }
}
