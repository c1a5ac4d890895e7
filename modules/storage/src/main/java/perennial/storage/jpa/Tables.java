package perennial.storage.jpa;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the database itself says of its tables, so that none can be left out. */
final class Tables {
    /** What Flyway has done here; a backup carries its version instead. */
    private static final String HISTORY = "schema_history";

    private Tables() {}

    record Column(String name, Form form) {}

    record Table(String name, List<Column> columns) {}

    /** All of them, each after those that its foreign keys point to. */
    static List<Table> of(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        DatabaseMetaData catalogue = connection.getMetaData();
        try (ResultSet table = catalogue.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (table.next()) {
                names.add(table.getString("TABLE_NAME"));
            }
        }
        names.remove(HISTORY);
        Map<String, Set<String>> parents = new TreeMap<>();
        for (String name : names) {
            parents.put(name, parents(connection, name));
        }
        List<Table> tables = new ArrayList<>();
        for (String name : ordered(parents)) {
            tables.add(new Table(name, columns(connection, name)));
        }
        return tables;
    }

    private static Set<String> parents(Connection connection, String table) throws SQLException {
        Set<String> parents = new TreeSet<>();
        try (ResultSet key =
                connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (key.next()) {
                parents.add(key.getString("PKTABLE_NAME"));
            }
        }
        parents.remove(table);
        return parents;
    }

    private static Set<String> ordered(Map<String, Set<String>> parents) {
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < parents.size()) {
            int before = ordered.size();
            parents.forEach((name, needed) -> {
                if (ordered.containsAll(needed)) {
                    ordered.add(name);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables point to each other in a circle: " + parents.keySet());
            }
        }
        return ordered;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet column =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (column.next()) {
                // H2 takes the pattern's underscore for any character, as it should
                if (column.getString("TABLE_NAME").equals(table)) {
                    columns.add(new Column(
                            column.getString("COLUMN_NAME"),
                            Form.of(column.getInt("DATA_TYPE"), column.getString("TYPE_NAME"))));
                }
            }
        }
        return columns;
    }

    /** The version of the newest script that made these tables. */
    static String schemaVersion(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select version from schema_history where success order by installed_rank desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : "0";
        }
    }

    /** The next value of each sequence by its name, and of each numbered column by table and column with a dot. */
    static Map<String, Long> counters(Connection connection) throws SQLException {
        Map<String, Long> counters = new LinkedHashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement(Dialect.of(connection).counters());
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                counters.put(row.getString(1), row.getLong(2));
            }
        }
        return counters;
    }
}
