package perennial.segmentation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Progress;

/** Buyers in groups that lie well apart. */
final class Buyers {
    static final Currency EURO = Currency.getInstance("EUR");
    static final Duration OLDEST = Duration.ofDays(91);
    static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");

    private final Base base = new Base();
    private final Random chance;
    private int next;

    Buyers(long seed) {
        chance = new Random(seed);
    }

    Buyers loyal(int many) {
        return group(many, 10, 20, 2000, 100);
    }

    Buyers quiet(int many) {
        return group(many, 300, 1, 60, 50);
    }

    Buyers fresh(int many) {
        return group(many, 5, 1, 80, 60);
    }

    Buyers rich(int many) {
        return group(many, 60, 3, 1200, 400);
    }

    /** Who bought a lot in one order long ago. */
    Buyers splendid(int many) {
        return group(many, 330, 1, 9000, 9000);
    }

    private Buyers group(int many, double recency, double frequency, double spend, double order) {
        for (int i = 0; i < many; i++) {
            base.add(Features.of(
                    new CustomerId("c" + next++),
                    MONDAY,
                    Map.of(
                            Feature.RECENCY, around(recency),
                            Feature.FREQUENCY, around(frequency),
                            Feature.SPEND, around(spend),
                            Feature.AVERAGE_ORDER, around(order),
                            Feature.TREND, 1.0)));
        }
        return this;
    }

    private double around(double middle) {
        return middle * (0.95 + 0.1 * chance.nextDouble());
    }

    Base base() {
        return base;
    }

    /** By a search, whatever was before. */
    Found found(Optional<Last> last) {
        return found(last, MONDAY, true);
    }

    Found found(Optional<Last> last, Instant at, boolean isAsked) {
        List<Optional<Money>> values =
                new ArrayList<>(Collections.nCopies(base.customers().size(), Optional.empty()));
        return Found.in(
                base, new Occasion(at, last, isAsked, OLDEST, Duration.ofSeconds(20)), values, EURO, Progress.SILENT);
    }

    static Optional<Last> last(Found found) {
        return found.division()
                .map(division -> new Last(division.model(), found.segmentation(), Optional.of(division.searched())));
    }
}
