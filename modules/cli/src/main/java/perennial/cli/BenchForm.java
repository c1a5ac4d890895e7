package perennial.cli;

import jakarta.json.JsonStructure;
import java.util.function.Supplier;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine.Option;

/** How a benchmark answers. */
class BenchForm {
    private final Shell shell;

    @Option(names = "--json")
    private boolean isJson;

    BenchForm(Shell shell) {
        this.shell = shell;
    }

    final Terminal terminal() {
        return shell.terminal().forDocument(isJson);
    }

    final int tell(Supplier<? extends JsonStructure> json, Runnable page) {
        if (isJson) {
            terminal().answer(json.get());
        } else {
            page.run();
        }
        return 0;
    }
}
