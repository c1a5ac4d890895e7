package perennial.value.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.value.ValueScores.Range;
import perennial.value.ValueScores.ValueScore;

/** The stored scores, a row a buyer and run. */
@ApplicationScoped
public class ValueScoreRows {
    private static final String INSERT = "insert into value_score (run_id, customer_id, probability_alive, "
            + "expected_purchases, value_minor, estimate_low, estimate_high, outcome_low, outcome_high) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String SELECT = "select s.customer_id, s.probability_alive, s.expected_purchases, "
            + "s.value_minor, s.estimate_low, s.estimate_high, s.outcome_low, s.outcome_high from ";

    // Joined, because H2 looks through all rows of the run for "= any (?)".
    private static final String SOME =
            SELECT + "unnest(?) as wanted (id) " + "join value_score s on s.customer_id = wanted.id and s.run_id = ?";
    private static final String BETWEEN = SELECT + "value_score s where s.run_id = ? and s.customer_id between ? and ?";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected ValueScoreRows() {}

    public ValueScoreRows(DataSource database) {
        this.database = database;
    }

    public void clear(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from value_score where run_id = ?")) {
            delete.setLong(1, run.id());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the value scores could not be cleared", e);
        }
    }

    void forget(@Observes RunsExpired expired) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from value_score where run_id < ?")) {
            delete.setLong(1, expired.oldestKept());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the value scores of old runs could not be dropped", e);
        }
    }

    public void add(Run run, List<ValueScore> scores) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ValueScore score : scores) {
                insert.setLong(1, run.id());
                insert.setString(2, score.customer().value());
                insert.setDouble(3, score.probabilityAlive());
                insert.setDouble(4, score.expectedPurchases());
                set(insert, 5, score.expectedValue());
                set(insert, 6, score.estimate().map(Range::lower));
                set(insert, 7, score.estimate().map(Range::upper));
                set(insert, 8, score.outcome().map(Range::lower));
                set(insert, 9, score.outcome().map(Range::upper));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the value scores could not be stored", e);
        }
    }

    private static void set(PreparedStatement insert, int place, Optional<Money> amount) throws SQLException {
        insert.setObject(place, amount.map(Money::minor).orElse(null), Types.BIGINT);
    }

    public Map<CustomerId, ValueScore> of(Run run, Collection<CustomerId> customers, Currency currency) {
        return read(SOME, currency, select -> {
            Object[] ids = customers.stream().map(CustomerId::value).toArray();
            select.setArray(1, select.getConnection().createArrayOf("varchar", ids));
            select.setLong(2, run.id());
        });
    }

    public Map<CustomerId, ValueScore> of(Run run, CustomerSpan customers, Currency currency) {
        return read(BETWEEN, currency, select -> {
            select.setLong(1, run.id());
            select.setString(2, customers.first().value());
            select.setString(3, customers.last().value());
        });
    }

    private interface Filler {
        void fill(PreparedStatement select) throws SQLException;
    }

    private Map<CustomerId, ValueScore> read(String query, Currency currency, Filler filler) {
        Map<CustomerId, ValueScore> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            filler.fill(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ValueScore score = read(row, currency);
                    found.put(score.customer(), score);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the value scores could not be read", e);
        }
        return found;
    }

    private static ValueScore read(ResultSet row, Currency currency) throws SQLException {
        return new ValueScore(
                new CustomerId(row.getString(1)),
                row.getDouble(2),
                row.getDouble(3),
                money(row, 4, currency),
                range(row, 5, currency),
                range(row, 7, currency));
    }

    private static Optional<Range> range(ResultSet row, int low, Currency currency) throws SQLException {
        Optional<Money> upper = money(row, low + 1, currency);
        return money(row, low, currency).flatMap(lower -> upper.map(most -> new Range(lower, most)));
    }

    private static Optional<Money> money(ResultSet row, int column, Currency currency) throws SQLException {
        long minor = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new Money(minor, currency));
    }
}
