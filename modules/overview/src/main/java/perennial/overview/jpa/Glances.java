package perennial.overview.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.activity.Ledger.Month;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.overview.Overview.Earlier;
import perennial.overview.Overview.ShopView;

/** The shop at a glance, as each run saw it. */
@ApplicationScoped
public class Glances {
    private static final String STAGE = "stage";
    private static final String DECISION = "decision";

    /** By the instant, not the number: a run of a past week may come after one of a later week. */
    private static final String BEFORE =
            "select run_id, as_of from glance where as_of < ? order by as_of desc, run_id desc limit 1";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected Glances() {}

    public Glances(DataSource database) {
        this.database = database;
    }

    /** Keeps what the run saw, in the place of what it had kept before. */
    public void keep(Run run, ShopView view) {
        try (Connection connection = database.getConnection()) {
            for (String table : List.of("glance_month", "glance_count", "glance")) {
                delete(connection, table, run.id());
            }
            insertSums(connection, run, view);
            insertCounts(connection, run, view);
            insertMonths(connection, run, view.months());
        } catch (SQLException e) {
            throw new IllegalStateException("the shop at a glance could not be stored", e);
        }
    }

    /** The sum of churn probability times expected value over the run's rows; empty where no row has both. */
    public Optional<Long> atRisk(Run run) {
        String sql =
                "select cast(round(sum(churn_probability * value_minor)) as bigint) from customer_row where run_id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, Long.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the value at risk could not be summed up", e);
        }
    }

    public Optional<ShopView> of(Run run, Currency currency) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select * from glance where run_id = ?")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(view(connection, row, run, currency)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the shop at a glance could not be read", e);
        }
    }

    private static ShopView view(Connection connection, ResultSet row, Run run, Currency currency) throws SQLException {
        return new ShopView(
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getLong("customers"),
                row.getLong("buyers"),
                row.getLong("orders"),
                new Money(row.getLong("sales_minor"), currency),
                stages(connection, run.id()),
                counts(connection, run.id(), DECISION),
                money(row, "expected_minor", currency),
                money(row, "at_risk_minor", currency),
                months(connection, run.id(), currency),
                before(connection, run.asOf()));
    }

    private static Optional<Money> money(ResultSet row, String column, Currency currency) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(minor -> new Money(minor, currency));
    }

    private static Optional<Earlier> before(Connection connection, Instant asOf) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BEFORE)) {
            select.setObject(1, asOf.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Earlier(
                                row.getObject(2, OffsetDateTime.class).toInstant(), stages(connection, row.getLong(1))))
                        : Optional.empty();
            }
        }
    }

    private static Map<Stage, Long> stages(Connection connection, long run) throws SQLException {
        Map<Stage, Long> stages = new EnumMap<>(Stage.class);
        counts(connection, run, STAGE).forEach((label, count) -> stages.put(Stage.labelled(label), count));
        return stages;
    }

    private static Map<String, Long> counts(Connection connection, long run, String what) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select name, amount from glance_count where run_id = ? and what = ? order by name")) {
            select.setLong(1, run);
            select.setString(2, what);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return counts;
    }

    private static List<Month> months(Connection connection, long run, Currency currency) throws SQLException {
        List<Month> months = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select in_month, orders, buyers, sales_minor from glance_month where run_id = ? order by in_month")) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Money sales = new Money(row.getLong(4), currency);
                    months.add(new Month(YearMonth.parse(row.getString(1)), row.getLong(2), row.getLong(3), sales));
                }
            }
        }
        return months;
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
            for (Map.Entry<Stage, Long> stage : view.stages().entrySet()) {
                add(insert, run, STAGE, stage.getKey().label(), stage.getValue());
            }
            for (Map.Entry<String, Long> kind : view.decisions().entrySet()) {
                add(insert, run, DECISION, kind.getKey(), kind.getValue());
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, Run run, String what, String name, long amount)
            throws SQLException {
        insert.setLong(1, run.id());
        insert.setString(2, what);
        insert.setString(3, name);
        insert.setLong(4, amount);
        insert.addBatch();
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
