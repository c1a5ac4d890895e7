package perennial.cli;

import java.util.concurrent.Callable;
import perennial.cli.server.Answer;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.Desk;
import perennial.cli.work.WeeklyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run")
final class RunCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    @Option(names = "--json")
    private boolean isJson;

    RunCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Terminal terminal = shell.terminal().forDocument(isJson);
        RemoteServer server = instance.directory(shell.environment()).server(terminal.locale());
        Answer run = new WeeklyRun(new Desk(server, terminal, shell.pace())).start();
        if (isJson) {
            terminal.answer(run.json());
        } else {
            Summary.of(server).show(terminal);
        }
        return 0;
    }
}
