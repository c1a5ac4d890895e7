package perennial.verification.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The embedded H2, or a real PostgreSQL where the system property {@code perennial.database} asks for it. */
record Database(Optional<EmbeddedPostgres> postgres) {

    static Database chosen() throws IOException {
        return "postgresql".equals(System.getProperty("perennial.database"))
                ? new Database(Optional.of(EmbeddedPostgres.start()))
                : new Database(Optional.empty());
    }

    Optional<String> address() {
        return postgres.map(server -> server.getJdbcUrl("postgres", "postgres"));
    }

    void stop() {
        postgres.ifPresent(server -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
