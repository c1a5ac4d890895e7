package perennial.analytics.churn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import perennial.analytics.btyd.MbgNbd;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Window;

/**
 * Labelled snapshots of a shop at several cuts, in an order of time that keeps learning apart from judging: with H the
 * horizon, a model is judged on the snapshot H before the instant, calibrated on the one 2 H before it, and trained on
 * those 3 H before it and earlier. So each later part begins where the label windows of the earlier ones have ended.
 *
 * @param training earliest last; empty where the shop is too young
 * @param buying how the shop's customers buy and leave, from what they had bought by the last training cut; empty where
 *     that is too little
 */
public record LearningSet(
        ChurnDefinition definition,
        Instant asOf,
        List<Snapshot> training,
        Snapshot calibration,
        Snapshot evaluation,
        Optional<MbgNbd> buying) {
    public LearningSet {
        training = List.copyOf(training);
    }

    /**
     * @param cuts how many snapshots to train on, at most
     * @param stepDays between two of them
     * @param leastHistoryDays from the shop's first purchase to the earliest cut
     * @param mostPerCut of a larger base so many customers are taken, by a hash of their id and the seed
     */
    public record Settings(int cuts, int stepDays, int leastHistoryDays, int mostPerCut, long seed) {
        public Settings {
            positive("cuts", cuts);
            positive("stepDays", stepDays);
            positive("leastHistoryDays", leastHistoryDays);
            positive("mostPerCut", mostPerCut);
        }

        /** Up to six cuts, half a horizon apart, the earliest one horizon into the shop's life. */
        public static Settings standard(ChurnDefinition definition, long seed) {
            int horizon = definition.horizonDays();
            return new Settings(6, Math.max(1, horizon / 2), horizon, 50_000, seed);
        }

        private static void positive(String field, int value) {
            if (!(value > 0)) {
                throw new InvalidInputException(field, value, "it is at least 1", "give a whole number above 0");
            }
        }
    }

    /** Every customer's past, read once, as the one fold sees it from any cut. */
    @FunctionalInterface
    public interface Pasts {
        /** @param upTo nothing that happened at or after it will be asked for */
        void each(Instant upTo, Consumer<Function<Instant, Features>> reader);
    }

    /**
     * Builds the set in one pass over the customers.
     *
     * @param purchases the purchases that labels are made of; those at or after the instant are not looked at
     */
    public static LearningSet of(
            ChurnDefinition definition, Instant asOf, Pasts pasts, PurchaseTimes purchases, Settings settings) {
        int horizon = definition.horizonDays();
        List<Instant> cuts = trainingCuts(definition, asOf, purchases, settings);
        int training = cuts.size();
        cuts.add(definition.daysAfter(asOf, -2L * horizon));
        cuts.add(definition.daysAfter(asOf, -horizon));
        List<Sample> samples = cuts.stream()
                .map(cut -> new Sample(definition.labelWindow(cut), settings))
                .toList();
        pasts.each(cuts.get(training + 1), featuresAt -> {
            for (Sample sample : samples) {
                Features features = featuresAt.apply(sample.labels.from());
                if (definition.alive(features)) {
                    sample.add(features);
                }
            }
        });
        List<Snapshot> snapshots =
                samples.stream().map(sample -> sample.snapshot(purchases)).toList();
        return new LearningSet(
                definition,
                asOf,
                snapshots.subList(0, training),
                snapshots.get(training),
                snapshots.get(training + 1),
                purchases.model(definition.daysAfter(asOf, -3L * horizon), definition.zone()));
    }

    private static List<Instant> trainingCuts(
            ChurnDefinition definition, Instant asOf, PurchaseTimes purchases, Settings settings) {
        Instant earliest = purchases
                .first()
                .map(first -> definition.daysAfter(first, settings.leastHistoryDays()))
                .orElse(asOf);
        List<Instant> cuts = new ArrayList<>();
        for (int i = 0; i < settings.cuts(); i++) {
            Instant cut = definition.daysAfter(asOf, -3L * definition.horizonDays() - (long) i * settings.stepDays());
            if (!cut.isBefore(earliest)) {
                cuts.add(cut);
            }
        }
        return cuts;
    }

    /** The examples of all training snapshots. */
    List<Example> trainingExamples() {
        return training.stream()
                .flatMap(snapshot -> snapshot.examples().stream())
                .toList();
    }

    /** Those alive at one cut, and of a larger base as many as the settings take. */
    private static final class Sample {
        private final Window labels;
        private final Settings settings;
        private final PriorityQueue<Features> drawn;

        Sample(Window labels, Settings settings) {
            this.labels = labels;
            this.settings = settings;
            this.drawn =
                    new PriorityQueue<>(Comparator.<Features>comparingLong(f -> mixed(f.customer(), settings.seed()))
                            .thenComparing(Features::customer)
                            .reversed());
        }

        void add(Features features) {
            drawn.add(features);
            if (drawn.size() > settings.mostPerCut()) {
                drawn.remove();
            }
        }

        Snapshot snapshot(PurchaseTimes purchases) {
            return new Snapshot(
                    labels,
                    drawn.stream()
                            .sorted(Comparator.comparing(Features::customer))
                            .map(features -> new Example(features, !purchases.boughtIn(features.customer(), labels)))
                            .toList());
        }

        /** A number that looks drawn by lot, the same for a customer and a seed whenever it is asked for (SplitMix64). */
        private static long mixed(CustomerId customer, long seed) {
            long z = customer.value().hashCode() * 0x9E3779B97F4A7C15L + seed;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }
}
