package perennial.activity.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import perennial.kernel.CustomerId;

/** Customers by their ids, wherever they stand: each is looked up in the index. */
final class CustomerKeys implements SomeCustomers {
    private final Object[] ids;

    private CustomerKeys(Object[] ids) {
        this.ids = ids;
    }

    static CustomerKeys of(Collection<CustomerId> customers) {
        return new CustomerKeys(customers.stream().map(CustomerId::value).toArray());
    }

    @Override
    public String in(String query, String table) {
        return query.formatted(Batch.KEYS + ", " + table, "customer_id = key_id");
    }

    @Override
    public int set(PreparedStatement statement) throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("varchar", ids));
        return 2;
    }
}
