package perennial.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.cli.server.DataDirectory;
import perennial.cli.server.ServerProcess;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop")
final class StopCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    StopCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        stop(instance.directory(shell.environment()), shell.terminal());
        return 0;
    }

    /** Having nothing to stop is no failure. */
    static void stop(DataDirectory directory, Terminal terminal) {
        Optional<ServerProcess> process = directory.process();
        if (process.filter(ServerProcess::isAlive).isPresent()) {
            process.get().end();
            terminal.say("stop.done", process.get().address().toString());
        } else {
            terminal.say("stop.nothing", directory.path().toString());
        }
        directory.forgetProcess();
    }
}
