package perennial.storage.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.channels.OverlappingFileLockException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;

/** H2 where it is the database and this process holds it: what lies below its SQL, which a pool's connections hide. */
@Dependent
public class EmbeddedDatabase {
    /**
     * Settings that a new connection says to the database, upon which all others forget the statements that they know.
     * Nothing is asked by ours.
     */
    private static final Pattern SAID_AGAIN = Pattern.compile(";(MODE|DEFAULT_NULL_ORDERING|CACHE_SIZE)=[^;]*");

    private final Optional<JdbcDataSource> database;

    @Inject
    public EmbeddedDatabase(
            @ConfigProperty(name = "perennial.database.url") Optional<String> url,
            @ConfigProperty(name = "perennial.database.user") Optional<String> user,
            @ConfigProperty(name = "perennial.database.password") Optional<String> password) {
        this.database = url.filter(address -> address.startsWith("jdbc:h2:")).map(address -> {
            JdbcDataSource embedded = new JdbcDataSource();
            embedded.setURL(SAID_AGAIN.matcher(address).replaceAll(""));
            embedded.setUser(user.orElse(""));
            embedded.setPassword(password.orElse(""));
            return embedded;
        });
    }

    /** What is done to the store while a connection keeps it open. */
    @FunctionalInterface
    public interface Act {
        void on(MVStore store);
    }

    /** Nothing happens where another database is in use. */
    public void act(Act act) throws SQLException {
        if (database.isPresent()) {
            try (JdbcConnection connection = database.get().getConnection().unwrap(JdbcConnection.class)) {
                if (connection.getSession() instanceof SessionLocal local) {
                    act.on(local.getDatabase().getStore().getMvStore());
                }
            }
        }
    }

    /**
     * Whether this process holds the file of the database and yet finds it locked. H2 forgets which database it has open
     * when a connection from before the last outage is used once more; those who are connected go on, nobody else gets
     * in.
     */
    public boolean isForgotten() {
        try {
            act(store -> {});
            return false;
        } catch (SQLException e) {
            return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .anyMatch(OverlappingFileLockException.class::isInstance);
        }
    }
}
