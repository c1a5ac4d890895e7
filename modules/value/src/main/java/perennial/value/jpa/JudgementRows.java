package perennial.value.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.analytics.evaluation.ForecastQuality.Decile;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.Judgement.Week;
import perennial.kernel.RunsExpired;
import perennial.kernel.Words;

/** The judgements of the back-tests, each written as a whole as soon as it is there. */
@ApplicationScoped
public class JudgementRows {
    private static final String PURCHASES = "purchases";
    private static final String MONEY = "money";
    private static final String JUDGEMENT =
            "insert into value_judgement (choice_id, origin_day, forecaster, reason_en, "
                    + "reason_zh, log_score, purchases_coverage, money_coverage) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String QUALITY = "insert into value_quality (choice_id, origin_day, forecaster, target, "
            + "customers, forecast, actual, mae, rmse, tied_forecasts, tied_actuals, bias, spearman, gini, slope, "
            + "top_tenth, decile_error) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DECILE = "insert into value_decile (choice_id, origin_day, forecaster, target, decile, "
            + "customers, forecast, actual) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COURSE = "insert into value_course (choice_id, origin_day, forecaster, until_day, "
            + "actual, expected) values (?, ?, ?, ?, ?, ?)";
    private static final List<String> TABLES =
            List.of("value_course", "value_decile", "value_quality", "value_judgement");

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected JudgementRows() {}

    public JudgementRows(DataSource database) {
        this.database = database;
    }

    /** Drops the choices that no run goes by which is kept, with their judgements; the latest one stays in any case. */
    void forget(@Observes RunsExpired expired) {
        String old = " < ? and %1$s < (select max(id) from value_choice) and not exists (select 1 from value_model "
                + "where value_model.choice_id = %2$s.%1$s and value_model.run_id >= ?)";
        perform(connection -> {
            for (String table : TABLES) {
                drop(
                        connection,
                        "delete from " + table + " where choice_id" + old.formatted("choice_id", table),
                        expired);
            }
            drop(connection, "delete from value_choice where id" + old.formatted("id", "value_choice"), expired);
        });
    }

    private static void drop(Connection connection, String sql, RunsExpired expired) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, expired.oldestKept());
            delete.setLong(2, expired.oldestKept());
            delete.executeUpdate();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** Adds a judgement; what a crash had left of the same one goes. */
    public void add(long choice, Judgement judgement) {
        perform(connection -> {
            for (String table : TABLES) {
                delete(connection, table, choice, judgement);
            }
            insert(connection, choice, judgement);
            quality(connection, choice, judgement, PURCHASES, judgement.purchases());
            quality(connection, choice, judgement, MONEY, judgement.money());
            course(connection, choice, judgement);
        });
    }

    private void perform(Work work) {
        try (Connection connection = database.getConnection()) {
            work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the judgements of a back-test could not be reached", e);
        }
    }

    private static void delete(Connection connection, String table, long choice, Judgement judgement)
            throws SQLException {
        String sql = "delete from " + table + " where choice_id = ? and origin_day = ? and forecaster = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            key(delete, choice, judgement);
            delete.executeUpdate();
        }
    }

    private static void key(PreparedStatement statement, long choice, Judgement judgement) throws SQLException {
        statement.setLong(1, choice);
        statement.setInt(2, (int) Math.round(judgement.origin()));
        statement.setString(3, judgement.forecaster());
    }

    private static void insert(Connection connection, long choice, Judgement judgement) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(JUDGEMENT)) {
            key(insert, choice, judgement);
            insert.setString(4, judgement.reason().map(Words::english).orElse(null));
            insert.setString(5, judgement.reason().map(Words::chinese).orElse(null));
            set(insert, 6, judgement.logScore());
            set(insert, 7, judgement.purchasesCoverage());
            set(insert, 8, judgement.moneyCoverage());
            insert.executeUpdate();
        }
    }

    private static void quality(
            Connection connection, long choice, Judgement judgement, String target, Optional<ForecastQuality> quality)
            throws SQLException {
        if (quality.isEmpty()) {
            return;
        }
        ForecastQuality measures = quality.get();
        try (PreparedStatement insert = connection.prepareStatement(QUALITY)) {
            key(insert, choice, judgement);
            insert.setString(4, target);
            insert.setInt(5, measures.count());
            double[] known = {
                measures.forecast(),
                measures.actual(),
                measures.mae(),
                measures.rmse(),
                measures.tiedForecasts(),
                measures.tiedActuals()
            };
            for (int i = 0; i < known.length; i++) {
                insert.setDouble(6 + i, known[i]);
            }
            List<OptionalDouble> perhaps = List.of(
                    measures.bias(),
                    measures.spearman(),
                    measures.gini(),
                    measures.slope(),
                    measures.topTenth(),
                    measures.decileError());
            for (int i = 0; i < perhaps.size(); i++) {
                set(insert, 12 + i, perhaps.get(i));
            }
            insert.executeUpdate();
        }
        deciles(connection, choice, judgement, target, measures.deciles());
    }

    private static void deciles(
            Connection connection, long choice, Judgement judgement, String target, List<Decile> deciles)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(DECILE)) {
            for (int i = 0; i < deciles.size(); i++) {
                key(insert, choice, judgement);
                insert.setString(4, target);
                insert.setInt(5, i);
                insert.setInt(6, deciles.get(i).customers());
                insert.setDouble(7, deciles.get(i).forecast());
                insert.setDouble(8, deciles.get(i).actual());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void course(Connection connection, long choice, Judgement judgement) throws SQLException {
        if (judgement.course().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(COURSE)) {
            for (Week week : judgement.course()) {
                key(insert, choice, judgement);
                insert.setDouble(4, week.until());
                insert.setDouble(5, week.actual());
                insert.setDouble(6, week.expected());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, int place, OptionalDouble value) throws SQLException {
        statement.setObject(place, value.isPresent() ? value.getAsDouble() : null, Types.DOUBLE);
    }

    /** All judgements of a choice, an origin after the other. */
    public List<Judgement> of(long choice) {
        List<Judgement> judgements = new ArrayList<>();
        perform(connection -> {
            Map<String, List<Decile>> deciles = deciles(connection, choice);
            Map<String, ForecastQuality> qualities = qualities(connection, choice, deciles);
            Map<String, List<Week>> courses = courses(connection, choice);
            each(connection, "value_judgement", "origin_day, forecaster", choice, row -> {
                String key = key(row);
                judgements.add(new Judgement(
                        row.getString("forecaster"),
                        row.getInt("origin_day"),
                        Optional.ofNullable(row.getString("reason_en"))
                                .map(english -> new Words(english, chinese(row))),
                        Optional.ofNullable(qualities.get(key + PURCHASES)),
                        Optional.ofNullable(qualities.get(key + MONEY)),
                        number(row, "log_score"),
                        number(row, "purchases_coverage"),
                        number(row, "money_coverage"),
                        courses.getOrDefault(key, List.of())));
            });
        });
        return judgements;
    }

    private static String chinese(ResultSet row) {
        try {
            return row.getString("reason_zh");
        } catch (SQLException e) {
            throw new IllegalStateException("a reason could not be read", e);
        }
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String table, String order, long choice, Reader reader)
            throws SQLException {
        String sql = "select * from " + table + " where choice_id = ? order by " + order;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, choice);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getInt("origin_day") + " " + row.getString("forecaster") + " ";
    }

    private static Map<String, List<Decile>> deciles(Connection connection, long choice) throws SQLException {
        Map<String, List<Decile>> deciles = new HashMap<>();
        each(
                connection,
                "value_decile",
                "decile",
                choice,
                row -> deciles.computeIfAbsent(key(row) + row.getString("target"), key -> new ArrayList<>())
                        .add(new Decile(row.getInt("customers"), row.getDouble("forecast"), row.getDouble("actual"))));
        return deciles;
    }

    private static Map<String, ForecastQuality> qualities(
            Connection connection, long choice, Map<String, List<Decile>> deciles) throws SQLException {
        Map<String, ForecastQuality> qualities = new HashMap<>();
        each(connection, "value_quality", "origin_day", choice, row -> {
            String key = key(row) + row.getString("target");
            qualities.put(
                    key,
                    new ForecastQuality(
                            row.getInt("customers"),
                            row.getDouble("forecast"),
                            row.getDouble("actual"),
                            number(row, "bias"),
                            row.getDouble("mae"),
                            row.getDouble("rmse"),
                            number(row, "spearman"),
                            row.getDouble("tied_forecasts"),
                            row.getDouble("tied_actuals"),
                            number(row, "gini"),
                            number(row, "slope"),
                            number(row, "top_tenth"),
                            deciles.getOrDefault(key, List.of()),
                            number(row, "decile_error")));
        });
        return qualities;
    }

    private static Map<String, List<Week>> courses(Connection connection, long choice) throws SQLException {
        Map<String, List<Week>> courses = new HashMap<>();
        each(
                connection,
                "value_course",
                "until_day",
                choice,
                row -> courses.computeIfAbsent(key(row), key -> new ArrayList<>())
                        .add(new Week(row.getDouble("until_day"), row.getDouble("actual"), row.getDouble("expected"))));
        return courses;
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
