package perennial.segmentation.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import perennial.analytics.clustering.Preparation;
import perennial.analytics.clustering.Preparation.Column;
import perennial.analytics.clustering.Segment;
import perennial.analytics.clustering.Segment.Level;
import perennial.analytics.clustering.Segmentation;
import perennial.kernel.Run;
import perennial.segmentation.model.Model;

/** What places further customers as a run's version does. */
public final class ModelRows {
    /** Each before those that it belongs to. */
    static final List<String> TABLES =
            List.of("segment_coordinate", "segment_centre", "segmentation_column", "segmentation_model");

    private final RunTables tables;

    public ModelRows(RunTables tables) {
        this.tables = tables;
    }

    public void clear(Run run) {
        tables.clear(run, TABLES);
    }

    public void add(Run run, Model model) {
        tables.change("insert into segmentation_model (run_id, last_number) values (?, ?)", insert -> {
            insert.setLong(1, run.id());
            insert.setInt(2, model.lastNumber());
        });
        addColumns(run, model.segmentation());
        addCentres(run, model);
    }

    private void addColumns(Run run, Segmentation segmentation) {
        String sql = "insert into segmentation_column (run_id, place, feature, log_scale, skewness, middle, low, high, "
                + "mean, deviation, filled, limited, base_standardised, base_typical, base_mean) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        List<Column> columns = segmentation.preparation().columns();
        tables.addAll(sql, () -> IntStream.range(0, columns.size()).iterator(), (insert, place) -> {
            Column column = columns.get(place);
            Level base = segmentation.base().get(place);
            insert.setLong(1, run.id());
            insert.setInt(2, place);
            insert.setString(3, column.name());
            insert.setBoolean(4, column.log());
            insert.setDouble(5, column.skewness());
            insert.setDouble(6, column.median());
            insert.setDouble(7, column.low());
            insert.setDouble(8, column.high());
            insert.setDouble(9, column.mean());
            insert.setDouble(10, column.deviation());
            insert.setInt(11, column.filled());
            insert.setInt(12, column.limited());
            insert.setDouble(13, base.standardised());
            insert.setDouble(14, base.typical());
            insert.setObject(15, known(base.mean()), Types.DOUBLE);
        });
    }

    private record Coordinate(int place, Level level) {}

    private void addCentres(Run run, Model model) {
        List<Segment> segments = model.segmentation().segments();
        tables.addAll(
                "insert into segment_centre (run_id, place, segment_id, size, share) values (?, ?, ?, ?, ?)",
                () -> IntStream.range(0, segments.size()).iterator(),
                (insert, place) -> {
                    insert.setLong(1, run.id());
                    insert.setInt(2, place);
                    insert.setString(3, model.ids().get(place));
                    insert.setInt(4, segments.get(place).size());
                    insert.setDouble(5, segments.get(place).share());
                });
        List<Coordinate> coordinates = new ArrayList<>();
        for (int place = 0; place < segments.size(); place++) {
            for (Level level : segments.get(place).centroid()) {
                coordinates.add(new Coordinate(place, level));
            }
        }
        tables.addAll(
                "insert into segment_coordinate (run_id, place, feature, standardised, typical, mean) "
                        + "values (?, ?, ?, ?, ?, ?)",
                coordinates,
                (insert, coordinate) -> {
                    insert.setLong(1, run.id());
                    insert.setInt(2, coordinate.place());
                    insert.setString(3, coordinate.level().column());
                    insert.setDouble(4, coordinate.level().standardised());
                    insert.setDouble(5, coordinate.level().typical());
                    insert.setObject(6, known(coordinate.level().mean()), Types.DOUBLE);
                });
    }

    private static @Nullable Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /** The highest number that is in an id of any version before a run's own, which may be done again; 0: none is. */
    public int lastNumber(Run run) {
        return tables.one(
                        "select coalesce(max(last_number), 0) from segmentation_model where run_id < ?",
                        run,
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** Empty where there were too few customers, or the run is older than these rows. */
    public Optional<Model> of(Run run) {
        return tables.one(
                        "select last_number from segmentation_model where run_id = ?",
                        run,
                        row -> row.getInt("last_number"))
                .map(lastNumber -> {
                    List<Column> columns = new ArrayList<>();
                    List<Level> base = new ArrayList<>();
                    tables.all("select * from segmentation_column where run_id = ? order by place", run, row -> {
                        columns.add(column(row));
                        return base.add(level(row, "base_standardised", "base_typical", "base_mean"));
                    });
                    return model(run, new Preparation(columns, List.of()), base, lastNumber);
                });
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString("feature"),
                row.getBoolean("log_scale"),
                row.getDouble("skewness"),
                row.getDouble("middle"),
                row.getDouble("low"),
                row.getDouble("high"),
                row.getDouble("mean"),
                row.getDouble("deviation"),
                row.getInt("filled"),
                row.getInt("limited"));
    }

    private record Centre(String id, Segment segment) {}

    private Model model(Run run, Preparation preparation, List<Level> base, int lastNumber) {
        List<List<Level>> centroids = new ArrayList<>();
        tables.all(
                "select x.place, x.feature, x.standardised, x.typical, x.mean from segment_coordinate x "
                        + "join segmentation_column f on f.run_id = x.run_id and f.feature = x.feature "
                        + "where x.run_id = ? order by x.place, f.place",
                run,
                row -> {
                    if (row.getInt("place") == centroids.size()) {
                        centroids.add(new ArrayList<>());
                    }
                    return centroids.get(row.getInt("place")).add(level(row, "standardised", "typical", "mean"));
                });
        List<Centre> centres = tables.all(
                "select * from segment_centre where run_id = ? order by place",
                run,
                row -> new Centre(
                        row.getString("segment_id"),
                        new Segment(row.getInt("size"), row.getDouble("share"), centroids.get(row.getInt("place")))));
        return new Model(
                new Segmentation(
                        preparation, centres.stream().map(Centre::segment).toList(), base),
                centres.stream().map(Centre::id).toList(),
                lastNumber);
    }

    private static Level level(ResultSet row, String standardised, String typical, String mean) throws SQLException {
        Double known = row.getObject(mean, Double.class);
        return new Level(
                row.getString("feature"),
                row.getDouble(standardised),
                row.getDouble(typical),
                known == null ? OptionalDouble.empty() : OptionalDouble.of(known));
    }
}
