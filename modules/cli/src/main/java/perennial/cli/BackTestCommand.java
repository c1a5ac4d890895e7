package perennial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.analytics.valuation.BackTest;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.PurchaseLog;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Terminal;
import perennial.cli.valuation.Analyst;
import perennial.cli.valuation.BackTestReport;
import perennial.cli.valuation.PurchaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges models by what came after some times in the past, and writes a report. */
@Command(name = "backtest")
final class BackTestCommand implements Callable<Integer> {
    private static final double PARTS = 4;

    private final Shell shell;

    @Mixin
    private ValueCommand.Input input;

    @Option(names = "--model", paramLabel = "MODEL", split = ",")
    private List<String> models = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out;

    @Option(names = "--horizon", paramLabel = "TIME")
    private Optional<Double> horizon = Optional.empty();

    @Option(names = "--origin", paramLabel = "DATE", split = ",")
    private List<LocalDate> origins = List.of();

    BackTestCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = shell.terminal();
        Analyst analyst = new Analyst(terminal, shell.clock());
        List<PurchaseKind> kinds = models.isEmpty()
                ? PurchaseKind.candidatesWithGaps()
                : models.stream().map(PurchaseKind::labelled).toList();
        PurchaseFile file = input.read(analyst, List.of()).result();
        PurchaseLog log = file.log().orElseThrow(() -> Failure.misused("value.no-log"));
        BackTest.Settings settings = analyst.settings(
                log,
                kinds,
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
