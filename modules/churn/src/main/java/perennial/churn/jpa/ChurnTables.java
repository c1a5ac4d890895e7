package perennial.churn.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables about churn models. */
@ApplicationScoped
public class ChurnTables {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected ChurnTables() {}

    public ChurnTables(DataSource database) {
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

    /** A statement whose only place is a number. */
    void change(String sql, long number) {
        change(sql, statement -> statement.setLong(1, number));
    }

    void change(String sql, Filler filler) {
        on(sql, statement -> {
            filler.fill(statement);
            return statement.executeUpdate();
        });
    }

    <E> void addAll(String sql, Iterable<E> rows, RowFiller<E> filler) {
        on(sql, insert -> {
            for (E row : rows) {
                filler.fill(insert, row);
                insert.addBatch();
            }
            return insert.executeBatch().length;
        });
    }

    <T> List<T> all(String sql, long number, Reader<T> reader) {
        return on(sql, select -> {
            select.setLong(1, number);
            return read(select, reader);
        });
    }

    <T> List<T> all(String sql, Reader<T> reader) {
        return on(sql, select -> read(select, reader));
    }

    private static <T> List<T> read(PreparedStatement select, Reader<T> reader) throws SQLException {
        List<T> read = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                read.add(reader.read(row));
            }
        }
        return read;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T on(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("what is stored about churn models can't be reached", e);
        }
    }
}
