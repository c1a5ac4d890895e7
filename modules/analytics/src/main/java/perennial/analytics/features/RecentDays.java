package perennial.analytics.features;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;

/**
 * What the last days before a cut tell and no feature does: the order of the week with those around it, the cart left
 * standing, the last bad service case.
 */
public record RecentDays(Optional<RecentOrder> order, Optional<Cart> cart, Optional<Instant> badCase) {
    private static final Duration WEEK = Duration.ofDays(7);
    /** What was put into a cart so long before the last thing is not the same cart any more. */
    private static final Duration ONE_CART = Duration.ofDays(30);

    /**
     * An order of the past seven days.
     *
     * @param value in minor units
     * @param lastHour orders within the hour that ends with it, itself among them
     * @param lastDay the same of 24 hours
     * @param countryMismatch empty where one of the countries is not known
     */
    public record RecentOrder(long value, int lastHour, int lastDay, Optional<Boolean> countryMismatch) {}

    /** @param at when something was last put into it */
    public record Cart(Instant at, List<Item> items) {
        public Cart {
            items = List.copyOf(items);
        }
    }

    /** @param quantity the last one that was told; one piece where the shop tells none */
    public record Item(String sku, double quantity) {}

    public static RecentDays of(History history, Instant cut) {
        return of(history, cut, Optional.empty());
    }

    /** @param order the number of the one that is meant; empty: the last one of all */
    public static RecentDays of(History history, Instant cut, Optional<String> order) {
        History known = history.before(cut);
        return new RecentDays(order(known.purchases(), cut, order), cart(known), badCase(known));
    }

    /** Whether the history of a customer with these features could tell anything here. */
    public static boolean matter(Features features) {
        return features.orElse(Feature.RECENCY, Double.MAX_VALUE) <= WEEK.toDays()
                || features.orElse(Feature.BAD_CASES, 0) > 0
                || features.get(Feature.CART_AGE).isPresent();
    }

    private static Optional<RecentOrder> order(List<Purchase> purchases, Instant cut, Optional<String> number) {
        return number.map(wanted -> numbered(purchases, wanted))
                .orElseGet(() -> last(purchases))
                .filter(order -> !order.at().isBefore(cut.minus(WEEK)))
                .map(order -> new RecentOrder(
                        order.amountMinor(),
                        within(Duration.ofHours(1), order, purchases),
                        within(Duration.ofDays(1), order, purchases),
                        order.paymentCountry()
                                .flatMap(paid -> order.shippingCountry().map(shipped -> !shipped.equals(paid)))));
    }

    private static Optional<Purchase> numbered(List<Purchase> purchases, String number) {
        return purchases.stream()
                .filter(purchase -> purchase.order().equals(number))
                .findFirst();
    }

    private static Optional<Purchase> last(List<Purchase> purchases) {
        return purchases.isEmpty() ? Optional.empty() : Optional.of(purchases.get(purchases.size() - 1));
    }

    private static int within(Duration span, Purchase order, List<Purchase> purchases) {
        Instant since = order.at().minus(span);
        return (int) purchases.stream()
                .filter(purchase ->
                        purchase.at().isAfter(since) && !purchase.at().isAfter(order.at()))
                .count();
    }

    private static Optional<Cart> cart(History known) {
        Instant ordered = last(known.purchases()).map(Purchase::at).orElse(Instant.MIN);
        List<Event> since = known.events().stream()
                .filter(event -> event.kind() == Event.Kind.CART && event.at().isAfter(ordered))
                .toList();
        if (since.isEmpty()) {
            return Optional.empty();
        }
        Instant latest = since.get(since.size() - 1).at();
        Map<String, Double> quantities = new LinkedHashMap<>();
        since.stream()
                .filter(event -> !event.at().isBefore(latest.minus(ONE_CART)))
                .forEach(event -> quantities.put(event.subject(), event.amount().orElse(1)));
        return Optional.of(new Cart(
                latest,
                quantities.entrySet().stream()
                        .map(item -> new Item(item.getKey(), item.getValue()))
                        .toList()));
    }

    private static Optional<Instant> badCase(History known) {
        return known.events().stream().filter(Doings::isBadCase).map(Event::at).reduce((earlier, later) -> later);
    }
}
