package perennial.segmentation.jpa;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import perennial.analytics.clustering.SegmentName;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Deed;
import perennial.segmentation.model.Decided;
import perennial.segmentation.model.Division;
import perennial.segmentation.model.Model;

/** The versions that runs made, and what was decided about them. */
public final class VersionRows {
    static final List<String> TABLES = List.of("segmentation_version_name", "segmentation_version_bin");

    /** Kept for good. */
    private static final List<String> HISTORY = List.of("segmentation_deed", "segmentation_version");

    private static final String DECIDED =
            "select v.run_id, v.as_of, v.before_id, v.segments, d.deed, d.done_at, d.actor, "
                    + "d.why_en, d.why_zh from segmentation_version v join segmentation_deed d on d.run_id = v.run_id "
                    + "and d.number = (select max(x.number) from segmentation_deed x where x.run_id = v.run_id) "
                    + "where v.run_id <= ? order by v.run_id desc";

    private final RunTables tables;

    public VersionRows(RunTables tables) {
        this.tables = tables;
    }

    private SpreadRows spreads() {
        return new SpreadRows(tables, "segmentation_version_bin", "segmentation_version_drift");
    }

    /** False if the run had none. */
    public boolean clear(Run run) {
        boolean known = tables.one("select 1 from segmentation_version where run_id = ?", run, row -> true)
                .isPresent();
        tables.clear(run, TABLES);
        tables.clear(run, HISTORY);
        return known;
    }

    public void add(Run run, Division division, Optional<Long> before, Map<String, Double> drift) {
        tables.change(
                "insert into segmentation_version (run_id, as_of, before_id, segments) values (?, ?, ?, ?)", insert -> {
                    insert.setLong(1, run.id());
                    insert.setObject(2, run.asOf().atOffset(ZoneOffset.UTC));
                    insert.setObject(3, before.orElse(null), Types.BIGINT);
                    insert.setInt(4, division.model().ids().size());
                });
        tables.addAll(
                "insert into segmentation_version_name (run_id, segment_id, name_en, name_zh, claimed) "
                        + "values (?, ?, ?, ?, ?)",
                division.names().entrySet(),
                (insert, name) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, name.getKey());
                    insert.setString(3, name.getValue().words().english());
                    insert.setString(4, name.getValue().words().chinese());
                    insert.setString(5, String.join(",", name.getValue().columns()));
                });
        spreads().add(run, division.spreads(), drift);
    }

    public Division division(Run run, Model model, EvidenceRows.Found found) {
        return new Division(
                model,
                madeNames(run),
                found.reason(),
                found.evidence(),
                spreads().spreads(run));
    }

    /** What the run called the segments, by id. */
    public Map<String, Words> names(Run run) {
        Map<String, Words> names = new TreeMap<>();
        madeNames(run).forEach((id, name) -> names.put(id, name.words()));
        return names;
    }

    private Map<String, SegmentName.Before> madeNames(Run run) {
        Map<String, SegmentName.Before> names = new TreeMap<>();
        tables.all(
                "select * from segmentation_version_name where run_id = ?",
                run,
                row -> names.put(
                        row.getString("segment_id"),
                        new SegmentName.Before(
                                new Words(row.getString("name_en"), row.getString("name_zh")),
                                Arrays.stream(row.getString("claimed").split(","))
                                        .filter(feature -> !feature.isEmpty())
                                        .toList())));
        return names;
    }

    public Map<String, Double> drift(Run run) {
        return spreads().drift(run);
    }

    /** @param number of the turn in which it is done */
    public void decide(long version, long number, Deed deed) {
        tables.change(
                "insert into segmentation_deed (run_id, number, deed, done_at, actor, why_en, why_zh) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, version);
                    insert.setLong(2, number);
                    insert.setString(3, deed.kind().name());
                    insert.setObject(4, deed.at().atOffset(ZoneOffset.UTC));
                    insert.setString(5, deed.actor());
                    insert.setString(6, deed.why().english());
                    insert.setString(7, deed.why().chinese());
                });
    }

    /** Those of a run and of the runs before it with what was decided last, the newest first. */
    public List<Decided> upTo(Run run) {
        return tables.all(
                DECIDED,
                run,
                row -> new Decided(
                        new Run(
                                row.getLong("run_id"),
                                row.getObject("as_of", OffsetDateTime.class).toInstant()),
                        Optional.ofNullable(row.getObject("before_id", Long.class)),
                        row.getInt("segments"),
                        new Deed(
                                Deed.Kind.valueOf(row.getString("deed")),
                                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                                row.getString("actor"),
                                new Words(row.getString("why_en"), row.getString("why_zh")))));
    }

    /** The runs between two that made versions: they never came in force. */
    public List<Run> between(Run before, Run run) {
        return upTo(run).stream()
                .map(Decided::run)
                .filter(made -> made.id() > before.id() && made.id() < run.id())
                .toList();
    }
}
