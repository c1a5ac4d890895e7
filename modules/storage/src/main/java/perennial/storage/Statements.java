package perennial.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements in SQL, each on a connection that is given back when it is done. */
public final class Statements {
    private static final int TOGETHER = 1000;

    private final DataSource database;
    private final String what;

    /** @param what is stored there, for the failure: rules */
    public Statements(DataSource database, String what) {
        this.database = database;
        this.what = what;
    }

    @FunctionalInterface
    public interface Filler {
        void fill(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    public interface RowFiller<E> {
        void fill(PreparedStatement statement, E row) throws SQLException;
    }

    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The number of rows that were changed. */
    public int change(String sql, Filler filler) {
        return on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                filler.fill(statement);
                return statement.executeUpdate();
            }
        });
    }

    /** Adds a row and returns the key that the database gave it. */
    public long add(String sql, Filler filler) {
        return on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
                filler.fill(statement);
                statement.executeUpdate();
                try (ResultSet keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    public <E> void addAll(String sql, Iterable<E> rows, RowFiller<E> filler) {
        on(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
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
            }
        });
    }

    public <T> List<T> all(String sql, Filler filler, Reader<T> reader) {
        return on(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                filler.fill(select);
                List<T> read = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        read.add(reader.read(row));
                    }
                }
                return read;
            }
        });
    }

    public <T> List<T> all(String sql, Reader<T> reader) {
        return all(sql, select -> {}, reader);
    }

    public <T> Optional<T> one(String sql, long key, Reader<T> reader) {
        return all(sql, select -> select.setLong(1, key), reader).stream().findFirst();
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("what is stored about " + what + " can't be reached", e);
        }
    }
}
