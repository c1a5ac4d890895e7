package perennial.overview.jpa;

import static perennial.overview.jpa.Glances.DECISION;
import static perennial.overview.jpa.Glances.STAGE;
import static perennial.overview.jpa.Glances.STAGE_BEFORE;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import perennial.activity.Ledger.Month;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.overview.Overview.Earlier;
import perennial.overview.Overview.ShopView;

/** Writes what {@link Glances} reads. */
final class GlanceWriting {
    private GlanceWriting() {}

    static void replace(Connection connection, Run run, ShopView view) throws SQLException {
        for (String table : List.of("glance_month", "glance_count", "glance")) {
            delete(connection, table, run.id());
        }
        insertSums(connection, run, view);
        insertCounts(connection, run, view);
        insertMonths(connection, run, view.months());
    }

    private static void delete(Connection connection, String table, long run) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where run_id = ?")) {
            delete.setLong(1, run);
            delete.executeUpdate();
        }
    }

    private static void insertSums(Connection connection, Run run, ShopView view) throws SQLException {
        String sql = "insert into glance (run_id, as_of, customers, buyers, orders, sales_minor, expected_minor, "
                + "at_risk_minor) values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, run.id());
            insert.setObject(2, view.asOf().atOffset(ZoneOffset.UTC));
            insert.setLong(3, view.customers());
            insert.setLong(4, view.buyers());
            insert.setLong(5, view.orders());
            insert.setLong(6, view.sales().minor());
            insert.setObject(7, view.expectedValue().map(Money::minor).orElse(null), Types.BIGINT);
            insert.setObject(8, view.valueAtRisk().map(Money::minor).orElse(null), Types.BIGINT);
            insert.executeUpdate();
        }
    }

    private static void insertCounts(Connection connection, Run run, ShopView view) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into glance_count (run_id, what, name, amount) values (?, ?, ?, ?)")) {
            add(insert, run, STAGE, labelled(view.stages()));
            add(
                    insert,
                    run,
                    STAGE_BEFORE,
                    labelled(view.before().map(Earlier::stages).orElse(Map.of())));
            add(insert, run, DECISION, view.decisions());
            insert.executeBatch();
        }
    }

    private static Map<String, Long> labelled(Map<Stage, Long> stages) {
        Map<String, Long> labelled = new TreeMap<>();
        stages.forEach((stage, count) -> labelled.put(stage.label(), count));
        return labelled;
    }

    private static void add(PreparedStatement insert, Run run, String what, Map<String, Long> counts)
            throws SQLException {
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            insert.setLong(1, run.id());
            insert.setString(2, what);
            insert.setString(3, count.getKey());
            insert.setLong(4, count.getValue());
            insert.addBatch();
        }
    }

    private static void insertMonths(Connection connection, Run run, List<Month> months) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into glance_month (run_id, in_month, orders, buyers, sales_minor) values (?, ?, ?, ?, ?)")) {
            for (Month month : months) {
                insert.setLong(1, run.id());
                insert.setString(2, month.month().toString());
                insert.setLong(3, month.orders());
                insert.setLong(4, month.buyers());
                insert.setLong(5, month.sales().minor());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
