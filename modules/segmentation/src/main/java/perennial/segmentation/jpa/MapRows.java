package perennial.segmentation.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.analytics.clustering.PrincipalPlane.Place;
import perennial.analytics.clustering.SegmentMap;
import perennial.kernel.Run;
import perennial.segmentation.Segments.Dot;

/** The map of each run's customers. */
public final class MapRows {
    static final List<String> TABLES = List.of("segmentation_map", "segment_dot");

    private final RunTables tables;

    public MapRows(RunTables tables) {
        this.tables = tables;
    }

    private record Row(int place, boolean isMiddle, Dot dot) {}

    public void clear(Run run) {
        tables.clear(run, TABLES);
    }

    /** @param ids of the segments by their place in the map */
    public void replace(Run run, SegmentMap map, List<String> ids) {
        clear(run);
        tables.change("insert into segmentation_map (run_id, shown) values (?, ?)", insert -> {
            insert.setLong(1, run.id());
            insert.setDouble(2, map.share());
        });
        tables.addAll(
                "insert into segment_dot (run_id, place, segment_id, is_middle, x, y) values (?, ?, ?, ?, ?, ?)",
                rows(map, ids),
                (insert, row) -> {
                    insert.setLong(1, run.id());
                    insert.setInt(2, row.place());
                    insert.setString(3, row.dot().segment());
                    insert.setBoolean(4, row.isMiddle());
                    insert.setDouble(5, row.dot().x());
                    insert.setDouble(6, row.dot().y());
                });
    }

    private static List<Row> rows(SegmentMap map, List<String> ids) {
        List<Row> rows = new ArrayList<>();
        for (int segment = 0; segment < ids.size(); segment++) {
            rows.add(new Row(
                    rows.size(), true, dot(ids.get(segment), map.middles().get(segment))));
        }
        map.dots().forEach(dot -> rows.add(new Row(rows.size(), false, dot(ids.get(dot.segment()), dot.place()))));
        return rows;
    }

    private static Dot dot(String segment, Place place) {
        return new Dot(segment, place.x(), place.y());
    }

    /** Which share of the variance the run's map shows; empty where there is none. */
    public Optional<Double> shown(Run run) {
        return tables.one("select shown from segmentation_map where run_id = ?", run, row -> row.getDouble(1));
    }

    public List<Dot> middles(Run run) {
        return dots(run, "select * from segment_dot where run_id = ? and is_middle order by place");
    }

    public List<Dot> dots(Run run) {
        return dots(run, "select * from segment_dot where run_id = ? and not is_middle order by place");
    }

    private List<Dot> dots(Run run, String sql) {
        return tables.all(
                sql, run, row -> new Dot(row.getString("segment_id"), row.getDouble("x"), row.getDouble("y")));
    }
}
