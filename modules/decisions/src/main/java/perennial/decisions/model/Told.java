package perennial.decisions.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.decisions.Occasion;
import perennial.decisions.Occasion.Item;
import perennial.decisions.Occasion.PlacedOrder;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * A customer's history with what an occasion tells of it.
 *
 * @param cut the instant of the decision: just after what was told
 * @param order the number of the order that is told
 */
public record Told(Occasion occasion, History history, Instant cut, Optional<String> order) {
    /** An order without a number of its own; files bring none such. */
    private static final String UNNUMBERED = "";
    /** What happened longer ago is not news. */
    public static final Duration NEWS = Duration.ofDays(7);
    /** So far may the caller's clock be ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    /** A cut leaves out what happens at its very instant. */
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    /**
     * @param known what is stored of the customer
     * @param earlier orders that occasions before this one told; those that are stored by now count once
     * @param category of a product, where it is known
     */
    public static Told of(
            Occasion occasion,
            History known,
            List<Purchase> earlier,
            Function<String, Optional<String>> category,
            Instant now) {
        Map<String, Purchase> purchases = new LinkedHashMap<>();
        Stream.concat(known.purchases().stream(), earlier.stream())
                .forEach(purchase -> purchases.putIfAbsent(purchase.order(), purchase));
        occasion.order()
                .map(order -> purchase(order, category, now))
                .ifPresent(told -> purchases.put(told.order(), told));
        History history = new History(
                known.customer(),
                known.registered().or(occasion::registered),
                List.copyOf(purchases.values()),
                known.cancellations(),
                events(occasion, known.events(), now));
        return new Told(occasion, history, cut(occasion, now), occasion.order().map(Told::number));
    }

    private static Instant cut(Occasion occasion, Instant now) {
        return Stream.concat(
                        occasion.order().map(order -> news("order.at", order.at(), now)).stream(),
                        occasion.cart().map(cart -> news("cart.at", cart.at(), now)).stream())
                .map(at -> at.plus(JUST_AFTER))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private static Instant news(String field, Optional<Instant> at, Instant now) {
        Instant told = at.orElse(now);
        if (told.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw new InvalidInputException(
                    field,
                    told,
                    new Words("it lies after now, " + now, "它晚于现在 " + now),
                    new Words("leave it out for now", "如指现在，可省略"));
        }
        return told;
    }

    private static Purchase purchase(PlacedOrder order, Function<String, Optional<String>> category, Instant now) {
        Instant at = news("order.at", order.at(), now);
        if (at.isBefore(now.minus(NEWS))) {
            throw new InvalidInputException(
                    "order.at",
                    at,
                    new Words("it is more than " + NEWS.toDays() + " days ago", "它早于 " + NEWS.toDays() + " 天前"),
                    new Words("import old orders as a file", "较早的订单请以文件导入"));
        }
        List<Purchase.Line> lines = order.lines().isEmpty()
                ? List.of(new Purchase.Line("", Optional.empty(), 1, order.amount()))
                : order.lines().stream().map(item -> line(item, category)).toList();
        return new Purchase(
                number(order),
                at,
                lines,
                Optional.empty(),
                order.coupon(),
                order.paymentCountry(),
                order.shippingCountry());
    }

    private static String number(PlacedOrder order) {
        return order.id().orElse(UNNUMBERED);
    }

    private static Purchase.Line line(Item item, Function<String, Optional<String>> category) {
        long amount = Math.multiplyExact(item.unitPrice().orElseThrow(), (long) item.quantity());
        return new Purchase.Line(item.sku(), category.apply(item.sku()), item.quantity(), amount);
    }

    private static List<Event> events(Occasion occasion, List<Event> known, Instant now) {
        if (occasion.cart().isEmpty()) {
            return known;
        }
        Occasion.Cart cart = occasion.cart().get();
        Instant at = news("cart.at", cart.at(), now);
        List<Event> events = new ArrayList<>(
                known.stream().filter(event -> event.kind() != Event.Kind.CART).toList());
        cart.lines()
                .forEach(item ->
                        events.add(new Event(at, Event.Kind.CART, item.sku(), OptionalDouble.of(item.quantity()))));
        return events;
    }

    /** The order that is told. */
    public Optional<Purchase> purchase() {
        return order.flatMap(number -> history.purchases().stream()
                .filter(purchase -> purchase.order().equals(number))
                .findFirst());
    }

    /** The shop's fold, which knows carts where one is told, even if no file ever told any. */
    public FeatureFold fold(FeatureFold shop) {
        FeatureFold.Settings settings = shop.settings();
        if (occasion.cart().isEmpty()) {
            return shop;
        }
        Set<Event.Kind> recorded = EnumSet.of(Event.Kind.CART);
        recorded.addAll(settings.recorded());
        return new FeatureFold(new FeatureFold.Settings(
                settings.zone(), settings.fractionDigits(), recorded, settings.couponsRecorded()));
    }

    /** The base with the prices that the cart tells in place of list prices. */
    public Base priced(Base base) {
        Map<String, Long> prices = new HashMap<>(base.listPrices());
        occasion.cart().stream()
                .flatMap(cart -> cart.lines().stream())
                .forEach(item -> item.unitPrice().ifPresent(price -> prices.put(item.sku(), price)));
        return new Base(base.currency(), base.medianOrder(), base.values(), base.spends(), base.offers(), prices);
    }
}
