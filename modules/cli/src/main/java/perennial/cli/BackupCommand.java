package perennial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Failure;
import perennial.cli.work.Transfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets the running server write everything it holds into one file; the file is whole or not there. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    /** The entry that a backup ends with. */
    private static final String END = "end";

    private final Shell shell;

    @Mixin
    private InstanceOption instance;

    @Parameters(paramLabel = "FILE")
    private Path file;

    BackupCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw Failure.of("backup.exists", target.toString());
        }
        RemoteServer server =
                instance.directory(shell.environment()).server(shell.terminal().locale());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            receive(server, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        shell.terminal()
                .say(
                        "backup.done",
                        target.toString(),
                        shell.terminal().figures().count(Files.size(target) >> 10));
        return 0;
    }

    private void receive(RemoteServer server, Path part) throws IOException {
        try (InputStream answer = server.stream("/backup");
                Transfer transfer = new Transfer(answer, Optional.empty(), shell.terminal())) {
            Files.copy(transfer, part, StandardCopyOption.REPLACE_EXISTING);
            transfer.end();
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        if (!isWhole(part)) {
            throw Failure.of("backup.broke-off");
        }
    }

    private static boolean isWhole(Path part) throws IOException {
        try (ZipFile zip = new ZipFile(part.toFile())) {
            return zip.getEntry(END) != null;
        } catch (ZipException e) {
            return false;
        }
    }
}
