package perennial.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import perennial.kernel.UnavailableException;
import perennial.kernel.Words;

/**
 * What was committed. H2 writes it to its file a moment later, all of it up to some commit and never a part; PostgreSQL
 * writes it before it says that it has committed.
 */
@ApplicationScoped
public class Commits {
    private Optional<String> url;
    private Optional<String> user;
    private Optional<String> password;

    /** Of the proxy that the container puts before it; it never works. */
    @SuppressWarnings("NullAway.Init")
    protected Commits() {}

    @Inject
    public Commits(
            @ConfigProperty(name = "perennial.database.url") Optional<String> url,
            @ConfigProperty(name = "perennial.database.user") Optional<String> user,
            @ConfigProperty(name = "perennial.database.password") Optional<String> password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Returns when all that was committed so far would survive the end of the server: before somebody is told that it
     * is kept, and before anything is deleted for which it stands. Not within a transaction.
     */
    public void settle() {
        url.filter(address -> address.startsWith("jdbc:h2:")).ifPresent(this::settle);
    }

    /** By a connection of its own, since one of the server's pool hides what is H2's. */
    private void settle(String embedded) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(embedded);
        database.setUser(user.orElse(""));
        database.setPassword(password.orElse(""));
        try (Connection connection = database.getConnection()) {
            settle(connection.unwrap(JdbcConnection.class));
        } catch (SQLException | MVStoreException e) {
            throw new UnavailableException(
                    new Words("what was done can't be written to the disk yet", "已完成的操作暂时无法写入磁盘"),
                    new Words("look whether it was done, else do it again", "请查看是否已完成，否则重做"),
                    e);
        }
    }

    /**
     * What {@code checkpoint sync} says that it does: that hands the last commits to threads which write them, and
     * synchronises the file without waiting for these.
     */
    private static void settle(JdbcConnection connection) {
        if (connection.getSession() instanceof SessionLocal local) {
            MVStore store = local.getDatabase().getStore().getMvStore();
            store.commit();
            store.executeFilestoreOperation(() -> {}); // waits for those threads
            store.sync();
        }
    }
}
