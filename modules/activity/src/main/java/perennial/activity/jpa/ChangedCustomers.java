package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

/** Of whom something new was told since the run in force looked, and whose features have been folded anew since. */
@Dependent
public class ChangedCustomers {
    private static final String WAITS = "folded_at is null and (seen_by is null or seen_by > ?)";
    private static final String WAITING =
            "select customer_id from changed_customer where " + WAITS + " order by customer_id limit ?";

    private final Database database;

    @Inject
    public ChangedCustomers(Database database) {
        this.database = database;
    }

    /** Has customers wait, in the transaction that writes what is new of them. */
    static void add(Connection connection, Collection<String> customers) throws SQLException {
        List<String> fresh = new ArrayList<>(customers);
        fresh.removeAll(Batch.find(
                connection,
                "select customer_id from " + Batch.KEYS
                        + " join changed_customer on customer_id = key_id where folded_at is null and seen_by is null",
                row -> row.getString(1),
                List.copyOf(customers)));
        Batch.Filler<String> id = (statement, customer) -> statement.setString(1, customer);
        Batch.run(connection, "delete from changed_customer where customer_id = ?", fresh, id);
        Batch.run(connection, "insert into changed_customer (customer_id) values (?)", fresh, id);
    }

    public List<CustomerId> waiting(Run inForce, int atMost) {
        return database.with(connection -> Batch.read(
                connection,
                WAITING,
                select -> {
                    select.setLong(1, inForce.id());
                    select.setInt(2, atMost);
                },
                row -> new CustomerId(row.getString(1))));
    }

    public void fold(Collection<CustomerId> customers, Instant at) {
        database.with(connection -> {
            Batch.run(
                    connection,
                    "update changed_customer set folded_at = ? where customer_id = ?",
                    customers,
                    (statement, customer) -> {
                        Columns.set(statement, 1, at);
                        statement.setString(2, customer.value());
                    });
            return customers.size();
        });
    }

    public Optional<Instant> foldedAt(CustomerId customer) {
        return database
                .with(connection -> Batch.read(
                        connection,
                        "select folded_at from changed_customer where customer_id = ? and folded_at is not null",
                        select -> select.setString(1, customer.value()),
                        row -> Columns.instant(row, 1)))
                .stream()
                .findFirst();
    }

    /** A run begins, that sees all that has been told until now. */
    public void see(Run run) {
        change("update changed_customer set seen_by = ?", run);
    }

    /** A run is in force. */
    public void forget(Run seenBy) {
        change("delete from changed_customer where seen_by <= ?", seenBy);
    }

    private void change(String sql, Run run) {
        database.with(connection -> {
            try (PreparedStatement change = connection.prepareStatement(sql)) {
                change.setLong(1, run.id());
                return change.executeUpdate();
            }
        });
    }
}
