package perennial.verification.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL whose process can be killed and which comes back with the same data at the same address. */
public final class KillablePostgres implements AutoCloseable {
    /** It lets everybody in; so any password does, and this one is easily found where it must not stand. */
    public static final String PASSWORD = "s3cret-of-the-database";

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private KillablePostgres(Path data, int port, EmbeddedPostgres server) {
        this.data = data;
        this.port = port;
        this.server = server;
    }

    public static KillablePostgres start(Path work) throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(work), "postgres")
                .resolve("data");
        int port = Server.freePort();
        return new KillablePostgres(data, port, server(data, port));
    }

    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                // embedded, it forgets what it has just committed, as no other PostgreSQL does
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + PASSWORD;
    }

    /** Ends it as a power cut would, with all its processes. */
    public void kill() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(lock).get(0).strip());
        Optional<ProcessHandle> postmaster = ProcessHandle.of(pid);
        List<ProcessHandle> all = Stream.concat(
                        postmaster.stream(), postmaster.stream().flatMap(ProcessHandle::descendants))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        server.close();
    }

    public void startAgain() throws IOException {
        server = server(data, port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
