package perennial.decisions.jpa;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import perennial.kernel.CustomerId;

/** Customers as one value of a statement, however many they are. */
final class Ids {
    private Ids() {}

    static Array array(Connection connection, Collection<CustomerId> customers) throws SQLException {
        return connection.createArrayOf(
                "varchar", customers.stream().map(CustomerId::value).toArray());
    }
}
