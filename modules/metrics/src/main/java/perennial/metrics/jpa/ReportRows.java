package perennial.metrics.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.analytics.metrics.CohortTable;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.metrics.Metrics.Report;

/** The reports of the runs that are kept. */
@ApplicationScoped
public class ReportRows {
    private static final List<String> TABLES = List.of("metric_input", "metric", "cohort_count", "metric_report");

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected ReportRows() {}

    public ReportRows(DataSource database) {
        this.database = database;
    }

    public void replace(Run run, Report report) {
        try (Connection connection = database.getConnection()) {
            delete(connection, "run_id = ?", run.id());
            write(connection, run, report);
            MetricRows.write(connection, run, report.periods());
            CohortRows.write(connection, run, report.cohorts());
        } catch (SQLException e) {
            throw new IllegalStateException("the metrics could not be stored", e);
        }
    }

    void forget(@Observes RunsExpired expired) {
        try (Connection connection = database.getConnection()) {
            delete(connection, "run_id < ?", expired.oldestKept());
        } catch (SQLException e) {
            throw new IllegalStateException("the metrics of old runs could not be dropped", e);
        }
    }

    private static void delete(Connection connection, String where, long run) throws SQLException {
        for (String table : TABLES) {
            try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where " + where)) {
                delete.setLong(1, run);
                delete.executeUpdate();
            }
        }
    }

    private static void write(Connection connection, Run run, Report report) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into metric_report (run_id, as_of, last_month_partial) values (?, ?, ?)")) {
            insert.setLong(1, run.id());
            insert.setObject(2, report.asOf().atOffset(ZoneOffset.UTC));
            insert.setBoolean(3, report.cohorts().lastMonthIsPartial());
            insert.executeUpdate();
        }
    }

    public Optional<Report> of(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select as_of, last_month_partial from metric_report where run_id = ?")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(connection, run, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the metrics could not be read", e);
        }
    }

    private static Report read(Connection connection, Run run, ResultSet row) throws SQLException {
        return new Report(
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                MetricRows.read(connection, run),
                new CohortTable(CohortRows.read(connection, run), row.getBoolean("last_month_partial")));
    }
}
