package perennial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Failure;
import perennial.cli.work.Transfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of what a running server holds. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--yes")
    private boolean isSure;

    RestoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Failure.of("restore.no-file", file.toAbsolutePath().toString());
        }
        RemoteServer server =
                instance.directory(shell.environment()).server(shell.terminal().locale());
        boolean isEmpty =
                server.get("/instance").text("state").filter("empty"::equals).isPresent();
        if (!isEmpty && !isSure && !isConfirmed(server)) {
            shell.terminal().say("restore.left");
            return Failure.FAILED;
        }
        try (InputStream content = Files.newInputStream(file);
                Transfer transfer = new Transfer(content, Optional.of(Files.size(file)), shell.terminal())) {
            server.put("/backup?replace=" + !isEmpty, "application/zip", transfer);
            transfer.end();
        }
        shell.terminal().say("restore.done", file.toString());
        return 0;
    }

    private boolean isConfirmed(RemoteServer server) throws IOException {
        if (!shell.terminal().isLive()) {
            throw Failure.misused("restore.unsure", server.address().toString());
        }
        shell.terminal().say("restore.question", server.address().toString());
        return "yes".equals(shell.in().readLine());
    }
}
