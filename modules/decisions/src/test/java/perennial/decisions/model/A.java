package perennial.decisions.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import perennial.activity.Catalogue.Product;
import perennial.activity.Customers.Consent;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.features.RecentDays;
import perennial.analytics.features.Tastes;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.analytics.lifecycle.Stage;
import perennial.churn.ChurnScores.Risk;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.segmentation.Segments.Segment;
import perennial.value.ValueScores.ValueScore;

/** Makes what tests need, in words: a customer of whom nothing is known but the stage, and then this and that. */
final class A {
    static final Currency EURO = Currency.getInstance("EUR");
    static final Instant NOW = Instant.parse("2025-06-02T00:00:00Z");
    static final CustomerId ANNA = new CustomerId("anna");

    private final Map<Feature, Double> features = new EnumMap<>(Feature.class);
    private final List<Consent> consents = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private Optional<String> category = Optional.empty();
    private Optional<Segment> segment = Optional.empty();
    private Optional<String> segmentBefore = Optional.empty();
    private Optional<Risk> churn = Optional.empty();
    private Optional<ValueScore> value = Optional.empty();

    static A customer() {
        return new A();
    }

    A with(Feature feature, double value) {
        features.put(feature, value);
        return this;
    }

    A whoLikes(String name) {
        category = Optional.of(name);
        return this;
    }

    A in(Segment one) {
        segment = Optional.of(one);
        return this;
    }

    A whoCameFrom(String segment) {
        segmentBefore = Optional.of(segment);
        return this;
    }

    A atRisk(Risk score) {
        churn = Optional.of(score);
        return this;
    }

    A worth(ValueScore score) {
        value = Optional.of(score);
        return this;
    }

    A whoSaid(String channel, boolean yes, Duration ago, boolean assumed) {
        consents.add(new Consent(channel, yes, Optional.of(NOW.minus(ago)), assumed));
        return this;
    }

    A whoBought(Duration ago, long amount, String paidFrom, String shippedTo) {
        purchases.add(new Purchase(
                "o" + purchases.size(),
                NOW.minus(ago),
                List.of(new Purchase.Line("mug", Optional.empty(), 1, amount)),
                Optional.empty(),
                Optional.empty(),
                country(paidFrom),
                country(shippedTo)));
        return this;
    }

    private static Optional<String> country(String name) {
        return Optional.of(name).filter(known -> !known.isEmpty());
    }

    A whoPutIntoTheCart(Duration ago, String sku, double quantity) {
        events.add(new Event(NOW.minus(ago), Event.Kind.CART, sku, OptionalDouble.of(quantity)));
        return this;
    }

    A whoRatedAServiceCase(Duration ago, double rating) {
        events.add(new Event(NOW.minus(ago), Event.Kind.SERVICE_CASE, "delivery", OptionalDouble.of(rating)));
        return this;
    }

    Known known() {
        History history = new History(ANNA, Optional.empty(), purchases, List.of(), events);
        return new Known(
                new FeatureRow(
                        Features.of(ANNA, NOW, features),
                        new Tastes(category, List.of(), Optional.empty(), Optional.empty(), List.of()),
                        Optional.of(RecentDays.of(history, NOW))),
                Stage.RETENTION,
                segment,
                segmentBefore,
                churn,
                value,
                consents);
    }

    static Money euros(long minor) {
        return new Money(minor, EURO);
    }

    static Product product(String sku, String category, long listPrice) {
        return new Product(
                sku,
                sku,
                Optional.of(category),
                Optional.of(euros(listPrice)),
                false,
                Optional.of(euros(listPrice / 2)),
                Optional.of(60L));
    }

    /** A shop whose median order is 50 euro, where one customer spent 10 euro and another 100, and so with values. */
    static Base shop(Product... products) {
        List<Product> catalogue = List.of(products);
        return new Base(
                EURO,
                Optional.of(euros(5_000)),
                Ranks.of(LongStream.of(1_000, 10_000)),
                Ranks.of(LongStream.of(1_000, 10_000)),
                Offers.of(catalogue, Map.of("mug", 30L), 90),
                Map.of("mug", 800L, "plate", 1_200L));
    }

    static Base emptyShop() {
        return new Base(
                EURO,
                Optional.empty(),
                Ranks.of(LongStream.empty()),
                Ranks.of(LongStream.empty()),
                Offers.of(List.of(), Map.of(), 90),
                Map.of());
    }
}
