package perennial.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VersionsOfBeforeTest {
    private static final String OLD_RUNS = """
            insert into segmentation_model (run_id, last_number) values (6, 2), (7, 2);
            insert into segment_centre (run_id, place, segment_id, size, share) values (7, 0, 's2', 9, 0.9), (7, 1, 's1', 1, 0.1);
            insert into segment (run_id, segment_id, name_en, name_zh, size, share, sales_minor)
              values (7, 's2', 'Loyal', '忠诚', 9, 0.9, 1), (7, 's1', 'Close', '接近', 1, 0.1, 1);
            insert into segment_level (run_id, segment_id, feature, mean, base_mean, claimed)
              values (7, 's2', 'spend', 1, 1, 1), (7, 's2', 'recency', 1, 1, 0), (7, 's2', 'trend', 1, null, null);
            insert into segmentation_bin (run_id, feature, place, upper_end, share) values (7, 'spend', 0, null, 1);
            insert into run_in_force (id, run_id, as_of) values (1, 7, timestamp with time zone '2025-06-02 00:00:00+00');
            """;

    @ParameterizedTest
    @EnumSource
    void the_segmentation_that_was_shown_is_the_first_version_in_force(Databases databases) throws SQLException {
        DataSource database =
                databases.empty("before_" + UUID.randomUUID().toString().replace('-', '_'));
        Schema.migrate(database, "0151");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(OLD_RUNS);
            Schema.migrate(database);
            assertThat(rows(statement, "select run_id, version_id from segmentation_placing order by run_id"))
                    .containsExactly("6 6", "7 7");
            assertThat(rows(statement, "select run_id, segments from segmentation_version"))
                    .containsExactly("7 2");
            assertThat(rows(
                            statement,
                            "select segment_id, name_en, claimed from segmentation_version_name order by segment_id"))
                    .containsExactly("s1 Close ", "s2 Loyal recency,spend");
            assertThat(rows(statement, "select run_id, deed, actor from segmentation_deed"))
                    .containsExactly("7 WENT_LIVE system");
            assertThat(rows(statement, "select feature, share from segmentation_version_bin"))
                    .containsExactly("spend 1.0");
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(row.getObject(i)));
                }
                rows.add(String.join(" ", cells));
            }
        }
        return rows;
    }
}
