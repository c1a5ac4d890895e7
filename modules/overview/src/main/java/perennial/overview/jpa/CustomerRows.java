package perennial.overview.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.sql.DataSource;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.overview.AtRisk;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview.CustomerRow;
import perennial.overview.Overview.Page;
import perennial.overview.Overview.SegmentName;

/** The stored rows that lists are made of. */
@ApplicationScoped
public class CustomerRows {
    private static final String INSERT = "insert into customer_row (run_id, customer_id, stage, segment_id, "
            + "churn_probability, probability_alive, value_minor, orders, spend_minor, recency_days, decisions, "
            + "at_risk_minor, at_risk_lower_minor, at_risk_upper_minor) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_WORD = "insert into customer_word (run_id, word, customer_id) values (?, ?, ?)";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected CustomerRows() {}

    public CustomerRows(DataSource database) {
        this.database = database;
    }

    /** @param words what the customer is found by beside the id, in small letters */
    public record StoredRow(
            CustomerId id,
            Stage stage,
            Optional<String> segment,
            Optional<Double> churnProbability,
            Optional<Double> probabilityAlive,
            Optional<Long> valueMinor,
            Optional<AtRisk> atRisk,
            long orders,
            long spendMinor,
            OptionalDouble recencyDays,
            long decisions,
            Set<String> words) {}

    public void clear(Run run) {
        execute("delete from customer_row where run_id = ?", run.id());
        execute("delete from customer_word where run_id = ?", run.id());
    }

    /** Keeps the rows of the newest run and of the one before it, whose lists may still be paged through. */
    public void forgetAllBut(Run run) {
        before(run).ifPresent(kept -> {
            execute("delete from customer_word where run_id < ?", kept);
            execute("delete from customer_row where run_id < ?", kept);
        });
    }

    /** Asked once, not within the deletion, where H2 would ask it again for every row. */
    private Optional<Long> before(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select max(run_id) from customer_row where run_id < ?")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, Long.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run before could not be looked for", e);
        }
    }

    public boolean holds(long run) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select 1 from customer_row where run_id = ? limit 1")) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the customers of the run could not be looked for", e);
        }
    }

    public void add(Run run, List<StoredRow> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement words = connection.prepareStatement(INSERT_WORD)) {
            for (StoredRow row : rows) {
                for (String word : row.words()) {
                    words.setLong(1, run.id());
                    words.setString(2, word);
                    words.setString(3, row.id().value());
                    words.addBatch();
                }
                insert.setLong(1, run.id());
                insert.setString(2, row.id().value());
                insert.setString(3, row.stage().label());
                insert.setString(4, row.segment().orElse(null));
                insert.setObject(5, row.churnProbability().orElse(null), Types.DOUBLE);
                insert.setObject(6, row.probabilityAlive().orElse(null), Types.DOUBLE);
                insert.setObject(7, row.valueMinor().orElse(null), Types.BIGINT);
                insert.setLong(8, row.orders());
                insert.setLong(9, row.spendMinor());
                insert.setObject(
                        10, row.recencyDays().isPresent() ? row.recencyDays().getAsDouble() : null, Types.DOUBLE);
                insert.setLong(11, row.decisions());
                setMinor(insert, 12, row.atRisk().map(AtRisk::amount));
                setMinor(insert, 13, row.atRisk().flatMap(AtRisk::lower));
                setMinor(insert, 14, row.atRisk().flatMap(AtRisk::upper));
                insert.addBatch();
            }
            insert.executeBatch();
            words.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the customers' rows could not be stored", e);
        }
    }

    private static void setMinor(PreparedStatement insert, int place, Optional<Money> amount) throws SQLException {
        insert.setObject(place, amount.map(Money::minor).orElse(null), Types.BIGINT);
    }

    /** A page of the cursor's run; it asks for one row more, to know whether another page follows. */
    public Page page(CustomerQuery query, Cursor from, Currency currency, Map<String, SegmentName> names) {
        PageStatement page = new PageStatement(query, from);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(page.sql())) {
            page.fill(select);
            List<CustomerRow> items = new ArrayList<>();
            double last = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (items.size() == query.limit()) {
                        String id = items.get(items.size() - 1).id().value();
                        return new Page(items, Optional.of(from.text(query, last, id)));
                    }
                    items.add(read(row, currency, names));
                    last = row.getDouble("sort_value");
                }
            }
            return new Page(items, Optional.empty());
        } catch (SQLException e) {
            throw new IllegalStateException("the customers could not be listed", e);
        }
    }

    private static CustomerRow read(ResultSet row, Currency currency, Map<String, SegmentName> names)
            throws SQLException {
        return new CustomerRow(
                new CustomerId(row.getString("customer_id")),
                Stage.labelled(row.getString("stage")),
                Optional.ofNullable(row.getString("segment_id")).map(names::get),
                Optional.ofNullable(row.getObject("churn_probability", Double.class)),
                Optional.ofNullable(row.getObject("probability_alive", Double.class)),
                money(row, "value_minor", currency),
                atRisk(row, currency),
                row.getLong("orders"),
                new Money(row.getLong("spend_minor"), currency),
                Optional.ofNullable(row.getObject("recency_days", Double.class)),
                row.getLong("decisions"));
    }

    private static Optional<AtRisk> atRisk(ResultSet row, Currency currency) throws SQLException {
        Optional<Money> lower = money(row, "at_risk_lower_minor", currency);
        Optional<Money> upper = money(row, "at_risk_upper_minor", currency);
        return money(row, "at_risk_minor", currency).map(amount -> new AtRisk(amount, lower, upper));
    }

    private static Optional<Money> money(ResultSet row, String column, Currency currency) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(minor -> new Money(minor, currency));
    }

    private void execute(String sql, long run) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, run);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the customers' rows could not be cleared", e);
        }
    }
}
