package perennial.segmentation.jpa;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Evidence;
import perennial.segmentation.Segments.State;

/** Why the version of a run has so many segments, or why the run has none. */
public final class EvidenceRows {
    static final List<String> TABLES = List.of("segmentation_evidence", "segmentation");

    private final RunTables tables;

    public EvidenceRows(RunTables tables) {
        this.tables = tables;
    }

    /** @param evidence for each number of segments tried */
    public record Found(State state, Words reason, List<Evidence> evidence) {
        public Found {
            evidence = List.copyOf(evidence);
        }
    }

    public void clear(Run run) {
        tables.clear(run, TABLES);
    }

    public void replace(Run run, Found found) {
        clear(run);
        tables.change("insert into segmentation (run_id, state, reason_en, reason_zh) values (?, ?, ?, ?)", insert -> {
            insert.setLong(1, run.id());
            insert.setString(2, found.state().name());
            insert.setString(3, found.reason().english());
            insert.setString(4, found.reason().chinese());
        });
        tables.addAll(
                "insert into segmentation_evidence (run_id, k, inertia, silhouette, stability, smallest_share) "
                        + "values (?, ?, ?, ?, ?, ?)",
                found.evidence(),
                (insert, tried) -> {
                    insert.setLong(1, run.id());
                    insert.setInt(2, tried.k());
                    insert.setDouble(3, tried.inertia());
                    insert.setDouble(4, tried.silhouette());
                    insert.setObject(5, tried.stability().orElse(null), Types.DOUBLE);
                    insert.setDouble(6, tried.smallestShare());
                });
    }

    public Found of(Run run) {
        List<Evidence> evidence = tables.all(
                "select * from segmentation_evidence where run_id = ? order by k",
                run,
                row -> new Evidence(
                        row.getInt("k"),
                        row.getDouble("inertia"),
                        row.getDouble("silhouette"),
                        Optional.ofNullable(row.getObject("stability", Double.class)),
                        row.getDouble("smallest_share")));
        return tables.one(
                        "select * from segmentation where run_id = ?",
                        run,
                        row -> new Found(
                                State.valueOf(row.getString("state")),
                                new Words(row.getString("reason_en"), row.getString("reason_zh")),
                                evidence))
                .orElseThrow(() -> new IllegalStateException("run " + run.id() + " has not looked for segments"));
    }
}
