package perennial.segmentation.jpa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.Run;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;

/** Where the segments of a version come from, and which ones came to an end. */
public final class LineageRows {
    static final List<String> TABLES = List.of("segment_origin", "segment_end");

    private final RunTables tables;

    public LineageRows(RunTables tables) {
        this.tables = tables;
    }

    public void clear(Run run) {
        tables.clear(run, TABLES);
    }

    public void add(Run run, Lineage lineage) {
        tables.addAll(
                "insert into segment_origin (run_id, segment_id, kind, before_id, overlap) values (?, ?, ?, ?, ?)",
                lineage.origins().entrySet(),
                (insert, origin) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, origin.getKey());
                    insert.setString(3, origin.getValue().kind().name());
                    insert.setString(4, origin.getValue().before().orElse(null));
                    insert.setDouble(5, origin.getValue().overlap());
                });
        tables.addAll(
                "insert into segment_end (run_id, segment_id, kind, into_id) values (?, ?, ?, ?)",
                lineage.ends(),
                (insert, end) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, end.id());
                    insert.setString(3, end.kind().name());
                    insert.setString(4, end.into().orElse(null));
                });
    }

    public Lineage of(Run run) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        tables.all(
                        "select * from segment_origin where run_id = ? order by segment_id",
                        run,
                        row -> Map.entry(
                                row.getString("segment_id"),
                                new Origin(
                                        Origin.Kind.valueOf(row.getString("kind")),
                                        Optional.ofNullable(row.getString("before_id")),
                                        row.getDouble("overlap"))))
                .forEach(origin -> origins.put(origin.getKey(), origin.getValue()));
        return new Lineage(
                origins,
                tables.all(
                        "select * from segment_end where run_id = ? order by segment_id",
                        run,
                        row -> new End(
                                row.getString("segment_id"),
                                End.Kind.valueOf(row.getString("kind")),
                                Optional.ofNullable(row.getString("into_id")))));
    }
}
