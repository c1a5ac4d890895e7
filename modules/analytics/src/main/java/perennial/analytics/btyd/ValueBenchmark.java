package perennial.analytics.btyd;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import perennial.kernel.InvalidInputException;

/**
 * How long a file of pasts takes from reading to scores, phase by phase, several times over. Seconds are those of the
 * wall and those of the processors: on a busy machine only the latter say anything.
 */
public final class ValueBenchmark {
    private final Settings settings;
    private final Consumer<Phase> listener;

    /**
     * What to measure.
     *
     * @param models names such as {@code bg-nbd}
     * @param runs how often each phase is done; the first one warms up and doesn't count where there are more
     * @param horizon of the scores, in the unit of the file
     */
    public record Settings(List<String> models, int runs, double horizon) {
        public Settings {
            models = List.copyOf(models);
            for (String model : models) {
                fitting(model);
            }
            if (!(runs >= 1)) {
                throw new InvalidInputException("runs", runs, "has to be 1 or more", "give a whole number from 1 on");
            }
            Domain.positive("horizon", horizon);
        }
    }

    /**
     * One phase: {@code read}, {@code compress}, {@code fit bg-nbd}, {@code score bg-nbd}, ...
     *
     * @param seconds by the clock, per run that counts
     * @param processorSeconds of all threads together
     */
    public record Phase(String name, List<Double> seconds, List<Double> processorSeconds) {
        public double median() {
            return medianOf(seconds);
        }

        public double processorMedian() {
            return medianOf(processorSeconds);
        }

        private static double medianOf(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }
    }

    /**
     * What a model came to.
     *
     * @param fit the evidence; absent where there was not enough data
     */
    public record Outcome(String model, Optional<Fit<? extends PurchaseModel>> fit) {}

    /** Processors, memory and virtual machine. */
    public record Machine(int processors, long memoryMegabytes, String java, String system) {
        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    System.getProperty("java.vm.name") + " " + Runtime.version(),
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        }
    }

    /**
     * All of it.
     *
     * @param rows the number of distinct pasts
     */
    public record Report(double customers, int rows, List<Phase> phases, List<Outcome> outcomes, Machine machine) {}

    private ValueBenchmark(Settings settings, Consumer<Phase> listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * @param reader reads the file anew each time
     * @param listener is told of each phase as it ends
     * @throws Exception what the reader throws
     */
    public static Report run(Callable<PurchaseSummaries> reader, Settings settings, Consumer<Phase> listener)
            throws Exception {
        return new ValueBenchmark(settings, listener).run(reader);
    }

    private Report run(Callable<PurchaseSummaries> reader) throws Exception {
        List<Phase> phases = new ArrayList<>();
        PurchaseSummaries customers = measure("read", reader, phases);
        PurchaseSummaries rows = measure("compress", customers::compressed, phases);
        List<Outcome> outcomes = new ArrayList<>();
        for (String model : settings.models()) {
            FitResult<? extends PurchaseModel> result =
                    measure("fit " + model, () -> fitting(model).apply(customers, Fit.Settings.standard()), phases);
            Optional<Fit<? extends PurchaseModel>> fit = result.found().map(found -> found);
            if (fit.isPresent()) {
                LifetimeValue values = new LifetimeValue(
                        fit.get(),
                        Optional.empty(),
                        new LifetimeValue.Settings(settings.horizon(), Discount.none(), 0.8));
                measure("score " + model, () -> values.of(customers), phases);
            }
            outcomes.add(new Outcome(model, fit));
        }
        return new Report(customers.customers(), rows.rows(), phases, outcomes, Machine.here());
    }

    private <T> T measure(String name, Callable<T> work, List<Phase> phases) throws Exception {
        double[] seconds = new double[settings.runs()];
        double[] processorSeconds = new double[settings.runs()];
        @Nullable T last = null;
        for (int run = 0; run < settings.runs(); run++) {
            long wall = System.nanoTime();
            double processors = processorSeconds();
            last = work.call();
            seconds[run] = (System.nanoTime() - wall) / 1e9;
            processorSeconds[run] = processorSeconds() - processors;
        }
        int first = settings.runs() == 1 ? 0 : 1;
        Phase phase = new Phase(name, counted(seconds, first), counted(processorSeconds, first));
        phases.add(phase);
        listener.accept(phase);
        return Objects.requireNonNull(last);
    }

    private static List<Double> counted(double[] values, int first) {
        return Arrays.stream(values).skip(first).boxed().toList();
    }

    /** Of the whole virtual machine; not a number where it doesn't tell. */
    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    private static BiFunction<PurchaseSummaries, Fit.Settings, FitResult<? extends PurchaseModel>> fitting(
            String model) {
        return switch (model) {
            case "bg-nbd" -> BgNbd::fit;
            case "mbg-nbd" -> MbgNbd::fit;
            case "pareto-nbd" -> ParetoNbd::fit;
            case "bg-bb" -> BgBb::fit;
            case "bg-cnbd" -> BgCnbd::fit;
            case "mbg-cnbd" -> MbgCnbd::fit;
            default ->
                throw new InvalidInputException(
                        "model",
                        model,
                        "there is no such model",
                        "choose of bg-nbd, mbg-nbd, pareto-nbd, bg-bb, bg-cnbd, mbg-cnbd");
        };
    }
}
