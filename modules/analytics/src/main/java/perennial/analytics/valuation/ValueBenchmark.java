package perennial.analytics.valuation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.LifetimeValue;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * How long a shop's customers take from reading to scores, phase by phase, several times over. Seconds are those of the
 * clock and those of the processors: on a busy machine only the latter say anything.
 */
public final class ValueBenchmark {
    private static final double COVERAGE = 0.8;
    private static final Fit.Settings FIT = Fit.Settings.standard();

    private final Settings settings;
    private final BiConsumer<String, Integer> listener;

    /**
     * What to measure.
     *
     * @param rounds how often each phase is done; the first one warms up and doesn't count where there are more
     * @param horizon of the scores, in the unit of the pasts; by default the age of the oldest customer
     */
    public record Settings(List<PurchaseKind> kinds, int rounds, OptionalDouble horizon) {
        public Settings {
            kinds = List.copyOf(kinds);
            if (!(rounds >= 1)) {
                throw new InvalidInputException(
                        "rounds", rounds, Reasons.words("below-one"), Reasons.words("below-one.fix"));
            }
        }
    }

    /**
     * One phase.
     *
     * @param seconds by the clock, of each round
     * @param processorSeconds of all threads together
     */
    public record Phase(List<Double> seconds, List<Double> processorSeconds) {
        public Phase {
            seconds = List.copyOf(seconds);
            processorSeconds = List.copyOf(processorSeconds);
        }

        /** Of the rounds that count. */
        public double median() {
            return median(seconds);
        }

        public double processorMedian() {
            return median(processorSeconds);
        }

        private static double median(List<Double> rounds) {
            double[] sorted = rounds.stream()
                    .skip(rounds.size() == 1 ? 0 : 1)
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }
    }

    /**
     * What a model came to.
     *
     * @param purchases empty where no usable model was found, as the reason tells; then nothing is scored
     * @param score alive, purchases and value with both intervals of every customer
     */
    public record Outcome(
            PurchaseKind kind,
            Optional<Fit<? extends PurchaseModel>> purchases,
            Words reason,
            Phase fit,
            Optional<Phase> score) {}

    /** Processors, memory and virtual machine. */
    public record Machine(int processors, long memoryMegabytes, String java, String system) {
        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    System.getProperty("java.vm.name") + " " + Runtime.version(),
                    System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                            + System.getProperty("os.arch"));
        }
    }

    /**
     * All of it.
     *
     * @param rows the number of distinct pasts
     */
    public record Report(
            int customers, int rows, Phase read, Phase compress, List<Outcome> outcomes, Machine machine) {}

    private ValueBenchmark(Settings settings, BiConsumer<String, Integer> listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * @param reader reads the customers anew each time
     * @param listener is told of the phase and the number of each round that begins
     * @throws Exception what the reader throws
     */
    public static Report run(Callable<KnownPasts> reader, Settings settings, BiConsumer<String, Integer> listener)
            throws Exception {
        return new ValueBenchmark(settings, listener).run(reader);
    }

    private record Measured<T>(T result, Phase phase) {}

    private Report run(Callable<KnownPasts> reader) throws Exception {
        Measured<KnownPasts> read = measure("read", reader);
        KnownPasts known = read.result();
        Measured<PurchaseSummaries> rows =
                measure("compress", () -> known.summaries().compressed());
        Optional<Fit<GammaGamma>> spends = ValueFit.spends(known, FIT);
        List<Outcome> outcomes = new ArrayList<>();
        for (PurchaseKind kind : settings.kinds()) {
            outcomes.add(outcome(kind, known, rows.result(), spends));
        }
        return new Report(
                known.customers(), rows.result().rows(), read.phase(), rows.phase(), outcomes, Machine.here());
    }

    private Outcome outcome(
            PurchaseKind kind, KnownPasts known, PurchaseSummaries rows, Optional<Fit<GammaGamma>> spends)
            throws Exception {
        Measured<ValueFit> fit = measure("fit " + kind.label(), () -> ValueFit.of(kind, kind.fit(rows, FIT), spends));
        Optional<Fit<? extends PurchaseModel>> found = fit.result().purchases();
        return new Outcome(
                kind,
                found,
                fit.result().reason(),
                fit.phase(),
                found.isEmpty() ? Optional.empty() : Optional.of(score(kind, known, found.get(), spends)));
    }

    private Phase score(
            PurchaseKind kind, KnownPasts known, Fit<? extends PurchaseModel> fit, Optional<Fit<GammaGamma>> spends)
            throws Exception {
        PurchaseSummaries customers = known.summaries();
        double[] purchases = known.spendPurchases();
        double[] means = known.meanSpends();
        LifetimeValue value = new LifetimeValue(
                fit,
                spends,
                new LifetimeValue.Settings(settings.horizon().orElseGet(known::longestAge), Discount.none(), COVERAGE));
        return measure("score " + kind.label(), () -> value.of(customers, purchases, means))
                .phase();
    }

    private <T> Measured<T> measure(String name, Callable<T> work) throws Exception {
        Double[] seconds = new Double[settings.rounds()];
        Double[] processorSeconds = new Double[settings.rounds()];
        @Nullable T last = null;
        for (int round = 0; round < settings.rounds(); round++) {
            listener.accept(name, round + 1);
            long wall = System.nanoTime();
            double processors = processorSeconds();
            last = work.call();
            seconds[round] = (System.nanoTime() - wall) / 1e9;
            processorSeconds[round] = processorSeconds() - processors;
        }
        return new Measured<>(
                Objects.requireNonNull(last), new Phase(Arrays.asList(seconds), Arrays.asList(processorSeconds)));
    }

    /** Of the whole virtual machine; not a number where it doesn't tell. */
    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }
}
