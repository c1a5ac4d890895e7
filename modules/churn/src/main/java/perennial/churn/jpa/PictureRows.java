package perennial.churn.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import perennial.analytics.evaluation.Interval;
import perennial.churn.ChurnPicture;
import perennial.churn.ChurnPicture.Curve;
import perennial.churn.ChurnPicture.Group;
import perennial.churn.ChurnPicture.Grouping;
import perennial.churn.ChurnPicture.Point;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.kernel.Words;

/** What is drawn of each run's model, and what speaks against trusting it. */
@ApplicationScoped
public class PictureRows {
    private static final List<String> TABLES = List.of("churn_figure", "churn_group", "churn_warning");

    private ChurnTables tables;

    @SuppressWarnings("NullAway.Init") // a proxy has no fields
    protected PictureRows() {}

    @Inject
    public PictureRows(ChurnTables tables) {
        this.tables = tables;
    }

    private record Placed<T>(int place, T of) {}

    /** In the place of what the run had written before. */
    public void replace(Run run, ChurnPicture picture, List<Words> warnings) {
        TABLES.forEach(table -> tables.change("delete from " + table + " where run_id = ?", run.id()));
        addPoints(run, picture.points());
        addGroups(run, picture.groups());
        tables.addAll(
                "insert into churn_warning (run_id, place, words_en, words_zh) values (?, ?, ?, ?)",
                placed(warnings),
                (insert, warning) -> {
                    insert.setLong(1, run.id());
                    insert.setInt(2, warning.place());
                    insert.setString(3, warning.of().english());
                    insert.setString(4, warning.of().chinese());
                });
    }

    private static <T> List<Placed<T>> placed(List<T> all) {
        List<Placed<T>> placed = new ArrayList<>();
        all.forEach(each -> placed.add(new Placed<>(placed.size(), each)));
        return placed;
    }

    private void addPoints(Run run, List<Point> points) {
        tables.addAll(
                "insert into churn_figure (run_id, curve, subject, place, x, y, low, high, customers) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                placed(points),
                (insert, placed) -> {
                    Point point = placed.of();
                    insert.setLong(1, run.id());
                    insert.setString(2, point.curve().name());
                    insert.setString(3, point.subject());
                    insert.setInt(4, placed.place());
                    insert.setDouble(5, point.x());
                    insert.setDouble(6, point.y());
                    insert.setObject(7, known(point.low()), Types.DOUBLE);
                    insert.setObject(8, known(point.high()), Types.DOUBLE);
                    insert.setLong(9, point.customers());
                });
    }

    private static @Nullable Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private void addGroups(Run run, List<Group> groups) {
        tables.addAll(
                "insert into churn_group (run_id, kind, name, customers, customers_left, predicted, auc, auc_lower, "
                        + "auc_upper) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                groups,
                (insert, group) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, group.grouping().name());
                    insert.setString(3, group.name());
                    insert.setLong(4, group.customers());
                    insert.setLong(5, group.left());
                    insert.setDouble(6, group.predicted());
                    insert.setObject(7, group.auc().map(Interval::value).orElse(null), Types.DOUBLE);
                    insert.setObject(8, group.auc().map(Interval::low).orElse(null), Types.DOUBLE);
                    insert.setObject(9, group.auc().map(Interval::high).orElse(null), Types.DOUBLE);
                });
    }

    public ChurnPicture of(Run run) {
        return new ChurnPicture(
                tables.all("select * from churn_figure where run_id = ? order by place", run.id(), PictureRows::point),
                tables.all(
                        "select * from churn_group where run_id = ? order by kind, name",
                        run.id(),
                        row -> new Group(
                                Grouping.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getLong("customers"),
                                row.getLong("customers_left"),
                                row.getDouble("predicted"),
                                auc(row))));
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                Curve.valueOf(row.getString("curve")),
                row.getString("subject"),
                row.getDouble("x"),
                row.getDouble("y"),
                number(row.getObject("low", Double.class)),
                number(row.getObject("high", Double.class)),
                row.getLong("customers"));
    }

    private static OptionalDouble number(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Optional<Interval> auc(ResultSet row) throws SQLException {
        Double auc = row.getObject("auc", Double.class);
        return auc == null
                ? Optional.empty()
                : Optional.of(new Interval(auc, row.getDouble("auc_lower"), row.getDouble("auc_upper")));
    }

    public List<Words> warnings(Run run) {
        return tables.all(
                "select * from churn_warning where run_id = ? order by place",
                run.id(),
                row -> new Words(row.getString("words_en"), row.getString("words_zh")));
    }

    /** How far the customers of a run had drifted from those that its model learned from, by feature. */
    public Map<String, Double> drift(Run run) {
        Map<String, Double> drift = new HashMap<>();
        of(run).of(Curve.DRIFT).forEach(point -> drift.put(point.subject(), point.y()));
        return new TreeMap<>(drift);
    }

    void forget(@Observes RunsExpired expired) {
        TABLES.forEach(table -> tables.change("delete from " + table + " where run_id < ?", expired.oldestKept()));
    }
}
