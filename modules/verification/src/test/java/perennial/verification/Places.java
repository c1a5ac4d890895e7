package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import perennial.pipeline.Station;

/**
 * Where things go wrong, chosen by a seed: rows that the work will write, taken from an undisturbed installation that
 * has written them.
 *
 * @param events one of each file with events: early in the first, in the midst of the second, late in the third
 * @param results one of each step of the first run
 */
record Places(List<StoredRow> events, Map<Station, StoredRow> results) {
    /** What each step writes, as far as a row of it is known by its own content and not by a counter. */
    private static final Map<Station, List<String>> WRITTEN = Map.of(
            Station.FEATURES, List.of("feature_row", "feature_spread"),
            Station.STAGES, List.of("customer_stage", "stage_change"),
            Station.VALUE_CHOICE, List.of("value_choice", "value_course"),
            Station.VALUE, List.of("value_model", "value_score", "value_bin"),
            Station.SEGMENTS, List.of("segmentation", "segment", "segment_level", "segment_member"),
            Station.CHURN, List.of("churn_model", "churn_score", "churn_reason"),
            Station.METRICS, List.of("metric_report", "metric", "metric_input", "cohort_count"),
            Station.DECISIONS, List.of("decision_run", "decision_case", "rule_use"),
            Station.OVERVIEW, List.of("customer_row", "glance"));

    static Places in(String undisturbed, List<Path> files, Random chance) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(undisturbed)) {
            List<StoredRow> events = new ArrayList<>();
            for (Path file : files) {
                List<String> lines = lines(file);
                double place = (events.size() + chance.nextDouble()) / files.size();
                events.add(event(connection, Installation.object(lines.get((int) (place * lines.size())))));
            }
            Map<Station, StoredRow> results = new EnumMap<>(Station.class);
            for (Station station : Station.values()) {
                results.put(station, result(connection, station, chance));
            }
            return new Places(events, results);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return text.lines().toList();
        }
    }

    private static StoredRow event(Connection connection, JsonObject line) throws SQLException {
        String select = "select * from customer_event where customer_id = ? and event_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, line.getString("customer_id"));
            statement.setString(2, line.getString("event_id"));
            List<StoredRow> rows = rows("customer_event", statement);
            assertThat(rows).as(line.toString()).hasSize(1);
            return rows.get(0);
        }
    }

    /** In a table, and in a row of it, that chance chooses; a small shop leaves some tables empty. */
    private static StoredRow result(Connection connection, Station station, Random chance) throws SQLException {
        List<List<StoredRow>> filled = new ArrayList<>();
        for (String table : WRITTEN.getOrDefault(station, List.of())) {
            try (PreparedStatement select =
                    connection.prepareStatement("select * from " + table + " order by 1, 2, 3")) {
                filled.add(rows(table, select));
            }
        }
        filled.removeIf(List::isEmpty);
        assertThat(filled).as("rows that " + station + " has written").isNotEmpty();
        List<StoredRow> table = filled.get(chance.nextInt(filled.size()));
        return table.get(chance.nextInt(table.size()));
    }

    private static List<StoredRow> rows(String table, PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<StoredRow> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(StoredRow.of(table, row));
            }
            return rows;
        }
    }
}
