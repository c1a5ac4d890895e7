package perennial.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
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
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected Commits() {}

    public Commits(DataSource database) {
        this.database = database;
    }

    /**
     * Returns when all that was committed so far would survive the end of the server: before somebody is told that it
     * is kept, and before anything is deleted for which it stands. Not within a transaction.
     */
    public void settle() {
        try (Connection connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                settle(connection.unwrap(JdbcConnection.class).getSession());
            }
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
    private static void settle(Session session) {
        if (session instanceof SessionLocal local) {
            MVStore store = local.getDatabase().getStore().getMvStore();
            store.commit();
            store.executeFilestoreOperation(() -> {}); // waits for those threads
            store.sync();
        }
    }
}
