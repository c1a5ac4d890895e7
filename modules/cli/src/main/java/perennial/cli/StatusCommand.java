package perennial.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    @Option(names = "--json")
    private boolean isJson;

    StatusCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = shell.terminal();
        Status status = Status.of(instance.directory(shell.environment()), terminal.locale());
        if (isJson) {
            terminal.answer(status.toJson());
        } else {
            terminal.lines(new Columns()
                    .row(
                            terminal.phrase("status.state"),
                            terminal.title("state", status.state().label()))
                    .row(terminal.phrase("status.address"), status.address().orElse("-"))
                    .row(
                            terminal.phrase("status.directory"),
                            status.dataDirectory().toString())
                    .row(terminal.phrase("status.sample"), terminal.title("sample", status.sample()))
                    .leftAligned());
        }
        return 0;
    }
}
