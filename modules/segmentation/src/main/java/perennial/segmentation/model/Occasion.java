package perennial.segmentation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.clustering.Matrix;
import perennial.segmentation.Segments.Cause;

/**
 * What a run makes its version on.
 *
 * @param at the instant of the run
 * @param live the version in force, whose segments are recognised; empty for the first one
 * @param search the last one, whether or not what it found went live
 * @param lastNumber the highest number that was ever in an id
 * @param limits how long a search may take, and how long it counts
 */
public record Occasion(
        Instant at, Optional<Division> live, Optional<Searched> search, int lastNumber, Occasion.Limits limits) {
    /**
     * @param isAsked whether somebody asked for a search
     * @param oldest after so much time a search no longer counts
     * @param budget the time for resampling in a search
     */
    public record Limits(boolean isAsked, Duration oldest, Duration budget) {}

    Map<String, Double> drift(Matrix base) {
        return search.map(before -> before.drift(base)).orElse(Map.of());
    }

    /** A number can only be gone on with where a version has it. */
    Optional<Cause> due(Map<String, Double> drift) {
        return Due.of(live.flatMap(division -> search), limits.isAsked(), drift, at, limits.oldest());
    }
}
