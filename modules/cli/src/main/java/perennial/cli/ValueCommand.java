package perennial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import perennial.cli.terminal.Terminal;
import perennial.cli.valuation.Analyst;
import perennial.cli.valuation.Analyst.Timed;
import perennial.cli.valuation.PurchaseFile;
import perennial.cli.valuation.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
                .addSubcommand(new FitCommand(shell))
                .addSubcommand(new ScoreCommand(shell))
                .addSubcommand(new BackTestCommand(shell));
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

        Timed<PurchaseFile> read(Analyst analyst, List<String> traits) throws IOException {
            return analyst.read(file, unit, traits);
        }

        Path path() {
            return file;
        }
    }
}
