package perennial.segmentation.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import perennial.analytics.clustering.Preparation;
import perennial.analytics.clustering.Preparation.Column;
import perennial.analytics.clustering.Segment;
import perennial.analytics.clustering.Segment.Level;
import perennial.analytics.clustering.Segmentation;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.segmentation.model.Model;

/** What places further customers as a run's segmentation did. */
@ApplicationScoped
public class ModelRows {
    /** Each before those that it belongs to. */
    private static final List<String> TABLES =
            List.of("segment_coordinate", "segment_centre", "segmentation_column", "segmentation_model");

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected ModelRows() {}

    public ModelRows(DataSource database) {
        this.database = database;
    }

    public void clear(Run run) {
        drop("run_id = ?", run.id());
    }

    void forget(@Observes RunsExpired expired) {
        drop("run_id < ?", expired.oldestKept());
    }

    private void drop(String which, long run) {
        try (Connection connection = database.getConnection()) {
            for (String table : TABLES) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where " + which)) {
                    delete.setLong(1, run);
                    delete.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the segmentation of a run could not be dropped", e);
        }
    }

    public void add(Run run, Model model) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into segmentation_model (run_id, last_number) values (?, ?)")) {
            insert.setLong(1, run.id());
            insert.setInt(2, model.lastNumber());
            insert.executeUpdate();
            addColumns(connection, run, model.segmentation());
            addCentres(connection, run, model);
        } catch (SQLException e) {
            throw new IllegalStateException("the segmentation of the run could not be stored", e);
        }
    }

    private static void addColumns(Connection connection, Run run, Segmentation segmentation) throws SQLException {
        String sql = "insert into segmentation_column (run_id, place, feature, log_scale, skewness, middle, low, high, "
                + "mean, deviation, filled, limited, base_standardised, base_typical, base_mean) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            List<Column> columns = segmentation.preparation().columns();
            for (int place = 0; place < columns.size(); place++) {
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
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void addCentres(Connection connection, Run run, Model model) throws SQLException {
        String centre = "insert into segment_centre (run_id, place, segment_id, size, share) values (?, ?, ?, ?, ?)";
        String coordinate = "insert into segment_coordinate (run_id, place, feature, standardised, typical, mean) "
                + "values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement centres = connection.prepareStatement(centre);
                PreparedStatement coordinates = connection.prepareStatement(coordinate)) {
            List<Segment> segments = model.segmentation().segments();
            for (int place = 0; place < segments.size(); place++) {
                centres.setLong(1, run.id());
                centres.setInt(2, place);
                centres.setString(3, model.ids().get(place));
                centres.setInt(4, segments.get(place).size());
                centres.setDouble(5, segments.get(place).share());
                centres.addBatch();
                for (Level level : segments.get(place).centroid()) {
                    coordinates.setLong(1, run.id());
                    coordinates.setInt(2, place);
                    coordinates.setString(3, level.column());
                    coordinates.setDouble(4, level.standardised());
                    coordinates.setDouble(5, level.typical());
                    coordinates.setObject(6, known(level.mean()), Types.DOUBLE);
                    coordinates.addBatch();
                }
            }
            centres.executeBatch();
            coordinates.executeBatch();
        }
    }

    private static @Nullable Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /** Empty where there were too few customers, or the run is older than these rows. */
    public Optional<Model> of(Run run) {
        try (Connection connection = database.getConnection()) {
            OptionalInt lastNumber = lastNumber(connection, run);
            if (lastNumber.isEmpty()) {
                return Optional.empty();
            }
            List<Column> columns = new ArrayList<>();
            List<Level> base = new ArrayList<>();
            readColumns(connection, run, columns, base);
            List<String> ids = new ArrayList<>();
            List<Segment> segments = new ArrayList<>();
            readCentres(connection, run, columns, ids, segments);
            return Optional.of(new Model(
                    new Segmentation(new Preparation(columns, List.of()), segments, base), ids, lastNumber.getAsInt()));
        } catch (SQLException e) {
            throw new IllegalStateException("the segmentation of a run could not be read", e);
        }
    }

    private static OptionalInt lastNumber(Connection connection, Run run) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select last_number from segmentation_model where run_id = ?")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    private static void readColumns(Connection connection, Run run, List<Column> columns, List<Level> base)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select * from segmentation_column where run_id = ? order by place")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(new Column(
                            row.getString("feature"),
                            row.getBoolean("log_scale"),
                            row.getDouble("skewness"),
                            row.getDouble("middle"),
                            row.getDouble("low"),
                            row.getDouble("high"),
                            row.getDouble("mean"),
                            row.getDouble("deviation"),
                            row.getInt("filled"),
                            row.getInt("limited")));
                    base.add(level(row, "feature", "base_standardised", "base_typical", "base_mean"));
                }
            }
        }
    }

    private static void readCentres(
            Connection connection, Run run, List<Column> columns, List<String> ids, List<Segment> segments)
            throws SQLException {
        String sql = "select c.segment_id, c.size, c.share, x.feature, x.standardised, x.typical, x.mean "
                + "from segment_centre c join segment_coordinate x on x.run_id = c.run_id and x.place = c.place "
                + "join segmentation_column f on f.run_id = c.run_id and f.feature = x.feature "
                + "where c.run_id = ? order by c.place, f.place";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                List<Level> centroid = new ArrayList<>();
                while (row.next()) {
                    centroid.add(level(row, "feature", "standardised", "typical", "mean"));
                    if (centroid.size() == columns.size()) {
                        ids.add(row.getString("segment_id"));
                        segments.add(new Segment(row.getInt("size"), row.getDouble("share"), centroid));
                        centroid.clear();
                    }
                }
            }
        }
    }

    private static Level level(ResultSet row, String column, String standardised, String typical, String mean)
            throws SQLException {
        Double known = row.getObject(mean, Double.class);
        return new Level(
                row.getString(column),
                row.getDouble(standardised),
                row.getDouble(typical),
                known == null ? OptionalDouble.empty() : OptionalDouble.of(known));
    }
}
