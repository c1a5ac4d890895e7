package perennial.segmentation.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;

/** The tables about segments, most of whose rows belong to a run. */
@ApplicationScoped
public class RunTables {
    private static final int TOGETHER = 1000;

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected RunTables() {}

    public RunTables(DataSource database) {
        this.database = database;
    }

    interface Filler {
        void fill(PreparedStatement statement) throws SQLException;
    }

    interface RowFiller<E> {
        void fill(PreparedStatement statement, E row) throws SQLException;
    }

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param tables each before those that it belongs to */
    void clear(Run run, List<String> tables) {
        tables.forEach(
                table -> change("delete from " + table + " where run_id = ?", delete -> delete.setLong(1, run.id())));
    }

    /** The number of rows that were changed. */
    int change(String sql, Filler filler) {
        return on(sql, statement -> {
            filler.fill(statement);
            return statement.executeUpdate();
        });
    }

    <E> void addAll(String sql, Iterable<E> rows, RowFiller<E> filler) {
        on(sql, insert -> {
            int waiting = 0;
            for (E row : rows) {
                filler.fill(insert, row);
                insert.addBatch();
                if (++waiting == TOGETHER) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
            return waiting;
        });
    }

    <T> List<T> all(String sql, Filler filler, Reader<T> reader) {
        return on(sql, select -> {
            filler.fill(select);
            List<T> read = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read.add(reader.read(row));
                }
            }
            return read;
        });
    }

    <T> List<T> all(String sql, Run run, Reader<T> reader) {
        return all(sql, select -> select.setLong(1, run.id()), reader);
    }

    /**
     * A text that a run tells of each of some neighbours, by customer.
     *
     * @param sql with places for the run and for the first and the last of them
     */
    Map<CustomerId, String> texts(String sql, Run run, CustomerSpan customers) {
        Map<CustomerId, String> texts = new HashMap<>();
        all(
                sql,
                select -> setSpan(select, 1, run, customers),
                row -> texts.put(new CustomerId(row.getString(1)), row.getString(2)));
        return texts;
    }

    /** Fills the places for a run and for the first and the last of some neighbours. */
    static void setSpan(PreparedStatement select, int first, Run run, CustomerSpan customers) throws SQLException {
        select.setLong(first, run.id());
        select.setString(first + 1, customers.first().value());
        select.setString(first + 2, customers.last().value());
    }

    <T> Optional<T> one(String sql, Run run, Reader<T> reader) {
        return all(sql, run, reader).stream().findFirst();
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T on(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("what is stored about segments can't be reached", e);
        }
    }
}
