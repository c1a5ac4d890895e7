package perennial.decisions.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;

/** What only the history itself tells: the last order's surroundings, the cart left standing, the last bad case. */
final class RecentDays {
    private static final double BAD_RATING = 2;
    private static final int WEEK = 7;
    /** What was put into a cart so long before the last thing is not the same cart any more. */
    private static final Duration ONE_CART = Duration.ofDays(30);

    /** The events that tell anything here. */
    static final Set<Event.Kind> EVENTS = Set.of(Event.Kind.CART, Event.Kind.SERVICE_CASE);

    private final History history;
    private final Instant now;

    RecentDays(History history, Instant now) {
        this.history = history.before(now);
        this.now = now;
    }

    /** Whether the history could tell anything here that the features don't. */
    static boolean matter(Features features) {
        return features.orElse(Feature.RECENCY, Double.MAX_VALUE) <= WEEK
                || features.orElse(Feature.BAD_CASES, 0) > 0
                || features.get(Feature.CART_AGE).isPresent();
    }

    /**
     * An order of the past seven days.
     *
     * @param lastHour orders within the hour that ends with it, itself among them
     * @param lastDay the same of 24 hours
     * @param countryMismatch empty where one of the countries is not known
     */
    record LastOrder(long value, int lastHour, int lastDay, Optional<Boolean> countryMismatch) {}

    /** @param order the number of the one that is meant; empty: the last one of all */
    Optional<LastOrder> lastOrder(Optional<String> order) {
        List<Purchase> purchases = history.purchases();
        return order.map(this::purchase)
                .orElseGet(this::lastPurchase)
                .filter(last -> !last.at().isBefore(now.minus(Duration.ofDays(WEEK))))
                .map(last -> new LastOrder(
                        last.amountMinor(),
                        within(Duration.ofHours(1), last, purchases),
                        within(Duration.ofDays(1), last, purchases),
                        last.paymentCountry()
                                .flatMap(paid -> last.shippingCountry().map(shipped -> !shipped.equals(paid)))));
    }

    private Optional<Purchase> purchase(String order) {
        return history.purchases().stream()
                .filter(purchase -> purchase.order().equals(order))
                .findFirst();
    }

    private Optional<Purchase> lastPurchase() {
        List<Purchase> purchases = history.purchases();
        return purchases.isEmpty() ? Optional.empty() : Optional.of(purchases.get(purchases.size() - 1));
    }

    private static int within(Duration span, Purchase last, List<Purchase> purchases) {
        Instant since = last.at().minus(span);
        return (int) purchases.stream()
                .filter(purchase ->
                        purchase.at().isAfter(since) && !purchase.at().isAfter(last.at()))
                .count();
    }

    /**
     * The cart left standing at list prices; empty where there is none or a price is not known. A product that was put
     * in again counts with its last quantity, and with one piece where the shop tells no quantity.
     */
    OptionalLong cartValue(Map<String, Long> listPrices) {
        Map<String, Event> cart = cart();
        long value = 0;
        for (Map.Entry<String, Event> item : cart.entrySet()) {
            Long price = listPrices.get(item.getKey());
            if (price == null) {
                return OptionalLong.empty();
            }
            value += Math.round(item.getValue().amount().orElse(1) * price);
        }
        return cart.isEmpty() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private Map<String, Event> cart() {
        Instant ordered = lastPurchase().map(Purchase::at).orElse(Instant.MIN);
        List<Event> since = history.events().stream()
                .filter(event -> event.kind() == Event.Kind.CART && event.at().isAfter(ordered))
                .toList();
        Map<String, Event> cart = new HashMap<>();
        for (Event event : since) {
            if (!event.at().isBefore(since.get(since.size() - 1).at().minus(ONE_CART))) {
                cart.put(event.subject(), event);
            }
        }
        return cart;
    }

    /** When something was last put into the cart left standing. */
    Optional<Instant> lastCart() {
        return cart().values().stream().map(Event::at).max(Comparator.naturalOrder());
    }

    /** Days since the last service case that was rated badly. */
    OptionalDouble badCaseAge() {
        return lastBadCase().stream()
                .mapToDouble(at -> Duration.between(at, now).toSeconds()
                        / (double) Duration.ofDays(1).toSeconds())
                .findFirst();
    }

    Optional<Instant> lastBadCase() {
        return history.events().stream()
                .filter(event -> event.kind() == Event.Kind.SERVICE_CASE
                        && event.amount().orElse(Double.MAX_VALUE) <= BAD_RATING)
                .map(Event::at)
                .max(Comparator.naturalOrder());
    }
}
