package perennial.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import perennial.kernel.UnavailableException;

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
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("checkpoint sync");
            }
        } catch (SQLException e) {
            throw new UnavailableException(
                    "what was done can't be written to the disk yet", "look whether it was done, else do it again", e);
        }
    }
}
