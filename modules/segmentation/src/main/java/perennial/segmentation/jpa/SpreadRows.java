package perennial.segmentation.jpa;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import perennial.analytics.clustering.Distribution;
import perennial.kernel.Run;

/** How features were spread, and how far they have drifted, in tables of one form. */
final class SpreadRows {
    private final RunTables tables;
    private final String bins;
    private final String drifts;

    SpreadRows(RunTables tables, String bins, String drifts) {
        this.tables = tables;
        this.bins = bins;
        this.drifts = drifts;
    }

    private record Bin(String feature, int place, @Nullable Double upperEnd, double share) {}

    void add(Run run, Map<String, Distribution> spreads, Map<String, Double> drift) {
        List<Bin> rows = new ArrayList<>();
        spreads.forEach((feature, spread) -> {
            for (int place = 0; place < spread.shares().size(); place++) {
                Double end = place < spread.edges().size() ? spread.edges().get(place) : null;
                rows.add(new Bin(feature, place, end, spread.shares().get(place)));
            }
        });
        tables.addAll(
                "insert into " + bins + " (run_id, feature, place, upper_end, share) values (?, ?, ?, ?, ?)",
                rows,
                (insert, bin) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, bin.feature());
                    insert.setInt(3, bin.place());
                    insert.setObject(4, bin.upperEnd(), Types.DOUBLE);
                    insert.setDouble(5, bin.share());
                });
        tables.addAll(
                "insert into " + drifts + " (run_id, feature, stability_index) values (?, ?, ?)",
                drift.entrySet(),
                (insert, index) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, index.getKey());
                    insert.setDouble(3, index.getValue());
                });
    }

    Map<String, Distribution> spreads(Run run) {
        Map<String, List<Double>> edges = new TreeMap<>();
        Map<String, List<Double>> shares = new TreeMap<>();
        tables.all(
                        "select * from " + bins + " where run_id = ? order by feature, place",
                        run,
                        row -> new Bin(
                                row.getString("feature"),
                                row.getInt("place"),
                                row.getObject("upper_end", Double.class),
                                row.getDouble("share")))
                .forEach(bin -> {
                    shares.computeIfAbsent(bin.feature(), key -> new ArrayList<>())
                            .add(bin.share());
                    List<Double> ends = edges.computeIfAbsent(bin.feature(), key -> new ArrayList<>());
                    Optional.ofNullable(bin.upperEnd()).ifPresent(ends::add);
                });
        Map<String, Distribution> spreads = new TreeMap<>();
        shares.forEach((feature, of) ->
                spreads.put(feature, new Distribution(edges.getOrDefault(feature, List.of()), of)));
        return spreads;
    }

    Map<String, Double> drift(Run run) {
        Map<String, Double> drift = new TreeMap<>();
        tables.all(
                        "select feature, stability_index from " + drifts + " where run_id = ?",
                        run,
                        row -> Map.entry(row.getString(1), row.getDouble(2)))
                .forEach(index -> drift.put(index.getKey(), index.getValue()));
        return drift;
    }
}
