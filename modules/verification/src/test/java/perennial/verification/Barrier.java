package perennial.verification;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A place at which work stops until it is let through, so that a test hits it there however quick the machine is: a row
 * that an open transaction of the test has written, and for whose end everybody waits who wants to write it too. Where
 * the database dies, the barrier dies with it. The product knows nothing of this.
 */
final class Barrier implements AutoCloseable {
    private static final String WAITING_IN_POSTGRESQL = "select pid, query_start from pg_stat_activity "
            + "where wait_event_type = 'Lock' and lower(query) like ? order by 2 limit 1";
    private static final String WAITING_IN_H2 =
            "select session_id, executing_statement_start from information_schema.sessions "
                    + "where session_id <> session_id() and lower(executing_statement) like ? order by 2 limit 1";

    private final String url;
    private final String table;
    private final Connection holding;

    private Barrier(String url, String table) throws SQLException {
        this.url = url;
        this.table = table;
        this.holding = DriverManager.getConnection(url);
        holding.setAutoCommit(false);
    }

    /**
     * Before a row is written.
     *
     * @param url of a database in use; of an embedded one only while its server runs, else this process would take it
     */
    static Barrier before(StoredRow row, String url) throws SQLException {
        Barrier barrier = new Barrier(url, row.table());
        row.insert(barrier.holding);
        return barrier;
    }

    /**
     * Before a row of a table is changed; empty where the work itself has changed it and not committed that.
     *
     * @param condition that the row alone meets
     */
    static Optional<Barrier> beforeChange(String table, String condition, String url) throws SQLException {
        Barrier barrier = new Barrier(url, table);
        String select = "select 1 from " + table + " where " + condition + " for update skip locked";
        try (Statement statement = barrier.holding.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            if (row.next()) {
                return Optional.of(barrier);
            }
        }
        barrier.close();
        return Optional.empty();
    }

    /** A look at the work, which fails where it has ended without getting to the barrier. */
    @FunctionalInterface
    interface Look {
        void goesOn() throws Exception;
    }

    /** Returns when work stands before it, which shows in a statement that is seen twice. */
    void awaitWork(Installation installation, Look look) throws Exception {
        AtomicReference<Optional<String>> before = new AtomicReference<>(Optional.empty());
        Patience.until(installation, "work at a row of " + table + " that this test holds", () -> {
            look.goesOn();
            Optional<String> now = statement();
            return now.isPresent() && now.equals(before.getAndSet(now));
        });
    }

    private Optional<String> statement() throws SQLException {
        String select = url.startsWith("jdbc:h2:") ? WAITING_IN_H2 : WAITING_IN_POSTGRESQL;
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, "%" + table + "%");
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1) + " " + row.getString(2)) : Optional.empty();
            }
        }
    }

    /** Lets work through. */
    @Override
    public void close() {
        try (holding) {
            holding.rollback();
        } catch (SQLException broken) {
            // it died with the database
        }
    }
}
