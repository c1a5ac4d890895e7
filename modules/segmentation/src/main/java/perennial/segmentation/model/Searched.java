package perennial.segmentation.model;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import perennial.analytics.clustering.Distribution;
import perennial.analytics.clustering.Matrix;
import perennial.segmentation.Segments.Cause;

/**
 * A search for the number of segments.
 *
 * @param at the instant of its run
 * @param spreads how each feature was spread over the buyers then
 */
public record Searched(Instant at, Cause cause, Map<String, Distribution> spreads) {
    public Searched {
        spreads = Map.copyOf(spreads);
    }

    static Searched of(Instant at, Cause cause, Matrix base) {
        return new Searched(at, cause, spreads(base));
    }

    /** How each feature lies over a base. */
    static Map<String, Distribution> spreads(Matrix base) {
        Map<String, Distribution> spreads = new TreeMap<>();
        base.columns().forEach(column -> spreads.put(column, Distribution.of(base.column(column))));
        return spreads;
    }

    /** The population stability index of each feature of a later base. */
    Map<String, Double> drift(Matrix base) {
        return drift(spreads, base);
    }

    static Map<String, Double> drift(Map<String, Distribution> spreads, Matrix base) {
        Map<String, Double> drift = new TreeMap<>();
        spreads.forEach((feature, spread) -> drift.put(feature, spread.stabilityIndex(base.column(feature))));
        return drift;
    }
}
