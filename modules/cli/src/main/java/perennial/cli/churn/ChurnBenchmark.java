package perennial.cli.churn;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import perennial.analytics.churn.ChurnContest;
import perennial.analytics.churn.ChurnContest.Explained;
import perennial.analytics.churn.ChurnContest.Run;
import perennial.analytics.churn.ChurnStudy;
import perennial.analytics.churn.Learner;
import perennial.analytics.churn.Table;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.ScikitLearn;

/**
 * Our models of churn beside scikit-learn's: on the stratified splits of a file, both learning from the same encoded
 * rows, and in speed on made-up customers, in turns, so that a load that comes and goes hits both alike.
 */
public final class ChurnBenchmark {
    private static final int TREES = 200;
    private static final int EXPLAINED = 10_000;
    private static final int WARM_UP = 20_000;

    /** Theirs, and which of ours stands against it. */
    private static final Map<String, Learner> SIDES = Map.of(
            "logistic", Learner.LOGISTIC,
            "forest", Learner.FOREST,
            "boosted", Learner.BOOSTED,
            "gradient", Learner.BOOSTED);

    private static final String BEST = "best";

    private final Settings settings;
    private final Terminal terminal;
    private final Optional<Quality> quality;
    private final Optional<Speed> speed;

    private ChurnBenchmark(Settings settings, Terminal terminal, Optional<Quality> quality, Optional<Speed> speed) {
        this.settings = settings;
        this.terminal = terminal;
        this.quality = quality;
        this.speed = speed;
    }

    /**
     * @param splits of the file, if there is one
     * @param rows of made-up customers to learn from; 0 for none
     * @param rounds of each side, after a warm-up on fewer rows
     */
    public record Settings(Optional<Path> file, String target, int splits, int rows, int rounds) {
        public Settings {
            if (rounds < 1) {
                throw Failure.misused("bench.rounds", rounds);
            }
            if (splits < 1 || splits > 100 || (rows != 0 && rows < 1_000)) {
                throw Failure.misused("bench.churn.splits", splits, rows);
            }
        }
    }

    /** AUC split by split, by side. */
    private record Quality(Map<String, List<Double>> ours, Map<String, List<Double>> theirs, double load) {}

    private record Speed(int columns, List<Run> ours, List<Run> theirs, Explained explained, double load) {}

    public static ChurnBenchmark run(Settings settings, Terminal terminal, InstantSource clock) throws IOException {
        Path directory = Files.createTempDirectory("perennial-bench");
        try {
            Optional<ScikitLearn> scikit = ScikitLearn.in(directory);
            if (scikit.isEmpty()) {
                terminal.say("bench.no-scikit");
            }
            Sides sides = new Sides(settings, scikit, directory, terminal, clock);
            Optional<Quality> quality = settings.file().isPresent()
                    ? Optional.of(sides.quality(settings.file().get()))
                    : Optional.empty();
            return new ChurnBenchmark(
                    settings, terminal, quality, settings.rows() > 0 ? Optional.of(sides.speed()) : Optional.empty());
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

    /** Both sides at work. */
    private record Sides(
            Settings settings, Optional<ScikitLearn> scikit, Path directory, Terminal terminal, InstantSource clock) {

        Quality quality(Path file) throws IOException {
            Table table = TableFile.read(file, rows -> {});
            Map<String, List<Double>> ours = new TreeMap<>();
            Map<String, List<Double>> theirs = new TreeMap<>();
            Gauge gauge = terminal.gauge();
            for (int split = 1; split <= settings.splits(); split++) {
                int number = split;
                ChurnStudy.Settings ofStudy = new ChurnStudy.Settings(
                        settings.target(), List.of(), Optional.empty(), 0.2, split, Duration.ofSeconds(60));
                ChurnStudy study = ChurnStudy.of(
                        table,
                        ofStudy,
                        clock,
                        words -> gauge.show(terminal.phrase(
                                "bench.churn.split", number, settings.splits(), terminal.inLanguage(words))));
                study.models().forEach(model -> add(ours, model.learner().label(), auc(model)));
                add(ours, BEST, auc(study.best()));
                for (String line : said("quality", ChurnContest.of(table, ofStudy))) {
                    add(theirs, line.split(" ")[0], Double.parseDouble(line.split(" ")[1]));
                }
            }
            gauge.clear();
            return new Quality(ours, theirs, load());
        }

        private static double auc(ChurnStudy.Judged model) {
            return model.quality().auc().value();
        }

        private static void add(Map<String, List<Double>> to, String side, double auc) {
            to.computeIfAbsent(side, none -> new ArrayList<>()).add(auc);
        }

        Speed speed() throws IOException {
            ChurnContest contest = ChurnContest.madeUp(settings.rows(), 1);
            ChurnContest.madeUp(Math.min(WARM_UP, settings.rows()), 2).train(TREES);
            List<Run> ours = new ArrayList<>();
            List<Run> theirs = new ArrayList<>();
            Gauge gauge = terminal.gauge();
            for (int round = 1; round <= settings.rounds(); round++) {
                gauge.show(terminal.phrase(
                        "bench.round", terminal.inLanguage(Learner.BOOSTED.title()), round, settings.rounds()));
                ours.add(contest.train(TREES));
                for (String line : said("speed", contest)) {
                    String[] words = line.split(" ");
                    theirs.add(new Run(
                            Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3])));
                }
            }
            Explained explained = contest.explain(EXPLAINED, TREES);
            gauge.clear();
            return new Speed(contest.columns(), ours, theirs, explained, load());
        }

        /** The lines of the script about the rows of a contest; none where it can't run. */
        private List<String> said(String task, ChurnContest contest) throws IOException {
            if (scikit.isEmpty()) {
                return List.of();
            }
            Path training = written(contest.training(), "training");
            Path test = written(contest.test(), "test");
            return scikit.get()
                    .run(
                            ChurnBenchmark.class,
                            "churn.py",
                            Optional.empty(),
                            task,
                            Integer.toString(contest.columns() + 1),
                            training.toString(),
                            test.toString(),
                            Integer.toString(TREES))
                    .map(text -> text.strip().lines().toList())
                    .orElse(List.of());
        }

        private Path written(double[] values, String name) throws IOException {
            Path file = directory.resolve(name);
            Files.deleteIfExists(file);
            return ScikitLearn.written(values, file);
        }

        private static double load() {
            return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        }
    }

    public void show() {
        quality.ifPresent(this::show);
        speed.ifPresent(this::show);
    }

    private void show(Quality told) {
        terminal.say(
                "bench.churn.quality",
                settings.file().map(file -> file.getFileName().toString()).orElse(""),
                settings.splits(),
                two(told.load()));
        Columns columns = new Columns()
                .row(
                        terminal.phrase("bench.churn.auc"),
                        terminal.phrase("bench.churn.ours"),
                        terminal.phrase("bench.churn.scikit"),
                        terminal.phrase("bench.churn.difference"));
        for (String side : List.of("logistic", "forest", "boosted", "gradient", BEST)) {
            Optional<Double> ours = ours(told, side);
            Optional<Double> theirs = mean(told.theirs(), side);
            columns.row(
                    terminal.phrase("bench.churn.side." + side),
                    told(ours, 4),
                    told(theirs, 4),
                    told(ours.flatMap(own -> theirs.map(other -> own - other)), 4));
        }
        terminal.lines(columns.lines());
    }

    private static Optional<Double> ours(Quality told, String side) {
        Learner learner = SIDES.get(side);
        return mean(told.ours(), learner == null ? side : learner.label());
    }

    private void show(Speed told) {
        terminal.say(
                "bench.churn.speed",
                terminal.figures().count(settings.rows()),
                told.columns(),
                TREES,
                settings.rounds(),
                two(told.load()));
        Columns columns = new Columns()
                .row(
                        "",
                        terminal.phrase("bench.wall"),
                        terminal.phrase("bench.cpu"),
                        terminal.phrase("bench.churn.auc"));
        columns.row(
                terminal.phrase("bench.churn.ours"),
                told(median(told.ours(), Run::wall), 2),
                told(median(told.ours(), Run::cpu), 2),
                told(median(told.ours(), Run::auc), 4));
        columns.row(
                terminal.phrase("bench.churn.scikit"),
                told(median(told.theirs(), Run::wall), 2),
                told(median(told.theirs(), Run::cpu), 2),
                told(median(told.theirs(), Run::auc), 4));
        columns.row(
                terminal.phrase("bench.churn.ratio"),
                told(ratio(told, Run::wall), 2),
                told(ratio(told, Run::cpu), 2),
                "");
        terminal.lines(columns.lines());
        Explained explained = told.explained();
        terminal.say(
                "bench.churn.explained",
                terminal.figures().count(explained.customers()),
                explained.trees(),
                explained.depth(),
                two(explained.wall()),
                two(explained.cpu()),
                String.format(Locale.ROOT, "%.0e", explained.gap()));
    }

    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        quality.ifPresent(told -> {
            JsonObjectBuilder ours = Json.createObjectBuilder();
            told.ours().keySet().forEach(side -> mean(told.ours(), side).ifPresent(auc -> ours.add(side, auc)));
            JsonObjectBuilder theirs = Json.createObjectBuilder();
            told.theirs().keySet().forEach(side -> mean(told.theirs(), side).ifPresent(auc -> theirs.add(side, auc)));
            json.add(
                    "quality",
                    Json.createObjectBuilder()
                            .add("splits", settings.splits())
                            .add("load", told.load())
                            .add("ours", ours)
                            .add("scikit-learn", theirs));
        });
        speed.ifPresent(told -> json.add(
                "speed",
                Json.createObjectBuilder()
                        .add("rows", settings.rows())
                        .add("columns", told.columns())
                        .add("trees", TREES)
                        .add("load", told.load())
                        .add("ours", run(told.ours()))
                        .add("scikit-learn", run(told.theirs()))
                        .add(
                                "explained",
                                Json.createObjectBuilder()
                                        .add("customers", told.explained().customers())
                                        .add("depth", told.explained().depth())
                                        .add("wallSeconds", told.explained().wall())
                                        .add("cpuSeconds", told.explained().cpu())
                                        .add("gap", told.explained().gap()))));
        return json.build();
    }

    private static JsonObjectBuilder run(List<Run> runs) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        median(runs, Run::wall).ifPresent(wall -> json.add("wallSeconds", wall));
        median(runs, Run::cpu).ifPresent(cpu -> json.add("cpuSeconds", cpu));
        median(runs, Run::auc).ifPresent(auc -> json.add("auc", auc));
        return json;
    }

    private static Optional<Double> ratio(Speed told, ToDoubleFunction<Run> figure) {
        return median(told.theirs(), figure)
                .flatMap(theirs ->
                        median(told.ours(), figure).filter(own -> own > 0).map(own -> theirs / own));
    }

    private static Optional<Double> median(List<Run> runs, ToDoubleFunction<Run> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
    }

    private static Optional<Double> mean(Map<String, List<Double>> all, String side) {
        List<Double> figures = all.getOrDefault(side, List.of());
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(figures.stream().mapToDouble(Double::doubleValue).sum() / figures.size());
    }

    private String told(Optional<Double> value, int decimals) {
        return value.map(number -> String.format(Locale.ROOT, "%." + decimals + "f", number))
                .orElseGet(() -> terminal.figures().notKnown());
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
