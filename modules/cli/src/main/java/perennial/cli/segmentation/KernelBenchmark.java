package perennial.cli.segmentation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import perennial.analytics.clustering.Kernel;
import perennial.analytics.clustering.KernelContest;
import perennial.analytics.clustering.KernelContest.Run;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.ScikitLearn;
import perennial.cli.work.ScikitLearn.Waiting;

/**
 * Our kernels, JSAT's Hamerly and scikit-learn's Lloyd from equal starting centres, one after the other in each round,
 * so that a load that comes and goes hits all alike.
 */
public final class KernelBenchmark {
    private static final double TOLERANCE = 1e-4;
    private static final int WARM_UP = 50_000;
    private static final int WARM_UPS = 4;

    private final Terminal terminal;
    private final List<Measured> measured;

    private KernelBenchmark(Terminal terminal, List<Measured> measured) {
        this.terminal = terminal;
        this.measured = measured;
    }

    /**
     * @param rounds of each side, after a warm-up on fewer rows
     * @param isToToleranceOnly whether the runs to full convergence, which take many times as long, are left out
     */
    public record Settings(int rows, List<Integer> k, int rounds, long seed, boolean isToToleranceOnly) {
        public Settings {
            k = List.copyOf(k);
            if (rounds < 1) {
                throw Failure.misused("bench.rounds", rounds);
            }
            int most = k.stream().max(Comparator.naturalOrder()).orElse(0);
            int fewest = k.stream().min(Comparator.naturalOrder()).orElse(0);
            if (fewest < 2 || rows < most) {
                throw Failure.misused("bench.segment.sizes", rows, k.toString());
            }
        }

        private List<Side> sides() {
            return Stream.of(Side.values())
                    .filter(side -> !isToToleranceOnly || side.name().endsWith("TOLERANCE"))
                    .toList();
        }
    }

    /** Who runs, and how far. */
    private enum Side {
        VECTOR_TO_TOLERANCE,
        PLAIN_TO_TOLERANCE,
        SCIKIT_ACTIVE_TO_TOLERANCE,
        SCIKIT_PASSIVE_TO_TOLERANCE,
        VECTOR_TO_THE_END,
        PLAIN_TO_THE_END,
        JSAT_TO_THE_END;

        String key() {
            return "bench.side." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The runs for one number of clusters. */
    private record Measured(int k, int rows, Map<Side, List<Run>> runs, double load) {
        Optional<Double> median(Side side, ToDoubleFunction<Run> figure) {
            List<Run> all = runs.getOrDefault(side, List.of());
            if (all.isEmpty()) {
                return Optional.empty();
            }
            double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
            return Optional.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
        }

        /** scikit-learn at whichever of its settings is the better one here. */
        Optional<Double> scikit(ToDoubleFunction<Run> figure) {
            return Stream.of(Side.SCIKIT_ACTIVE_TO_TOLERANCE, Side.SCIKIT_PASSIVE_TO_TOLERANCE)
                    .flatMap(side -> median(side, figure).stream())
                    .min(Comparator.naturalOrder());
        }
    }

    public static KernelBenchmark run(Settings settings, Terminal terminal) throws IOException {
        Path directory = Files.createTempDirectory("perennial-bench");
        try {
            Optional<ScikitLearn> scikit = ScikitLearn.in(directory);
            if (scikit.isEmpty()) {
                terminal.say("bench.no-scikit");
            }
            List<Measured> measured = new ArrayList<>();
            for (int k : settings.k()) {
                measured.add(measured(settings, k, scikit, directory, terminal));
            }
            return new KernelBenchmark(terminal, measured);
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Measured measured(
            Settings settings, int k, Optional<ScikitLearn> scikit, Path directory, Terminal terminal)
            throws IOException {
        KernelContest contest = KernelContest.of(settings.rows(), k, settings.seed());
        Path points = ScikitLearn.written(contest.points(), directory.resolve("points-" + k));
        Path start = ScikitLearn.written(contest.start(), directory.resolve("start-" + k));
        Map<Side, List<Run>> runs = new EnumMap<>(Side.class);
        Gauge gauge = terminal.gauge();
        warmUp(settings, k);
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Side side : settings.sides()) {
                gauge.show(terminal.phrase(
                        "bench.segment.round", k, terminal.phrase(side.key()), round, settings.rounds()));
                run(side, contest, scikit, points, start)
                        .ifPresent(run -> runs.computeIfAbsent(side, none -> new ArrayList<>())
                                .add(run));
            }
        }
        gauge.clear();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Measured(k, settings.rows(), runs, load);
    }

    /** Lets the JVM compile what will be measured; scikit-learn comes compiled. */
    private static void warmUp(Settings settings, int k) {
        KernelContest contest = KernelContest.of(Math.min(settings.rows(), WARM_UP), k, settings.seed());
        for (int i = 0; i < WARM_UPS; i++) {
            for (Kernel kernel : List.of(Kernel.fastest(), Kernel.FLAT)) {
                contest.run(kernel, TOLERANCE);
                contest.run(kernel, 0);
            }
        }
        contest.run(Kernel.JSAT, 0);
    }

    private static Optional<Run> run(
            Side side, KernelContest contest, Optional<ScikitLearn> scikit, Path points, Path start) {
        boolean isVectorHere = Kernel.fastest() == Kernel.VECTOR;
        return switch (side) {
            case VECTOR_TO_TOLERANCE ->
                isVectorHere ? Optional.of(contest.run(Kernel.VECTOR, TOLERANCE)) : Optional.empty();
            case VECTOR_TO_THE_END -> isVectorHere ? Optional.of(contest.run(Kernel.VECTOR, 0)) : Optional.empty();
            case PLAIN_TO_TOLERANCE -> Optional.of(contest.run(Kernel.FLAT, TOLERANCE));
            case PLAIN_TO_THE_END -> Optional.of(contest.run(Kernel.FLAT, 0));
            case JSAT_TO_THE_END -> Optional.of(contest.run(Kernel.JSAT, 0));
            case SCIKIT_ACTIVE_TO_TOLERANCE -> scikit.flatMap(other -> run(other, points, start, Waiting.ACTIVE));
            case SCIKIT_PASSIVE_TO_TOLERANCE -> scikit.flatMap(other -> run(other, points, start, Waiting.PASSIVE));
        };
    }

    private static Optional<Run> run(ScikitLearn scikit, Path points, Path start, Waiting waiting) {
        try {
            return scikit.run(
                            KernelBenchmark.class,
                            "kmeans.py",
                            Optional.of(waiting),
                            points.toString(),
                            Integer.toString(KernelContest.DIMENSIONS),
                            start.toString(),
                            Double.toString(TOLERANCE))
                    .map(line -> line.strip().split(" "))
                    .filter(words -> words.length == 4)
                    .map(words -> new Run(
                            Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void show() {
        terminal.say("bench.machine", machine());
        for (Measured one : measured) {
            terminal.line("");
            terminal.say("bench.segment.heading", terminal.figures().count(one.rows()), one.k(), two(one.load()));
            Columns columns = new Columns()
                    .row(
                            "",
                            terminal.phrase("bench.wall"),
                            terminal.phrase("bench.cpu"),
                            terminal.phrase("segment.inertia"));
            one.runs()
                    .keySet()
                    .forEach(side -> columns.row(
                            terminal.phrase(side.key()),
                            told(one.median(side, Run::wall)),
                            told(one.median(side, Run::cpu)),
                            String.format(
                                    Locale.ROOT,
                                    "%.12g",
                                    one.median(side, Run::inertia).orElseThrow())));
            terminal.lines(columns.lines());
            Columns ratios =
                    new Columns().row("", terminal.phrase("bench.wall-ratio"), terminal.phrase("bench.cpu-ratio"));
            ratios(one)
                    .forEach(ratio -> ratios.row(terminal.phrase(ratio.key()), told(ratio.wall()), told(ratio.cpu())));
            terminal.lines(ratios.lines());
        }
        terminal.say("bench.segment.legend");
    }

    /** How many times as long the other side took. */
    private record Ratio(String name, Optional<Double> wall, Optional<Double> cpu) {
        String key() {
            return "bench.ratio." + name;
        }
    }

    private static List<Ratio> ratios(Measured one) {
        return List.of(
                ratio("scikit-by-vector", one, one::scikit, Side.VECTOR_TO_TOLERANCE),
                ratio("scikit-by-plain", one, one::scikit, Side.PLAIN_TO_TOLERANCE),
                ratio("jsat-by-vector", one, jsat(one), Side.VECTOR_TO_THE_END),
                ratio("jsat-by-plain", one, jsat(one), Side.PLAIN_TO_THE_END));
    }

    private interface Figure {
        Optional<Double> of(ToDoubleFunction<Run> figure);
    }

    private static Figure jsat(Measured one) {
        return figure -> one.median(Side.JSAT_TO_THE_END, figure);
    }

    private static Ratio ratio(String name, Measured one, Figure other, Side ours) {
        return new Ratio(name, ratio(one, other, ours, Run::wall), ratio(one, other, ours, Run::cpu));
    }

    /** Empty where a side was not measured, or ours took less than the clock of the processors tells. */
    private static Optional<Double> ratio(Measured one, Figure other, Side ours, ToDoubleFunction<Run> figure) {
        return other.of(figure)
                .flatMap(theirs ->
                        one.median(ours, figure).filter(own -> own > 0).map(own -> theirs / own));
    }

    public JsonObject toJson() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (Measured one : measured) {
            JsonObjectBuilder sides = Json.createObjectBuilder();
            one.runs()
                    .keySet()
                    .forEach(side -> sides.add(
                            side.name().toLowerCase(Locale.ROOT),
                            Json.createObjectBuilder()
                                    .add(
                                            "wallSeconds",
                                            one.median(side, Run::wall).orElseThrow())
                                    .add(
                                            "cpuSeconds",
                                            one.median(side, Run::cpu).orElseThrow())
                                    .add(
                                            "inertia",
                                            one.median(side, Run::inertia).orElseThrow())));
            JsonObjectBuilder ratios = Json.createObjectBuilder();
            ratios(one)
                    .forEach(ratio -> ratio.wall().ifPresent(wall -> {
                        JsonObjectBuilder told = Json.createObjectBuilder().add("wall", wall);
                        ratio.cpu().ifPresent(cpu -> told.add("cpu", cpu));
                        ratios.add(ratio.name(), told);
                    }));
            all.add(Json.createObjectBuilder()
                    .add("k", one.k())
                    .add("rows", one.rows())
                    .add("load", one.load())
                    .add("sides", sides)
                    .add("ratios", ratios));
        }
        return Json.createObjectBuilder()
                .add("machine", machine())
                .add("kernel", Kernel.fastest().label())
                .add("measured", all)
                .build();
    }

    private static String machine() {
        return "%d processors, Java %s (%s), %s %s, kernel %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Kernel.fastest().label());
    }

    private String told(Optional<Double> value) {
        return value.map(KernelBenchmark::two)
                .orElseGet(() -> terminal.figures().notKnown());
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
