package perennial.analytics.churn;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import perennial.kernel.Words;

/**
 * How much a study may take.
 *
 * @param budget for the search of the boosted trees' settings; at least one is tried, whatever it takes
 * @param clock that the budget is kept by
 * @param threads for what computes on several
 * @param told what is being learned
 */
record Effort(Duration budget, InstantSource clock, int threads, long seed, Consumer<Words> told) {
    void tell(Words words) {
        told.accept(words);
    }
}
