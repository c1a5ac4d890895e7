package perennial.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.cli.server.DataDirectory;
import perennial.cli.server.Memory;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "reset")
final class ResetCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    @Option(names = "--yes")
    private boolean isSure;

    ResetCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        DataDirectory directory = instance.directory(shell.environment());
        Terminal terminal = shell.terminal();
        Optional<Memory> memory = directory.memory();
        if (memory.isEmpty()) {
            throw Failure.of("reset.nothing", directory.path().toString());
        }
        if (!isSure && !isConfirmed(directory)) {
            terminal.say("reset.left");
            return Failure.FAILED;
        }
        try (FileChannel held = directory
                .workplace()
                .orElseThrow(() -> Failure.of("start.busy", directory.path().toString()))) {
            StopCommand.stop(directory, terminal);
            directory.empty();
        }
        terminal.say("reset.done", directory.path().toString());
        if (memory.get().databaseUrl().isPresent()) {
            terminal.say("reset.database");
        }
        return 0;
    }

    private boolean isConfirmed(DataDirectory directory) throws IOException {
        if (!shell.terminal().isLive()) {
            throw Failure.misused("reset.unsure");
        }
        shell.terminal().say("reset.question", directory.path().toString());
        return "yes".equals(shell.in().readLine());
    }
}
