package perennial.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
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
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("checkpoint sync");
            }
        } catch (SQLException e) {
            throw new UnavailableException(
                    new Words("what was done can't be written to the disk yet", "所做的更改尚无法写入磁盘"),
                    new Words("look whether it was done, else do it again", "请查看是否已完成，否则重做"),
                    e);
        }
    }
}
