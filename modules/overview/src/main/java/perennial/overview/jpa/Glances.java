package perennial.overview.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
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
    static final String STAGE = "stage";
    static final String STAGE_BEFORE = "stage before";
    static final String DECISION = "decision";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected Glances() {}

    public Glances(DataSource database) {
        this.database = database;
    }

    /** Keeps what the run saw, in the place of what it had kept before. */
    public void keep(Run run, ShopView view) {
        try (Connection connection = database.getConnection()) {
            GlanceWriting.replace(connection, run, view);
        } catch (SQLException e) {
            throw new IllegalStateException("the shop at a glance could not be stored", e);
        }
    }

    /** The sum of what is at risk over the run's rows; empty where it is known of none. */
    public Optional<Long> atRisk(Run run) {
        String sql = "select cast(sum(at_risk_minor) as bigint) from customer_row where run_id = ?";
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
                stages(connection, run.id(), STAGE),
                counts(connection, run.id(), DECISION),
                money(row, "expected_minor", currency),
                money(row, "at_risk_minor", currency),
                months(connection, run.id(), currency),
                before(connection, run));
    }

    private static Optional<Money> money(ResultSet row, String column, Currency currency) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(minor -> new Money(minor, currency));
    }

    private static Optional<Earlier> before(Connection connection, Run run) throws SQLException {
        Map<Stage, Long> stages = stages(connection, run.id(), STAGE_BEFORE);
        return stages.isEmpty() ? Optional.empty() : Optional.of(new Earlier(Earlier.before(run), stages));
    }

    private static Map<Stage, Long> stages(Connection connection, long run, String what) throws SQLException {
        Map<Stage, Long> stages = new EnumMap<>(Stage.class);
        counts(connection, run, what).forEach((label, count) -> stages.put(Stage.labelled(label), count));
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
}
