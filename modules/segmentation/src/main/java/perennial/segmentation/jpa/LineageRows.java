package perennial.segmentation.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;

/** Where the segments of a run come from, and which ones came to an end. */
@ApplicationScoped
public class LineageRows {
    private static final List<String> TABLES = List.of("segment_origin", "segment_end");

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected LineageRows() {}

    public LineageRows(DataSource database) {
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
            throw new IllegalStateException("the origins of the segments could not be dropped", e);
        }
    }

    public void add(Run run, Lineage lineage) {
        String origin =
                "insert into segment_origin (run_id, segment_id, kind, before_id, overlap) " + "values (?, ?, ?, ?, ?)";
        String end = "insert into segment_end (run_id, segment_id, kind, into_id) values (?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement origins = connection.prepareStatement(origin);
                PreparedStatement ends = connection.prepareStatement(end)) {
            for (Map.Entry<String, Origin> each : lineage.origins().entrySet()) {
                origins.setLong(1, run.id());
                origins.setString(2, each.getKey());
                origins.setString(3, each.getValue().kind().name());
                origins.setString(4, each.getValue().before().orElse(null));
                origins.setDouble(5, each.getValue().overlap());
                origins.addBatch();
            }
            origins.executeBatch();
            for (End each : lineage.ends()) {
                ends.setLong(1, run.id());
                ends.setString(2, each.id());
                ends.setString(3, each.kind().name());
                ends.setString(4, each.into().orElse(null));
                ends.addBatch();
            }
            ends.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the origins of the segments could not be stored", e);
        }
    }

    public Lineage of(Run run) {
        try (Connection connection = database.getConnection()) {
            return new Lineage(origins(connection, run), ends(connection, run));
        } catch (SQLException e) {
            throw new IllegalStateException("the origins of the segments could not be read", e);
        }
    }

    private static Map<String, Origin> origins(Connection connection, Run run) throws SQLException {
        Map<String, Origin> origins = new LinkedHashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("select * from segment_origin where run_id = ? order by segment_id")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    origins.put(
                            row.getString("segment_id"),
                            new Origin(
                                    Origin.Kind.valueOf(row.getString("kind")),
                                    Optional.ofNullable(row.getString("before_id")),
                                    row.getDouble("overlap")));
                }
            }
        }
        return origins;
    }

    private static List<End> ends(Connection connection, Run run) throws SQLException {
        List<End> ends = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select * from segment_end where run_id = ? order by segment_id")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ends.add(new End(
                            row.getString("segment_id"),
                            End.Kind.valueOf(row.getString("kind")),
                            Optional.ofNullable(row.getString("into_id"))));
                }
            }
        }
        return ends;
    }
}
