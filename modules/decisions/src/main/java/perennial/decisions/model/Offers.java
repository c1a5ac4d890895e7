package perennial.decisions.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import perennial.activity.Catalogue.Product;
import perennial.kernel.Money;

/**
 * Which product is offered to whom: of those of the favourite category that are not sold out, the one whose list price
 * is nearest to what the customer usually pays for a piece. Of two that are as near, the cheaper one is taken; of two
 * at the same price, the one that comes first in the catalogue.
 */
public final class Offers {
    private final Map<String, NavigableMap<Long, Offer>> byCategory = new HashMap<>();

    private final Map<String, Long> sold;
    private final int days;

    private Offers(Map<String, Long> sold, int days) {
        this.sold = Map.copyOf(sold);
        this.days = days;
    }

    /**
     * @param stockCover days that the stock lasts at the pace of the window; empty where the stock is not known, or
     *     where nothing was sold in the window: a new product has no pace yet, so it is not called dead stock
     */
    public record Offer(String sku, long listPrice, Optional<Money> cost, OptionalDouble stockCover) {}

    /**
     * @param sold pieces sold by product, within the days that end now
     * @param days length of that window, above 0
     */
    public static Offers of(List<Product> catalogue, Map<String, Long> sold, int days) {
        return new Offers(sold, days).of(catalogue);
    }

    /** Of another catalogue, by the same sales. */
    public Offers of(List<Product> catalogue) {
        Offers offers = new Offers(sold, days);
        catalogue.forEach(offers::add);
        return offers;
    }

    private void add(Product product) {
        long pieces = sold.getOrDefault(product.sku(), 0L);
        boolean soldOut = product.stock().filter(stock -> stock <= 0).isPresent();
        Optional<Money> price = product.listPrice().filter(listed -> listed.minor() > 0);
        if (soldOut || price.isEmpty() || product.category().isEmpty()) {
            return;
        }
        OptionalDouble cover = pieces > 0 && product.stock().isPresent()
                ? OptionalDouble.of(product.stock().get() * (double) days / pieces)
                : OptionalDouble.empty();
        long listed = price.get().minor();
        byCategory
                .computeIfAbsent(product.category().get(), category -> new TreeMap<>())
                .putIfAbsent(listed, new Offer(product.sku(), listed, product.cost(), cover));
    }

    /** @param usualPrice of a piece, in minor units */
    public Optional<Offer> fitting(String category, double usualPrice) {
        NavigableMap<Long, Offer> prices = byCategory.get(category);
        if (prices == null) {
            return Optional.empty();
        }
        long usual = Math.round(usualPrice);
        return Stream.of(Optional.ofNullable(prices.floorEntry(usual)), Optional.ofNullable(prices.higherEntry(usual)))
                .flatMap(Optional::stream)
                .min(Map.Entry.comparingByKey(
                        (one, other) -> Long.compare(Math.abs(one - usual), Math.abs(other - usual))))
                .map(Map.Entry::getValue);
    }
}
