package perennial.verification;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A row as one database holds it, to be written into another of the same make. */
record StoredRow(String table, Map<String, Object> values) {

    /** The one at hand, without what is absent in it. */
    static StoredRow of(String table, ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value != null) {
                values.put(row.getMetaData().getColumnName(i), value instanceof Array array ? array.getArray() : value);
            }
        }
        return new StoredRow(table, values);
    }

    void insert(Connection connection) throws SQLException {
        String places = values.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        String insert =
                "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values (" + places + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int place = 1;
            for (Object value : values.values()) {
                if (value instanceof Object[] many) {
                    statement.setArray(place, connection.createArrayOf("varchar", many));
                } else {
                    statement.setObject(place, value);
                }
                place++;
            }
            statement.executeUpdate();
        }
    }
}
