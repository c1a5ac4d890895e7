package perennial.value.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import perennial.value.ValueModels.Cause;
import perennial.value.ValueModels.Choice;

/** Whether a new choice is due, and why. */
public final class Due {
    /**
     * Log-likelihood per customer: a hundredth means that the odds of what each customer did have changed by 1 % on
     * average, which is more than chance does to a few hundred of them.
     */
    static final double DRIFT = 0.01;

    private Due() {}

    /** @param drift what the last run's own parameters gained over those of the choice, per customer */
    public static Optional<Cause> of(
            Optional<Choice> last, boolean isAsked, Optional<Double> drift, Instant now, Duration oldest) {
        if (last.isEmpty()) {
            return Optional.of(Cause.FIRST);
        }
        if (isAsked) {
            return Optional.of(Cause.DEMAND);
        }
        if (last.get().asOf().plus(oldest).isBefore(now)) {
            return Optional.of(Cause.AGE);
        }
        return drift.filter(gain -> gain > DRIFT).map(gain -> Cause.DRIFT);
    }
}
