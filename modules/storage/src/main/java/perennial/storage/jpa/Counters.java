package perennial.storage.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The numbers that keys go on from. Outside of the transaction that fills the tables, since H2 would end it there; a
 * number that is too high does no harm.
 */
@Dependent
public class Counters {
    @Transactional(TxType.NOT_SUPPORTED)
    public void raise(DataSource database, Map<String, Long> next) {
        try (Connection connection = database.getConnection()) {
            Map<String, Long> here = Tables.counters(connection);
            for (Map.Entry<String, Long> counter : next.entrySet()) {
                if (here.getOrDefault(counter.getKey(), 0L) < counter.getValue()) {
                    restart(connection, counter.getKey(), counter.getValue());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the counters could not be raised", e);
        }
    }

    private static void restart(Connection connection, String name, long next) throws SQLException {
        int dot = name.indexOf('.');
        String sql = dot < 0
                ? "alter sequence " + name + " restart with " + next
                : "alter table " + name.substring(0, dot) + " alter column " + name.substring(dot + 1)
                        + " restart with " + next;
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
