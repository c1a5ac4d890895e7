package perennial.segmentation.jpa;

import java.util.List;
import java.util.Map;
import perennial.kernel.Run;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.SegmentationVersions.Flow;
import perennial.segmentation.Segments.Lineage;

/** How many customers a version would place otherwise than the one in force when it was made. */
public final class DifferenceRows {
    static final List<String> TABLES = List.of("segmentation_flow", "segmentation_version_drift");

    private final RunTables tables;

    public DifferenceRows(RunTables tables) {
        this.tables = tables;
    }

    public void clear(Run run) {
        tables.clear(run, TABLES);
    }

    public void add(Run run, List<Flow> flows) {
        tables.addAll(
                "insert into segmentation_flow (run_id, from_id, to_id, customers) values (?, ?, ?, ?)",
                flows,
                (insert, flow) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, flow.from());
                    insert.setString(3, flow.to());
                    insert.setLong(4, flow.customers());
                });
    }

    public Differences of(Run run, Lineage lineage, Map<String, Double> drift) {
        return new Differences(
                tables.all(
                        "select * from segmentation_flow where run_id = ? order by customers desc, from_id, to_id",
                        run,
                        row -> new Flow(row.getString("from_id"), row.getString("to_id"), row.getLong("customers"))),
                lineage,
                drift);
    }
}
