package perennial.activity.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The same statement for many rows, sent together. */
final class Batch {
    /** A list of ids as a table; a join with it goes by the index, which "= any" does only by half on H2. */
    static final String KEYS = "unnest(cast(? as varchar array)) as keys (key_id)";

    private Batch() {}

    /** Puts a row into the places of a statement. */
    @FunctionalInterface
    interface Filler<T> {
        void fill(PreparedStatement statement, T row) throws SQLException;
    }

    /** Fills the places of a query. */
    @FunctionalInterface
    interface Places {
        void fill(PreparedStatement statement) throws SQLException;
    }

    /** Makes something of the row in hand. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> void run(Connection connection, String sql, Collection<T> rows, Filler<T> filler) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                filler.fill(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The rows that belong to some keys; each list of keys fills one place of the query. */
    static <T> List<T> find(Connection connection, String sql, RowReader<T> reader, List<?>... keys)
            throws SQLException {
        Places places = statement -> {
            for (int i = 0; i < keys.length; i++) {
                String type = keys[i].stream().anyMatch(Long.class::isInstance) ? "bigint" : "varchar";
                statement.setArray(i + 1, connection.createArrayOf(type, keys[i].toArray()));
            }
        };
        return read(connection, sql, places, reader);
    }

    static <T> List<T> read(Connection connection, String sql, Places places, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            places.fill(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }
}
