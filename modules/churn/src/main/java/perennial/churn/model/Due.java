package perennial.churn.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import perennial.churn.ChurnModels.Cause;
import perennial.churn.ChurnModels.Search;

/** Whether the settings of the models are to be looked for anew, and why. */
public final class Due {
    /** A base that has drifted stays so for a while: looking anew each week would find the same. */
    private static final Duration PAUSE = Duration.ofDays(28);

    private Due() {}

    /** @param drift of the customers of the run before from those that the model in force learned from */
    public static Optional<Cause> of(
            Optional<Search> last, boolean isAsked, Map<String, Double> drift, Instant now, Terms terms) {
        if (last.isEmpty()) {
            return Optional.of(Cause.FIRST);
        }
        if (isAsked) {
            return Optional.of(Cause.DEMAND);
        }
        if (Warnings.isOld(last.get().at(), now, terms)) {
            return Optional.of(Cause.AGE);
        }
        boolean isRested = !last.get().at().plus(PAUSE).isAfter(now);
        return isRested && drift.values().stream().anyMatch(index -> index > Terms.DRIFT)
                ? Optional.of(Cause.DRIFT)
                : Optional.empty();
    }
}
