package perennial.storage.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The numbers that keys go on from. They are raised outside of the transaction that fills the tables, since H2 would
 * end it there and PostgreSQL would not undo it; a number that is too high does no harm.
 */
final class Counters {
    private Counters() {}

    static void raise(Connection connection, Map<String, Long> next) throws SQLException {
        Map<String, Long> here = Tables.counters(connection);
        Dialect dialect = Dialect.of(connection);
        for (Map.Entry<String, Long> counter : next.entrySet()) {
            if (here.getOrDefault(counter.getKey(), 0L) < counter.getValue()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(dialect.raise(counter.getKey(), counter.getValue()));
                }
            }
        }
    }
}
