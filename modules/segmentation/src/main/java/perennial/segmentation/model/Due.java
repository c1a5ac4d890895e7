package perennial.segmentation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import perennial.segmentation.Segments.Cause;

/** Whether the number of segments is to be looked for anew, and why. */
public final class Due {
    /** By custom much has changed above this population stability index. */
    static final double DRIFT = 0.25;

    private Due() {}

    /**
     * @param last the search whose number is in force
     * @param drift of each feature of today's buyers from those of the last search
     */
    public static Optional<Cause> of(
            Optional<Searched> last, boolean isAsked, Map<String, Double> drift, Instant now, Duration oldest) {
        if (last.isEmpty()) {
            return Optional.of(Cause.FIRST);
        }
        if (isAsked) {
            return Optional.of(Cause.DEMAND);
        }
        if (last.get().at().plus(oldest).isBefore(now)) {
            return Optional.of(Cause.AGE);
        }
        return drift.values().stream().anyMatch(index -> index > DRIFT) ? Optional.of(Cause.DRIFT) : Optional.empty();
    }
}
