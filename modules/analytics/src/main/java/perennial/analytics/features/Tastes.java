package perennial.analytics.features;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;

/**
 * What a customer likes and uses, in the shop's own words. Where two are equal, the one earlier in the alphabet is
 * taken.
 *
 * @param category with the highest spend; empty where no line bought has a category
 * @param products bought, at most five, by spend, the highest first
 * @param channel of most orders
 * @param shippingCountry of most orders
 * @param cart products put into a cart since the last order, in the order of time
 */
public record Tastes(
        Optional<String> category,
        List<String> products,
        Optional<String> channel,
        Optional<String> shippingCountry,
        List<String> cart) {
    private static final int PRODUCTS = 5;

    public Tastes {
        products = List.copyOf(products);
        cart = List.copyOf(cart);
    }

    static Tastes of(History known) {
        List<Purchase> purchases = known.purchases();
        Assortment assortment = Assortment.of(purchases);
        return new Tastes(
                highest(assortment.byCategory(), 1).stream().findFirst(),
                highest(assortment.byProduct(), PRODUCTS),
                mostFrequent(purchases, Purchase::channel),
                mostFrequent(purchases, Purchase::shippingCountry),
                leftInCart(known));
    }

    private static Optional<String> mostFrequent(List<Purchase> purchases, Function<Purchase, Optional<String>> of) {
        Map<String, Long> counts = new HashMap<>();
        for (Purchase purchase : purchases) {
            of.apply(purchase).ifPresent(value -> counts.merge(value, 1L, Long::sum));
        }
        return highest(counts, 1).stream().findFirst();
    }

    private static List<String> highest(Map<String, Long> amounts, int count) {
        Comparator<Map.Entry<String, Long>> byAmount = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return amounts.entrySet().stream()
                .sorted(byAmount.thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> leftInCart(History known) {
        List<Purchase> purchases = known.purchases();
        return known.events().stream()
                .filter(event -> event.kind() == Event.Kind.CART)
                .filter(event -> purchases.isEmpty()
                        || purchases.get(purchases.size() - 1).at().isBefore(event.at()))
                .map(Event::subject)
                .distinct()
                .toList();
    }
}
