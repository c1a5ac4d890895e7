package perennial.metrics.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import perennial.analytics.metrics.CohortTable;
import perennial.analytics.metrics.CohortTable.Cohort;
import perennial.kernel.Run;

/** One row a cohort and month. */
final class CohortRows {
    private CohortRows() {}

    static void write(Connection connection, Run run, CohortTable table) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into cohort_count (run_id, cohort, months_later, buyers) values (?, ?, ?, ?)")) {
            for (Cohort cohort : table.cohorts()) {
                for (int later = 0; later < cohort.buyers().size(); later++) {
                    insert.setLong(1, run.id());
                    insert.setString(2, cohort.month().toString());
                    insert.setInt(3, later);
                    insert.setLong(4, cohort.buyers().get(later));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    static List<Cohort> read(Connection connection, Run run) throws SQLException {
        Map<YearMonth, List<Long>> buyers = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select cohort, buyers from cohort_count where run_id = ? order by cohort, months_later")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    buyers.computeIfAbsent(YearMonth.parse(row.getString("cohort")), month -> new ArrayList<>())
                            .add(row.getLong("buyers"));
                }
            }
        }
        return buyers.entrySet().stream()
                .map(cohort -> new Cohort(cohort.getKey(), cohort.getValue()))
                .toList();
    }
}
