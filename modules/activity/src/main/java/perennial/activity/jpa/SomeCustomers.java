package perennial.activity.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whose rows a query reads; its places for them come first. */
sealed interface SomeCustomers permits CustomerRange, CustomerKeys {
    /**
     * The query with the places of this choice.
     *
     * @param query with one %s where the table stands in its from clause, and one for the condition on who it is
     * @param table with a column customer_id; what the query joins it with comes behind it
     */
    String in(String query, String table);

    /** @return the next place */
    int set(PreparedStatement statement) throws SQLException;
}
