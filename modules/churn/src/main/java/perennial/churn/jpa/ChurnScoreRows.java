package perennial.churn.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import perennial.churn.ChurnScores.ChurnScore;
import perennial.churn.ChurnScores.Reason;
import perennial.churn.ChurnScores.Risk;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.kernel.Words;

/** The stored probabilities with their reasons. */
@ApplicationScoped
public class ChurnScoreRows {
    private static final String SCORE = "insert into churn_score (run_id, customer_id, probability) values (?, ?, ?)";
    private static final String REASON = "insert into churn_reason (run_id, customer_id, position, feature, amount, "
            + "typical, contribution, words_en, words_zh) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Joined, because H2 looks through all rows of the run for {@code = any (?)}. */
    private static final String WANTED = "unnest(?) as wanted (id)";

    private static final String OF_RUN = "on s.customer_id = wanted.id and s.run_id = ?";

    private static final String BETWEEN = "run_id = ? and customer_id between ? and ?";
    private static final String RISKS = "select customer_id, probability from churn_score where " + BETWEEN;
    private static final String LABELS = "select customer_id, feature from churn_reason where " + BETWEEN
            + " order by run_id, customer_id, position";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected ChurnScoreRows() {}

    public ChurnScoreRows(DataSource database) {
        this.database = database;
    }

    public void clear(Run run) {
        delete("run_id = ?", run.id());
    }

    void forget(@Observes RunsExpired expired) {
        delete("run_id < ?", expired.oldestKept());
    }

    private void delete(String where, long run) {
        try (Connection connection = database.getConnection()) {
            for (String table : List.of("churn_score", "churn_reason")) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where " + where)) {
                    delete.setLong(1, run);
                    delete.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the churn scores could not be cleared", e);
        }
    }

    public void add(Run run, List<ChurnScore> scores) {
        try (Connection connection = database.getConnection();
                PreparedStatement score = connection.prepareStatement(SCORE);
                PreparedStatement reason = connection.prepareStatement(REASON)) {
            for (ChurnScore each : scores) {
                score.setLong(1, run.id());
                score.setString(2, each.customer().value());
                score.setDouble(3, each.probability());
                score.addBatch();
                addReasons(run, each, reason);
            }
            score.executeBatch();
            reason.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the churn scores could not be stored", e);
        }
    }

    private static void addReasons(Run run, ChurnScore score, PreparedStatement insert) throws SQLException {
        for (int i = 0; i < score.reasons().size(); i++) {
            Reason reason = score.reasons().get(i);
            insert.setLong(1, run.id());
            insert.setString(2, score.customer().value());
            insert.setInt(3, i);
            insert.setString(4, reason.feature());
            set(insert, 5, reason.value());
            set(insert, 6, reason.typical());
            insert.setDouble(7, reason.contribution());
            insert.setString(8, reason.words().english());
            insert.setString(9, reason.words().chinese());
            insert.addBatch();
        }
    }

    private static void set(PreparedStatement insert, int place, OptionalDouble amount) throws SQLException {
        insert.setObject(place, amount.isPresent() ? amount.getAsDouble() : null, Types.DOUBLE);
    }

    public Map<CustomerId, ChurnScore> of(Run run, Collection<CustomerId> customers) {
        Map<CustomerId, ChurnScore> found = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            Object[] ids = customers.stream().map(CustomerId::value).toArray();
            Array wanted = connection.createArrayOf("varchar", ids);
            Map<CustomerId, List<Reason>> reasons = reasons(run, wanted, connection);
            String sql = "select s.customer_id, s.probability from " + WANTED + " join churn_score s " + OF_RUN;
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setArray(1, wanted);
                select.setLong(2, run.id());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        CustomerId id = new CustomerId(row.getString(1));
                        found.put(id, new ChurnScore(id, row.getDouble(2), reasons.getOrDefault(id, List.of())));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the churn scores could not be read", e);
        }
        return found;
    }

    public Map<CustomerId, Risk> risks(Run run, CustomerSpan customers) {
        Map<CustomerId, Risk> risks = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            Map<String, Double> scored = new HashMap<>();
            read(connection, RISKS, run, customers, row -> scored.put(row.getString(1), row.getDouble(2)));
            Map<String, List<String>> labels = scored.isEmpty() ? Map.of() : labels(connection, run, customers);
            scored.forEach((id, probability) ->
                    risks.put(new CustomerId(id), new Risk(probability, labels.getOrDefault(id, List.of()))));
        } catch (SQLException e) {
            throw new IllegalStateException("the churn risks could not be read", e);
        }
        return risks;
    }

    private static Map<String, List<String>> labels(Connection connection, Run run, CustomerSpan customers)
            throws SQLException {
        Map<String, List<String>> labels = new HashMap<>();
        read(
                connection,
                LABELS,
                run,
                customers,
                row -> labels.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(row.getString(2)));
        return labels;
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String query, Run run, CustomerSpan customers, Reader reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, run.id());
            select.setString(2, customers.first().value());
            select.setString(3, customers.last().value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private static Map<CustomerId, List<Reason>> reasons(Run run, Array customers, Connection connection)
            throws SQLException {
        String sql =
                "select s.customer_id, s.feature, s.amount, s.typical, s.contribution, s.words_en, s.words_zh from "
                        + WANTED + " join churn_reason s " + OF_RUN + " order by s.customer_id, s.position";
        Map<CustomerId, List<Reason>> reasons = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, customers);
            select.setLong(2, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reasons.computeIfAbsent(new CustomerId(row.getString(1)), id -> new ArrayList<>())
                            .add(reason(row));
                }
            }
        }
        return reasons;
    }

    private static Reason reason(ResultSet row) throws SQLException {
        return new Reason(
                row.getString(2),
                number(row, 3),
                number(row, 4),
                row.getDouble(5),
                new Words(row.getString(6), row.getString(7)));
    }

    private static OptionalDouble number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
