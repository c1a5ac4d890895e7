package perennial.cli.valuation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.analytics.valuation.KnownPasts;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.ValueFit;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;

/**
 * The seconds of each phase on one file, several times over: reading, compressing to distinct pasts, fitting from starts
 * of its own, scoring every customer (alive, purchases and value of a year, log-likelihood). The file is read anew each
 * time. The first round, in which the machine is cold, is told apart; medians are of the others.
 */
public final class Benchmark {
    private static final long MEGABYTE = 1 << 20;

    private final Terminal terminal;
    private final InstantSource clock;

    public Benchmark(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** What one round took, in seconds. */
    private record Round(double read, double compress, double fit, double score, double logLikelihood) {}

    /** The rounds of one model. */
    private record Series(PurchaseKind kind, List<Round> rounds, int customers, int rows) {
        double median(ToDoubleFunction<Round> phase) {
            List<Round> warm = rounds.size() > 1 ? rounds.subList(1, rounds.size()) : rounds;
            double[] sorted = warm.stream().mapToDouble(phase).sorted().toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        Round first() {
            return rounds.get(0);
        }
    }

    /** @param rounds of each model, the cold one among them */
    public Optional<JsonObject> run(
            Path file, Optional<TimeUnit> unit, List<PurchaseKind> kinds, int rounds, boolean asDocument)
            throws IOException {
        if (rounds < 1) {
            throw Failure.misused("bench.rounds", rounds);
        }
        List<Series> all = new ArrayList<>();
        Gauge gauge = terminal.gauge();
        for (PurchaseKind kind : kinds) {
            List<Round> measured = new ArrayList<>();
            int customers = 0;
            int rows = 0;
            for (int i = 0; i < rounds; i++) {
                gauge.show(terminal.phrase("bench.round", kind.label(), i + 1, rounds));
                Measured round = round(file, unit, kind);
                measured.add(round.round());
                customers = round.customers();
                rows = round.rows();
            }
            all.add(new Series(kind, measured, customers, rows));
        }
        gauge.clear();
        if (asDocument) {
            return Optional.of(toJson(all));
        }
        show(all);
        return Optional.empty();
    }

    private record Measured(Round round, int customers, int rows) {}

    private Measured round(Path file, Optional<TimeUnit> unit, PurchaseKind kind) throws IOException {
        Instant begin = clock.instant();
        PurchaseFile read = PurchaseFile.read(file, unit, count -> {});
        Instant wasRead = clock.instant();
        KnownPasts pasts = read.pasts();
        PurchaseSummaries rows = pasts.summaries().compressed();
        Instant compressed = clock.instant();
        ValueFit fit = ValueFit.of(kind, kind.fit(rows, Fit.Settings.standard()), Optional.empty());
        Instant fitted = clock.instant();
        Fit<?> found = fit.purchases().orElseThrow(() -> Failure.of("value.unfit", terminal.inLanguage(fit.reason())));
        Optional<GammaGamma> spends =
                ValueFit.spends(pasts, Fit.Settings.standard()).map(Fit::model);
        Instant before = clock.instant();
        double year = read.unit().map(TimeUnit::year).orElseGet(() -> longest(pasts));
        new Scores(read, fit.purchases().orElseThrow().model(), spends, new Scores.Settings(year, Discount.none()))
                .scoreAll();
        Instant scored = clock.instant();
        return new Measured(
                new Round(
                        seconds(begin, wasRead),
                        seconds(wasRead, compressed),
                        seconds(compressed, fitted),
                        seconds(before, scored),
                        found.logLikelihood()),
                pasts.customers(),
                rows.rows());
    }

    private static double longest(KnownPasts pasts) {
        double longest = 0;
        for (int i = 0; i < pasts.customers(); i++) {
            longest = Math.max(longest, pasts.T(i));
        }
        return longest;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%d processors, %d MB heap at most, Java %s (%s), %s %s %s"
                .formatted(
                        runtime.availableProcessors(),
                        runtime.maxMemory() / MEGABYTE,
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"));
    }

    private void show(List<Series> all) {
        terminal.say("bench.machine", machine());
        Columns columns = new Columns()
                .row(
                        terminal.phrase("bench.model"),
                        terminal.phrase("backtest.customers"),
                        terminal.phrase("bench.rows"),
                        terminal.phrase("bench.read"),
                        terminal.phrase("bench.compress"),
                        terminal.phrase("bench.fit"),
                        terminal.phrase("bench.fit-cold"),
                        terminal.phrase("bench.score"),
                        terminal.phrase("bench.log-likelihood"));
        all.forEach(series -> columns.row(
                series.kind().label(),
                terminal.figures().count(series.customers()),
                terminal.figures().count(series.rows()),
                told(series.median(Round::read)),
                told(series.median(Round::compress)),
                told(series.median(Round::fit)),
                told(series.first().fit()),
                told(series.median(Round::score)),
                String.format(Locale.ROOT, "%.6f", series.first().logLikelihood())));
        terminal.lines(columns.lines());
        terminal.say("bench.medians", Math.max(1, all.get(0).rounds().size() - 1));
    }

    private static String told(double seconds) {
        return String.format(Locale.ROOT, "%.4f", seconds);
    }

    private static JsonObject toJson(List<Series> all) {
        JsonArrayBuilder models = Json.createArrayBuilder();
        for (Series series : all) {
            JsonObjectBuilder model = Json.createObjectBuilder()
                    .add("model", series.kind().label())
                    .add("customers", series.customers())
                    .add("rows", series.rows())
                    .add("logLikelihood", series.first().logLikelihood())
                    .add("rounds", series.rounds().size())
                    .add(
                            "medianSeconds",
                            phases(new Round(
                                    series.median(Round::read),
                                    series.median(Round::compress),
                                    series.median(Round::fit),
                                    series.median(Round::score),
                                    0)))
                    .add("firstSeconds", phases(series.first()));
            models.add(model);
        }
        return Json.createObjectBuilder()
                .add("machine", machine())
                .add("models", models)
                .build();
    }

    private static JsonObjectBuilder phases(Round round) {
        return Json.createObjectBuilder()
                .add("read", round.read())
                .add("compress", round.compress())
                .add("fit", round.fit())
                .add("score", round.score());
    }
}
