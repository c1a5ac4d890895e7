package perennial.activity.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import perennial.kernel.CustomerSpan;

/**
 * A stretch of customers in the order of their ids, both ends included. What belongs to customers is read range by
 * range: no cursor stays open, memory holds one range, and one customer is a range like any other.
 */
record CustomerRange(String first, String last) implements SomeCustomers {
    /** How many customers a pass reads at once. */
    static final int SIZE = 500;

    /** Before every id. */
    static final String START = "";

    static CustomerRange only(String id) {
        return new CustomerRange(id, id);
    }

    static CustomerRange of(CustomerSpan customers) {
        return new CustomerRange(customers.first().value(), customers.last().value());
    }

    /** The condition on a column of customer ids, with two places to fill. */
    static String on(String column) {
        return column + " between ? and ?";
    }

    @Override
    public String in(String query, String table) {
        return query.formatted(table, on("customer_id"));
    }

    @Override
    public int set(PreparedStatement statement) throws SQLException {
        statement.setString(1, first);
        statement.setString(2, last);
        return 3;
    }
}
