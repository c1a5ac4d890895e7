package perennial.segmentation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.clustering.Matrix;
import perennial.segmentation.Segments.Cause;

/**
 * What a run finds its segments on.
 *
 * @param at the instant of the run
 * @param last the segmentation before, whose segments are recognised; empty for the first one
 * @param isAsked whether somebody asked for a search
 * @param oldest after so much time a search no longer counts
 * @param budget the time for resampling in a search
 */
public record Occasion(Instant at, Optional<Last> last, boolean isAsked, Duration oldest, Duration budget) {
    private Optional<Searched> search() {
        return last.flatMap(Last::searched);
    }

    Map<String, Double> drift(Matrix base) {
        return search().map(before -> before.drift(base)).orElse(Map.of());
    }

    Optional<Cause> due(Map<String, Double> drift) {
        return Due.of(search(), isAsked, drift, at, oldest);
    }
}
