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
import perennial.analytics.clustering.Preparation;
import perennial.analytics.clustering.Segmentation;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Progress;

/** Buyers in groups that lie well apart. */
public final class Buyers {
    public static final Currency EURO = Currency.getInstance("EUR");
    public static final Duration OLDEST = Duration.ofDays(91);
    public static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");

    private final Base base = new Base();
    private final Random chance;
    private int next;

    public Buyers(long seed) {
        chance = new Random(seed);
    }

    public Buyers loyal(int many) {
        return group(many, 10, 20, 2000, 100);
    }

    public Buyers quiet(int many) {
        return group(many, 300, 1, 60, 50);
    }

    public Buyers fresh(int many) {
        return group(many, 5, 1, 80, 60);
    }

    public Buyers rich(int many) {
        return group(many, 60, 3, 1200, 400);
    }

    /** Who bought a lot in one order long ago. */
    public Buyers splendid(int many) {
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

    public Base base() {
        return base;
    }

    /** By a search, whatever was before. */
    public Candidate candidate(Optional<Candidate> live) {
        return candidate(live, MONDAY, true);
    }

    public Candidate candidate(Optional<Candidate> live, Instant at, boolean isAsked) {
        return Candidate.of(
                base.matrix(),
                new Occasion(
                        at,
                        live.map(Candidate::division),
                        live.map(Candidate::searched),
                        live.map(version -> version.division().model().lastNumber())
                                .orElse(0),
                        new Occasion.Limits(isAsked, OLDEST, Duration.ofSeconds(20))),
                Progress.SILENT);
    }

    public Placed placed(Division division) {
        List<Optional<Money>> values =
                new ArrayList<>(Collections.nCopies(base.customers().size(), Optional.empty()));
        return Placed.by(division, base, values, EURO);
    }

    /** As it is kept: without the columns that were left out. */
    public static Division kept(Division division) {
        Segmentation made = division.model().segmentation();
        Segmentation kept = new Segmentation(
                new Preparation(made.preparation().columns(), List.of()), made.segments(), made.base());
        return new Division(
                new Model(kept, division.model().ids(), division.model().lastNumber()),
                division.names(),
                division.reason(),
                division.evidence(),
                division.spreads());
    }
}
