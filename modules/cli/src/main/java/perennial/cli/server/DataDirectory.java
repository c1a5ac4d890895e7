package perennial.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.cli.terminal.Failure;

/** The directory that holds one installation, and names it: its database, server, log, and what the CLI remembers. */
public final class DataDirectory {
    private final Path path;
    private final JsonFile memory;
    private final JsonFile process;

    private DataDirectory(Path path) {
        this.path = path;
        this.memory = new JsonFile(path.resolve("instance.json"));
        this.process = new JsonFile(path.resolve("server.json"));
    }

    public static DataDirectory at(Path path) {
        return new DataDirectory(path.toAbsolutePath().normalize());
    }

    /** Where {@code PERENNIAL_HOME} says, else where the desktop standard puts a user's data. */
    public static DataDirectory by(Map<String, String> environment) {
        return at(Optional.ofNullable(environment.get("PERENNIAL_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .orElseGet(() -> Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                        .filter(home -> !home.isBlank())
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "share"))
                        .resolve("perennial")));
    }

    public Path path() {
        return path;
    }

    public Path log() {
        return path.resolve("log").resolve("server.log");
    }

    public Path sample() {
        return path.resolve("sample");
    }

    /** Makes the directory if need be, and ours; one that holds something else is left alone. */
    public void claim() throws IOException {
        if (memory().isPresent()) {
            return;
        }
        if (Files.exists(path) && !isEmptyDirectory()) {
            throw Failure.of("data-dir.foreign", path.toString());
        }
        Files.createDirectories(path);
        remember(Memory.NONE);
    }

    private boolean isEmptyDirectory() throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    /** What is remembered of this installation; empty where there is none. */
    public Optional<Memory> memory() {
        return memory.read().map(Memory::from);
    }

    public void remember(Memory news) {
        memory.write(news.toJson());
    }

    /** The server process that was started last and not stopped since; it may have ended by itself. */
    public Optional<ServerProcess> process() {
        return process.read().map(ServerProcess::from);
    }

    public void remember(ServerProcess started) {
        process.write(started.toJson());
    }

    public void forgetProcess() {
        process.delete();
    }

    /** The running server, asked with the operator's token that it left here. */
    public RemoteServer server(Locale locale) {
        return process()
                .filter(ServerProcess::isAlive)
                .map(running -> server(running, locale))
                .orElseThrow(() -> Failure.serverDown("server.not-running", path.toString()));
    }

    /** The server of a process that may not answer yet. */
    public RemoteServer server(ServerProcess process, Locale locale) {
        return RemoteServer.at(process.address(), this::operatorToken, locale);
    }

    /** Empty text while the server has not written it. */
    private String operatorToken() {
        try {
            return Files.readString(path.resolve("operator.token")).strip();
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Held while a start is at work here; empty if another one is. */
    public Optional<FileChannel> workplace() throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    public boolean isBeingStarted() throws IOException {
        if (!Files.exists(path.resolve("start.lock"))) {
            return false;
        }
        Optional<FileChannel> free = workplace();
        if (free.isPresent()) {
            free.get().close();
        }
        return free.isEmpty();
    }

    /** Deletes everything in the directory; the directory itself may be a mount point and stays. */
    public void empty() throws IOException {
        if (memory().isEmpty()) {
            throw Failure.of("data-dir.foreign", path.toString());
        }
        List<Path> inside = new ArrayList<>();
        try (Stream<Path> all = Files.walk(path)) {
            all.filter(entry -> !entry.equals(path))
                    .sorted(Comparator.reverseOrder())
                    .forEach(inside::add);
        }
        for (Path entry : inside) {
            Files.delete(entry);
        }
    }
}
