package perennial.segmentation.jpa;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.clustering.Distribution;
import perennial.kernel.Run;
import perennial.segmentation.Segments.Cause;
import perennial.segmentation.model.Searched;

/** The last search for the number of segments as of each run, how far customers have drifted from it, and wishes for one. */
public final class SearchRows {
    static final List<String> TABLES = List.of("segmentation_search", "segmentation_bin", "segmentation_drift");

    private final RunTables tables;

    public SearchRows(RunTables tables) {
        this.tables = tables;
    }

    private SpreadRows spreads() {
        return new SpreadRows(tables, "segmentation_bin", "segmentation_drift");
    }

    public void clear(Run run) {
        tables.clear(run, TABLES);
    }

    /** @param drift the stability index of each feature of the run's buyers against those of the search */
    public void add(Run run, Searched search, Map<String, Double> drift) {
        tables.change("insert into segmentation_search (run_id, searched_at, cause) values (?, ?, ?)", insert -> {
            insert.setLong(1, run.id());
            insert.setObject(2, search.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, search.cause().name());
        });
        spreads().add(run, search.spreads(), drift);
    }

    /** Empty where the run found no segments, or is older than these rows. */
    public Optional<Searched> of(Run run) {
        Map<String, Distribution> spreads = spreads().spreads(run);
        return tables.one(
                "select * from segmentation_search where run_id = ?",
                run,
                row -> new Searched(
                        row.getObject("searched_at", OffsetDateTime.class).toInstant(),
                        Cause.valueOf(row.getString("cause")),
                        spreads));
    }

    public Map<String, Double> drift(Run run) {
        return spreads().drift(run);
    }

    public void ask(Instant at, String by) {
        tables.change("insert into segment_search_asked (asked_at, asked_by) values (?, ?)", insert -> {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, by);
        });
    }

    public boolean isAsked() {
        return !tables.all("select 1 from segment_search_asked", select -> {}, row -> true)
                .isEmpty();
    }

    /** A search answers all wishes up to then. */
    public void answer() {
        tables.change("delete from segment_search_asked", delete -> {});
    }
}
