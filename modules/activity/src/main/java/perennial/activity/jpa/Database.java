package perennial.activity.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The shop's database, for what is read and written in bulk. */
@ApplicationScoped
public class Database {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource source;

    protected Database() {}

    public Database(DataSource source) {
        this.source = source;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In the caller's transaction where there is one, else each statement by itself. */
    public <T> T with(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** In one transaction of its own, for callers that have none: all of it is kept, or nothing. */
    public <T> T inTransaction(Work<T> work) {
        return with(connection -> {
            connection.setAutoCommit(false);
            boolean kept = false;
            try {
                T result = work.on(connection);
                connection.commit();
                kept = true;
                return result;
            } finally {
                if (!kept) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        });
    }
}
