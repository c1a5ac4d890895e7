package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What every table of a database holds, row by row and in one order, without what only chance, the clock or a counter
 * put there. The database itself is asked which tables it has; none is left out.
 */
record TableContents(Map<String, List<String>> rows) {
    private static final String CLOCK = "it tells when the test ran";
    private static final String CHANCE = "it is drawn by chance";
    private static final String COUNTER = "a counter may skip numbers after a crash, and nothing refers to it";

    /** Columns that may differ, and why; one that is not there fails the test. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("schema_history.installed_on", CLOCK),
            Map.entry("schema_history.execution_time", CLOCK),
            Map.entry("console_user.password_hash", CHANCE),
            Map.entry("console_user.password_set_at", CLOCK),
            Map.entry("console_user.created_at", CLOCK),
            Map.entry("console_user.entered_at", CLOCK),
            Map.entry("api_key.id", COUNTER),
            Map.entry("api_key.fingerprint", CHANCE),
            Map.entry("api_key.created_at", CLOCK),
            Map.entry("audit_entry.id", COUNTER),
            Map.entry("audit_entry.done_at", CLOCK),
            Map.entry("login_guess.last_at", CLOCK),
            Map.entry("imported_file.spooled", CHANCE),
            Map.entry("imported_file.node", "it names the data directory"),
            Map.entry("imported_file.received_at", CLOCK),
            Map.entry("imported_file.finished_at", CLOCK),
            Map.entry("decision.id", COUNTER),
            Map.entry("segmentation_turn.number", COUNTER),
            Map.entry("segmentation_deed.number", COUNTER),
            Map.entry("segmentation_deed.done_at", CLOCK),
            Map.entry("segmentation_placing.number", COUNTER),
            Map.entry("churn_deed.done_at", CLOCK),
            Map.entry("alarm.raised_at", CLOCK),
            Map.entry("alarm.occasion_id", COUNTER),
            Map.entry("rule_deed.done_at", CLOCK),
            Map.entry("rule_in_force.since", CLOCK),
            Map.entry("rule_shadow.begun_at", CLOCK),
            Map.entry("rule_shadow.ended_at", CLOCK),
            Map.entry("webhook.created_at", CLOCK),
            Map.entry("webhook.sealed_secret", CHANCE),
            Map.entry("webhook_owed.id", COUNTER),
            Map.entry("webhook_owed.owed_since", CLOCK),
            Map.entry("run.created_at", CLOCK),
            Map.entry("run.started_at", CLOCK),
            Map.entry("run.finished_at", CLOCK),
            Map.entry("run_step.started_at", CLOCK),
            Map.entry("run_step.finished_at", CLOCK),
            Map.entry("lease.holder", "it names the data directory"),
            Map.entry("lease.ends_at", CLOCK));

    /** Columns that hold the number of a row of another table; it is told as that row's place. */
    private static final Map<String, String> NUMBERED = Map.of(
            "run_id",
            "run",
            "before_id",
            "run",
            "version_id",
            "run",
            "compared_id",
            "run",
            "run.id",
            "run",
            "value_choice.id",
            "run",
            "choice_id",
            "run",
            "import_id",
            "imported_file",
            "imported_file.id",
            "imported_file");

    /** Of an embedded database whose server does not run, from a copy: what a crash left is for the server to mend. */
    static TableContents ofEmbedded(Path home) throws IOException, SQLException {
        return of(copyOfEmbedded(home));
    }

    /** The address of a copy. */
    static String copyOfEmbedded(Path home) throws IOException {
        Path copy = Files.createTempDirectory(home.getParent(), "contents").resolve("perennial");
        Files.copy(home.resolve("db/perennial.mv.db"), copy.resolveSibling("perennial.mv.db"));
        return "jdbc:h2:file:" + copy
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;USER=perennial";
    }

    static TableContents of(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Map<String, List<String>> rows = new TreeMap<>();
            Map<String, Map<Long, Integer>> places =
                    Map.of("run", places(connection, "run"), "imported_file", places(connection, "imported_file"));
            Set<String> leftOut = new TreeSet<>();
            for (String table : tables(connection)) {
                rows.put(table, rows(connection, table, places, leftOut));
            }
            assertThat(leftOut).isEqualTo(new TreeSet<>(LEFT_OUT.keySet()));
            return new TableContents(rows);
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select table_name from information_schema.tables "
                        + "where table_schema = current_schema and table_type = 'BASE TABLE'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static Map<Long, Integer> places(Connection connection, String table) throws SQLException {
        Map<Long, Integer> places = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from " + table + " order by id")) {
            while (row.next()) {
                places.put(row.getLong(1), places.size() + 1);
            }
        }
        return places;
    }

    private static List<String> rows(
            Connection connection, String table, Map<String, Map<Long, Integer>> places, Set<String> leftOut)
            throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            List<Integer> compared = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                String column = table + "." + row.getMetaData().getColumnName(i);
                if (LEFT_OUT.containsKey(column)) {
                    leftOut.add(column);
                } else {
                    compared.add(i);
                }
            }
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i : compared) {
                    text.append(row.getMetaData().getColumnName(i))
                            .append('=')
                            .append(value(row, i, table, places))
                            .append(" | ");
                }
                rows.add(text.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String value(ResultSet row, int column, String table, Map<String, Map<Long, Integer>> places)
            throws SQLException {
        String name = row.getMetaData().getColumnName(column);
        Object value = row.getObject(column);
        if (value == null) {
            return "nothing";
        }
        String numbered = NUMBERED.getOrDefault(table + "." + name, NUMBERED.getOrDefault(name, ""));
        // A segment's before_id is a text.
        if (!numbered.isEmpty() && value instanceof Number number) {
            return numbered + " " + places.getOrDefault(numbered, Map.of()).get(number.longValue());
        }
        if (value instanceof java.sql.Array array) {
            return Arrays.deepToString((Object[]) array.getArray());
        }
        return table.equals("decision_run") ? value.toString().replaceAll("\"run\":\"\\d+\"", "") : value.toString();
    }

    /** Fails with the first rows that differ, table by table. */
    void assertSameAs(TableContents undisturbed) {
        assertThat(rows.keySet()).isEqualTo(undisturbed.rows.keySet());
        rows.forEach((table, mine) -> {
            List<String> theirs = undisturbed.rows.getOrDefault(table, List.of());
            assertThat(first(mine, theirs))
                    .as("only after the crashes, in " + table)
                    .isEmpty();
            assertThat(first(theirs, mine))
                    .as("lost by the crashes, from " + table)
                    .isEmpty();
            assertThat(mine).as("rows of " + table).hasSameSizeAs(theirs);
        });
    }

    private static List<String> first(List<String> rows, List<String> without) {
        Set<String> known = new TreeSet<>(without);
        return rows.stream().filter(row -> !known.contains(row)).limit(3).toList();
    }

    long count(String table) {
        return rows.getOrDefault(table, List.of()).size();
    }

    /** Whether a row holds a value in a column. */
    boolean holds(String table, String... parts) {
        return rows.getOrDefault(table, List.of()).stream()
                .anyMatch(row -> Arrays.stream(parts).allMatch(row::contains));
    }
}
