package perennial.segmentation.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Claim;
import perennial.segmentation.Segments.Segment;

/** The segments of each run, as they stand among its customers. */
public final class SegmentRows {
    static final List<String> TABLES = List.of("segment_level", "segment");

    private final RunTables tables;

    public SegmentRows(RunTables tables) {
        this.tables = tables;
    }

    /** The mean of a feature in a segment; where the segment's name speaks of it, at which place, and the mean of all. */
    private record Level(String segment, String feature, double mean, Optional<Integer> place, Optional<Double> base) {
        static Level of(Segment segment, String feature, double mean) {
            List<String> claimed = segment.claims().stream().map(Claim::feature).toList();
            int place = claimed.indexOf(feature);
            return place < 0
                    ? new Level(segment.id(), feature, mean, Optional.empty(), Optional.empty())
                    : new Level(
                            segment.id(),
                            feature,
                            mean,
                            Optional.of(place),
                            Optional.of(segment.claims().get(place).base()));
        }

        static Level read(ResultSet row) throws SQLException {
            return new Level(
                    row.getString("segment_id"),
                    row.getString("feature"),
                    row.getDouble("mean"),
                    Optional.ofNullable(row.getObject("claimed", Integer.class)),
                    Optional.ofNullable(row.getObject("base_mean", Double.class)));
        }

        Optional<Claim> claim() {
            return base.map(all -> new Claim(feature, mean, all));
        }
    }

    public void replace(Run run, List<Segment> segments) {
        tables.clear(run, TABLES);
        tables.addAll(
                "insert into segment (run_id, segment_id, name_en, name_zh, size, share, sales_minor, value_minor) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                segments,
                (insert, segment) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, segment.id());
                    insert.setString(3, segment.name().english());
                    insert.setString(4, segment.name().chinese());
                    insert.setLong(5, segment.size());
                    insert.setDouble(6, segment.share());
                    insert.setLong(7, segment.sales().minor());
                    insert.setObject(
                            8, segment.expectedValue().map(Money::minor).orElse(null), Types.BIGINT);
                });
        List<Level> levels = new ArrayList<>();
        segments.forEach(
                segment -> segment.centroid().forEach((feature, mean) -> levels.add(Level.of(segment, feature, mean))));
        tables.addAll(
                "insert into segment_level (run_id, segment_id, feature, mean, base_mean, claimed) "
                        + "values (?, ?, ?, ?, ?, ?)",
                levels,
                (insert, level) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, level.segment());
                    insert.setString(3, level.feature());
                    insert.setDouble(4, level.mean());
                    insert.setObject(5, level.base().orElse(null), Types.DOUBLE);
                    insert.setObject(6, level.place().orElse(null), Types.SMALLINT);
                });
    }

    /** As they are now, the largest first. */
    public List<Segment> of(Run run, Currency currency) {
        Map<String, List<Level>> levels =
                tables.all("select * from segment_level where run_id = ? order by feature", run, Level::read).stream()
                        .collect(Collectors.groupingBy(Level::segment));
        long customers = tables.one(
                        "select sum(size + size_change) from segment where run_id = ?", run, row -> row.getLong(1))
                .orElse(0L);
        return tables.all(
                "select s.*, size + size_change as size_now, sales_minor + sales_change_minor as sales_now, "
                        + "value_minor + value_change_minor as value_now "
                        + "from segment s where run_id = ? order by size_now desc, segment_id",
                run,
                row -> segment(row, levels.getOrDefault(row.getString("segment_id"), List.of()), customers, currency));
    }

    private static Segment segment(ResultSet row, List<Level> levels, long customers, Currency currency)
            throws SQLException {
        Map<String, Double> centroid = new TreeMap<>();
        levels.forEach(level -> centroid.put(level.feature(), level.mean()));
        return new Segment(
                row.getString("segment_id"),
                new Words(row.getString("name_en"), row.getString("name_zh")),
                row.getLong("size_now"),
                customers == 0 ? 0 : row.getLong("size_now") / (double) customers,
                new Money(row.getLong("sales_now"), currency),
                Optional.ofNullable(row.getObject("value_now", Long.class)).map(minor -> new Money(minor, currency)),
                centroid,
                levels.stream()
                        .filter(level -> level.place().isPresent())
                        .sorted(Comparator.comparing(level -> level.place().orElseThrow()))
                        .flatMap(level -> level.claim().stream())
                        .toList());
    }
}
