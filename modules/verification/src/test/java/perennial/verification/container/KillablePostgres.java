package perennial.verification.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A PostgreSQL whose process can be killed and which comes back with the same data at the same address. */
public final class KillablePostgres implements AutoCloseable {
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
                .start();
    }

    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=postgres";
    }

    /** Ends it as a power cut would; its children find out and end too. */
    public void kill() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        long pid = Files.readAllLines(lock).stream()
                .findFirst()
                .map(Long::parseLong)
                .orElseThrow();
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        process.ifPresent(ProcessHandle::destroyForcibly);
        process.ifPresent(ended -> ended.onExit().join());
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
