package perennial.churn.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import perennial.analytics.churn.ChurnDefinition;
import perennial.analytics.churn.ChurnFit;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.Contest;
import perennial.analytics.churn.Example;
import perennial.analytics.churn.LearningSet;
import perennial.analytics.churn.Recipe;
import perennial.analytics.churn.Snapshot;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.kernel.Window;

/** Made-up customers who leave the likelier the longer they are silent, or, in another world, the shorter. */
public final class Buyers {
    public static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    static final ChurnDefinition FOUR_WEEKS = new ChurnDefinition(28, 56, ZoneOffset.UTC, ChurnDefinition.Basis.GAPS);

    private Buyers() {}

    /** @param strength of the silence's effect; negative where the long silent stay */
    static LearningSet set(int customers, double strength, long seed) {
        Random chance = new Random(seed);
        return new LearningSet(
                FOUR_WEEKS,
                MONDAY,
                List.of(snapshot(84, customers, strength, chance), snapshot(98, customers, strength, chance)),
                snapshot(56, customers, strength, chance),
                snapshot(28, customers, strength, chance),
                Optional.empty());
    }

    private static Snapshot snapshot(int daysAgo, int customers, double strength, Random chance) {
        Instant cut = MONDAY.minus(Duration.ofDays(daysAgo));
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double recency = chance.nextInt(56);
            double logOdds = strength * (recency - 28) / 10;
            examples.add(new Example(
                    customer(i, cut, recency, 1 + chance.nextInt(5)),
                    chance.nextDouble() < 1 / (1 + Math.exp(-logOdds))));
        }
        return new Snapshot(new Window(cut, cut.plus(Duration.ofDays(28))), examples);
    }

    static Features customer(int number, Instant cut, double recency, double frequency) {
        return Features.of(
                new CustomerId("c%04d".formatted(number)),
                cut,
                Map.of(Feature.RECENCY, recency, Feature.FREQUENCY, frequency, Feature.AGE, 100 + recency));
    }

    /** What is learned from a set, judged at the threshold at which a missed leaver costs four false alarms. */
    static ChurnFit fit(LearningSet set) {
        return ChurnModel.fit(
                set, new ChurnModel.Settings(Recipe.standard(), Contest.Margin.STANDARD, 100, 30, 0.2, 1));
    }

    static ChurnModel model(LearningSet set) {
        return ((ChurnFit.Fitted) fit(set)).model();
    }
}
