package perennial.analytics.churn;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.CustomerId;

/** A made-up shop that opens on 2024-01-01 and is looked at 480 days later. */
final class Shop {
    static final Instant OPENS = Instant.parse("2024-01-01T00:00:00Z");
    static final Instant TODAY = OPENS.plus(Duration.ofDays(480));
    static final ChurnDefinition FOUR_WEEKS = ChurnDefinition.of(28, ZoneOffset.UTC);
    private static final FeatureFold FOLD = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 2));

    private final List<History> histories;

    Shop(List<History> histories) {
        this.histories = histories;
    }

    /** Everybody buys at the same rate for ever: nothing of the past tells who will be silent. */
    static Shop withoutMemory(int customers, long seed) {
        return of(customers, seed, 1, random -> 40, random -> 10_000);
    }

    /** Customers buy in rhythms of their own, fairly regularly, and leave for good at a time of their own. */
    static Shop whereCustomersLeave(int customers, long seed) {
        return of(
                customers,
                seed,
                4,
                random -> 4 * Math.exp(1.2 * Math.abs(random.nextGaussian())),
                random -> -150 * Math.log(1 - random.nextDouble()));
    }

    private interface Drawn {
        double from(Random random);
    }

    /** Gaps are sums of so many exponential parts (Erlang): one makes them memoryless, more make them regular. */
    private static Shop of(int customers, long seed, int regularity, Drawn meanGap, Drawn lifetime) {
        Random random = new Random(seed);
        List<History> histories = new ArrayList<>();
        for (int c = 0; c < customers; c++) {
            double gap = meanGap.from(random);
            double at = random.nextDouble() * 400;
            double end = Math.min(at + lifetime.from(random), 480);
            List<Purchase> purchases = new ArrayList<>();
            while (at < end) {
                purchases.add(purchase(
                        c + "-" + purchases.size(),
                        OPENS.plusSeconds((long) (at * 86_400)),
                        1000 + random.nextInt(5000)));
                for (int part = 0; part < regularity; part++) {
                    at -= gap / regularity * Math.log(1 - random.nextDouble());
                }
            }
            histories.add(history("c" + c, purchases));
        }
        return new Shop(histories);
    }

    static Purchase purchase(String order, Instant at, long amountMinor) {
        Purchase.Line line = new Purchase.Line("thing", Optional.empty(), 1, amountMinor);
        return new Purchase(
                order, at, List.of(line), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static History history(String customer, List<Purchase> purchases) {
        return new History(new CustomerId(customer), Optional.empty(), purchases, List.of(), List.of());
    }

    List<History> histories() {
        return histories;
    }

    /** The same shop, in which also this happened. */
    Shop with(History... more) {
        return new Shop(Stream.concat(histories.stream(), Stream.of(more)).toList());
    }

    Stream<Features> at(Instant cut) {
        return histories.stream().map(history -> FOLD.fold(history, cut));
    }

    /** The shop's customers as a learning set asks for them. */
    void pasts(Instant upTo, Consumer<Function<Instant, Features>> reader) {
        histories.stream()
                .map(history -> history.before(upTo))
                .forEach(history -> reader.accept(cut -> FOLD.fold(history, cut)));
    }

    List<Features> aliveAt(Instant cut, ChurnDefinition definition) {
        return at(cut).filter(definition::alive).toList();
    }

    PurchaseTimes purchaseTimes() {
        PurchaseTimes.Collector collector = new PurchaseTimes.Collector();
        histories.forEach(
                history -> history.purchases().forEach(purchase -> collector.add(history.customer(), purchase.at())));
        return collector.collected();
    }

    LearningSet learningSet(ChurnDefinition definition, Instant asOf) {
        return LearningSet.of(
                definition, asOf, this::pasts, purchaseTimes(), LearningSet.Settings.standard(definition, 1));
    }
}
