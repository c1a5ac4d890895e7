package perennial.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import perennial.cli.terminal.Terminal;
import perennial.cli.valuation.Analyst;
import perennial.cli.valuation.Fitted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits a model to the customers of a file. */
@Command(name = "fit")
final class FitCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ValueCommand.Input input;

    @Option(names = "--model", paramLabel = "MODEL")
    private String model = Analyst.AUTO;

    @Option(names = "--traits", paramLabel = "COLUMN", split = ",")
    private List<String> traits = List.of();

    @Option(names = "--json")
    private boolean isJson;

    FitCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = shell.terminal().forDocument(isJson);
        Analyst analyst = new Analyst(terminal, shell.clock());
        Fitted fitted = analyst.fit(input.read(analyst, traits), model);
        if (isJson) {
            terminal.answer(fitted.toJson());
        } else {
            fitted.show(terminal);
        }
        return 0;
    }
}
