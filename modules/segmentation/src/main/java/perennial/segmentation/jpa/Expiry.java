package perennial.segmentation.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import perennial.kernel.RunsExpired;

/** Drops what is stored of old runs, but not the version in force and the one to go back to, however old they are. */
@ApplicationScoped
public class Expiry {
    private static final List<String> OF_RUNS = Stream.of(
                    ChangeRows.TABLES,
                    MapRows.TABLES,
                    MemberRows.TABLES,
                    MoveRows.TABLES,
                    SegmentRows.TABLES,
                    PlacingRows.TABLES,
                    SearchRows.TABLES)
            .flatMap(Collection::stream)
            .toList();

    private static final List<String> OF_VERSIONS = Stream.of(
                    EvidenceRows.TABLES,
                    ModelRows.TABLES,
                    LineageRows.TABLES,
                    DifferenceRows.TABLES,
                    VersionRows.TABLES)
            .flatMap(Collection::stream)
            .toList();

    private static final String NEEDED = "select version_id from segmentation_placing union "
            + "select v.before_id from segmentation_version v join segmentation_placing p on p.version_id = v.run_id "
            + "where v.before_id is not null";

    private RunTables tables;

    @SuppressWarnings("NullAway.Init") // a proxy has no fields
    protected Expiry() {}

    @Inject
    public Expiry(RunTables tables) {
        this.tables = tables;
    }

    void forget(@Observes RunsExpired expired) {
        OF_RUNS.forEach(table -> tables.change(
                "delete from " + table + " where run_id < ?", delete -> delete.setLong(1, expired.oldestKept())));
        OF_VERSIONS.forEach(table -> tables.change(
                "delete from " + table + " where run_id < ? and run_id not in (" + NEEDED + ")",
                delete -> delete.setLong(1, expired.oldestKept())));
    }
}
