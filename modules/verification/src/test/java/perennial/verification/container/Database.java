package perennial.verification.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The embedded H2, or a real PostgreSQL where the system property {@code perennial.database} asks for it. */
public record Database(Optional<EmbeddedPostgres> postgres) {

    /** A PostgreSQL of its own, on a free port of this machine. */
    public static Database postgresql() throws IOException {
        return new Database(Optional.of(EmbeddedPostgres.start()));
    }

    public static Database chosen() throws IOException {
        return "postgresql".equals(System.getProperty("perennial.database"))
                ? postgresql()
                : new Database(Optional.empty());
    }

    public Optional<String> address() {
        return postgres.map(server -> server.getJdbcUrl("postgres", "postgres"));
    }

    public void stop() {
        postgres.ifPresent(server -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
