package perennial.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import perennial.analytics.btyd.Discount;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;
import perennial.cli.valuation.Analyst;
import perennial.cli.valuation.Analyst.Timed;
import perennial.cli.valuation.Fitted;
import perennial.cli.valuation.GivenModel;
import perennial.cli.valuation.PurchaseFile;
import perennial.cli.valuation.Scores;
import perennial.cli.valuation.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores the customers of a file, by given parameters or by those of a fit. */
@Command(name = "score")
final class ScoreCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ValueCommand.Input input;

    @Option(names = "--model", paramLabel = "MODEL")
    private String model = Analyst.AUTO;

    @Option(names = "--parameters", paramLabel = "NAME=VALUE", split = ",")
    private Map<String, Double> parameters = new HashMap<>();

    @Option(names = "--traits", paramLabel = "COLUMN", split = ",")
    private List<String> traits = List.of();

    @Option(names = "--horizon", paramLabel = "TIME")
    private Optional<Double> horizon = Optional.empty();

    @Option(names = "--discount", paramLabel = "RATE")
    private double discount;

    @Option(names = "--json")
    private boolean isJson;

    ScoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        // The answer is a document either way, as JSON or as CSV.
        Terminal terminal = shell.terminal().forDocument();
        Analyst analyst = new Analyst(terminal, shell.clock());
        Scores scores = scores(input.read(analyst, traits), analyst);
        if (horizon.isPresent() && discount == 0) {
            scores.refuseToDiverge();
        }
        write(scores, terminal);
        scores.divergence().ifPresent(why -> terminal.line(why.message(terminal.locale())));
        if (scores.lacksGaps()) {
            terminal.say("value.no-gaps", model);
        }
        if (scores.lacksSpendModel()) {
            terminal.say("value.no-spend-model");
        }
        return 0;
    }

    private void write(Scores scores, Terminal terminal) throws IOException {
        Gauge gauge = terminal.gauge();
        LongConsumer told = done -> gauge.show(terminal.phrase("value.scoring", done));
        try (Writer out = new BufferedWriter(terminal.outWriter())) {
            if (isJson) {
                scores.writeJson(out, told);
            } else {
                scores.writeCsv(out, told);
            }
        }
        gauge.clear();
    }

    private Scores scores(Timed<PurchaseFile> file, Analyst analyst) throws IOException {
        double until =
                horizon.orElseGet(() -> file.result().unit().map(TimeUnit::year).orElse(Double.POSITIVE_INFINITY));
        Scores.Settings settings = new Scores.Settings(until, Discount.continuous(discount));
        if (parameters.isEmpty()) {
            Fitted fitted = analyst.fit(file, model);
            return new Scores(file.result(), fitted.models(), fitted.spendModel(), settings);
        }
        if (model.equals(Analyst.AUTO)) {
            throw Failure.misused("value.parameters-without-model");
        }
        GivenModel given = GivenModel.of(model, parameters, file.result().traits());
        return new Scores(
                file.result(), given.models(), given.spends().or(() -> analyst.spends(file.result())), settings);
    }
}
