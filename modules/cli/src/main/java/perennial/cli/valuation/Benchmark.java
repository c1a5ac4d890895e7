package perennial.cli.valuation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import perennial.analytics.btyd.Fit;
import perennial.analytics.valuation.KnownPasts;
import perennial.analytics.valuation.ValueBenchmark;
import perennial.analytics.valuation.ValueBenchmark.Outcome;
import perennial.analytics.valuation.ValueBenchmark.Phase;
import perennial.analytics.valuation.ValueBenchmark.Report;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;

/** What a benchmark measured, for people and as JSON. */
public final class Benchmark {
    private final Report report;
    private final int rounds;
    private final Terminal terminal;

    private Benchmark(Report report, int rounds, Terminal terminal) {
        this.report = report;
        this.rounds = rounds;
        this.terminal = terminal;
    }

    /**
     * @param reader reads or makes the customers
     * @throws Exception what the reader throws
     */
    public static Benchmark run(Callable<KnownPasts> reader, ValueBenchmark.Settings settings, Terminal terminal)
            throws Exception {
        Gauge gauge = terminal.gauge();
        Report report = ValueBenchmark.run(
                reader,
                settings,
                (phase, round) -> gauge.show(terminal.phrase("bench.round", phase, round, settings.rounds())));
        gauge.clear();
        return new Benchmark(report, settings.rounds(), terminal);
    }

    private String machine() {
        return "%d processors, %d MB heap at most, Java %s, %s"
                .formatted(
                        report.machine().processors(),
                        report.machine().memoryMegabytes(),
                        report.machine().java(),
                        report.machine().system());
    }

    public void show() {
        terminal.say("bench.machine", machine());
        terminal.say(
                "bench.customers",
                terminal.figures().count(report.customers()),
                terminal.figures().count(report.rows()));
        Columns columns = new Columns()
                .row(
                        "",
                        terminal.phrase("bench.seconds"),
                        terminal.phrase("bench.processor-seconds"),
                        terminal.phrase("bench.first"),
                        terminal.phrase("bench.log-likelihood"));
        row(columns, terminal.phrase("bench.read"), report.read(), "");
        row(columns, terminal.phrase("bench.compress"), report.compress(), "");
        report.outcomes().forEach(outcome -> rows(columns, outcome));
        terminal.lines(columns.lines());
        report.outcomes().stream()
                .filter(outcome -> outcome.purchases().isEmpty())
                .forEach(outcome ->
                        terminal.line(outcome.kind().label() + ": " + terminal.inLanguage(outcome.reason())));
        terminal.say("bench.medians", Math.max(1, rounds - 1));
    }

    private void rows(Columns columns, Outcome outcome) {
        String reached = outcome.purchases()
                .map(fit -> String.format(Locale.ROOT, "%.6f", fit.logLikelihood()))
                .orElse("");
        row(columns, terminal.phrase("bench.fit", outcome.kind().label()), outcome.fit(), reached);
        outcome.score()
                .ifPresent(phase -> row(
                        columns, terminal.phrase("bench.score", outcome.kind().label()), phase, ""));
    }

    private static void row(Columns columns, String name, Phase phase, String reached) {
        columns.row(
                name,
                told(phase.median()),
                told(phase.processorMedian()),
                told(phase.seconds().get(0)),
                reached);
    }

    private static String told(double seconds) {
        return String.format(Locale.ROOT, "%.4f", seconds);
    }

    public JsonObject toJson() {
        JsonArrayBuilder models = Json.createArrayBuilder();
        report.outcomes().forEach(outcome -> models.add(toJson(outcome)));
        return Json.createObjectBuilder()
                .add("machine", machine())
                .add("models", models)
                .build();
    }

    private JsonObjectBuilder toJson(Outcome outcome) {
        JsonObjectBuilder model = Json.createObjectBuilder()
                .add("model", outcome.kind().label())
                .add("customers", report.customers())
                .add("rows", report.rows())
                .add("rounds", rounds)
                .add("medianSeconds", phases(outcome, Phase::median))
                .add("processorSeconds", phases(outcome, Phase::processorMedian))
                .add("firstSeconds", phases(outcome, phase -> phase.seconds().get(0)));
        return outcome.purchases()
                .map(Fit::logLikelihood)
                .map(reached -> model.add("logLikelihood", reached))
                .orElseGet(() -> model.addNull("logLikelihood")
                        .add("reason", outcome.reason().english()));
    }

    private JsonObjectBuilder phases(Outcome outcome, ToDoubleFunction<Phase> seconds) {
        JsonObjectBuilder phases = Json.createObjectBuilder()
                .add("read", seconds.applyAsDouble(report.read()))
                .add("compress", seconds.applyAsDouble(report.compress()))
                .add("fit", seconds.applyAsDouble(outcome.fit()));
        outcome.score().ifPresent(phase -> phases.add("score", seconds.applyAsDouble(phase)));
        return phases;
    }
}
