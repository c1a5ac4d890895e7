package perennial.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.valuation.BackTest;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.PurchaseLog;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;
import perennial.cli.valuation.Analyst;
import perennial.cli.valuation.Analyst.Timed;
import perennial.cli.valuation.BackTestReport;
import perennial.cli.valuation.Fitted;
import perennial.cli.valuation.PurchaseFile;
import perennial.cli.valuation.Scores;
import perennial.cli.valuation.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lifetime value of the customers in a file; no server is needed. */
@Command(name = "value")
final class ValueCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private ValueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine of(Shell shell) {
        return new CommandLine(new ValueCommand(shell.terminal()))
                .addSubcommand(new FitModel(shell))
                .addSubcommand(new Score(shell))
                .addSubcommand(new Test(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), terminal.phrase("usage.no-command"));
    }

    /** The file, and the unit of its time. */
    static final class Input {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--time-unit", paramLabel = "UNIT")
        private Optional<TimeUnit> unit = Optional.empty();

        Timed<PurchaseFile> read(Analyst analyst) throws IOException {
            return analyst.read(file, unit);
        }

        Path path() {
            return file;
        }
    }

    @Command(name = "fit")
    static final class FitModel implements Callable<Integer> {
        private final Shell shell;

        @Mixin
        private Input input;

        @Option(names = "--model", paramLabel = "MODEL")
        private String model = Analyst.AUTO;

        @Option(names = "--json")
        private boolean isJson;

        FitModel(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() throws IOException {
            Terminal terminal = shell.terminal().forDocument(isJson);
            Analyst analyst = new Analyst(terminal, shell.clock());
            Fitted fitted = analyst.fit(input.read(analyst), model);
            if (isJson) {
                terminal.answer(fitted.toJson());
            } else {
                fitted.show(terminal);
            }
            return 0;
        }
    }

    @Command(name = "score")
    static final class Score implements Callable<Integer> {
        private static final List<String> SPEND_SYMBOLS = List.of("p", "q", "gamma");

        private final Shell shell;

        @Mixin
        private Input input;

        @Option(names = "--model", paramLabel = "MODEL")
        private String model = Analyst.AUTO;

        @Option(names = "--parameters", paramLabel = "NAME=VALUE", split = ",")
        private Map<String, Double> parameters = new HashMap<>();

        @Option(names = "--horizon", paramLabel = "TIME")
        private Optional<Double> horizon = Optional.empty();

        @Option(names = "--discount", paramLabel = "RATE")
        private double discount;

        @Option(names = "--json")
        private boolean isJson;

        Score(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() throws IOException {
            // The answer is a document either way, as JSON or as CSV.
            Terminal terminal = shell.terminal().forDocument();
            Analyst analyst = new Analyst(terminal, shell.clock());
            Timed<PurchaseFile> file = input.read(analyst);
            Scores scores = scores(file, analyst);
            Gauge gauge = terminal.gauge();
            try (Writer out = new BufferedWriter(terminal.outWriter())) {
                if (isJson) {
                    scores.writeJson(out, done -> gauge.show(terminal.phrase("value.scoring", done)));
                } else {
                    scores.writeCsv(out, done -> gauge.show(terminal.phrase("value.scoring", done)));
                }
            }
            gauge.clear();
            return 0;
        }

        private Scores scores(Timed<PurchaseFile> file, Analyst analyst) throws IOException {
            double until = horizon.orElseGet(
                    () -> file.result().unit().map(TimeUnit::year).orElse(Double.POSITIVE_INFINITY));
            Scores.Settings settings = new Scores.Settings(until, Discount.continuous(discount));
            if (parameters.isEmpty()) {
                Fitted fitted = analyst.fit(file, model);
                return new Scores(
                        file.result(),
                        fitted.purchases().model(),
                        fitted.value().spends().map(Fit::model),
                        settings);
            }
            if (model.equals(Analyst.AUTO)) {
                throw Failure.misused("value.parameters-without-model");
            }
            return given(file.result(), analyst, settings);
        }

        private Scores given(PurchaseFile file, Analyst analyst, Scores.Settings settings) {
            Map<String, Double> ofPurchases = new HashMap<>(parameters);
            SPEND_SYMBOLS.forEach(ofPurchases::remove);
            PurchaseModel purchases = PurchaseKind.labelled(model).with(ofPurchases);
            Optional<GammaGamma> spends = parameters.keySet().containsAll(SPEND_SYMBOLS)
                    ? Optional.of(new GammaGamma(
                            parameters.getOrDefault("p", Double.NaN),
                            parameters.getOrDefault("q", Double.NaN),
                            parameters.getOrDefault("gamma", Double.NaN)))
                    : analyst.spends(file);
            return new Scores(file, purchases, spends, settings);
        }
    }

    @Command(name = "backtest")
    static final class Test implements Callable<Integer> {
        private static final double PARTS = 4;

        private final Shell shell;

        @Mixin
        private Input input;

        @Option(names = "--out", paramLabel = "FILE", required = true)
        private Path out;

        @Option(names = "--horizon", paramLabel = "TIME")
        private Optional<Double> horizon = Optional.empty();

        @Option(names = "--origin", paramLabel = "DATE", split = ",")
        private List<LocalDate> origins = List.of();

        Test(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() throws IOException {
            Terminal terminal = shell.terminal();
            Analyst analyst = new Analyst(terminal, shell.clock());
            PurchaseFile file = input.read(analyst).result();
            PurchaseLog log = file.log().orElseThrow(() -> Failure.misused("value.no-log"));
            BackTest.Settings settings = analyst.settings(
                    log,
                    horizon.orElseGet(() -> Math.floor((log.end() - log.begin()) / PARTS)),
                    origins.stream().map(day -> file.time(day)).toList());
            List<Judgement> judged = analyst.judge(log, settings);
            BackTestReport report = BackTestReport.of(input.path().getFileName(), file, settings, judged, terminal);
            Files.writeString(out, report.html());
            report.show();
            terminal.say("value.written", out.toAbsolutePath().toString());
            return 0;
        }
    }
}
