package perennial.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.analytics.features.Feature;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;
import perennial.analytics.features.RecentDays;
import perennial.analytics.features.Tastes;
import perennial.analytics.history.History;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;

/** The features of all customers as of a run, folded once and stored. */
public interface FeatureRows {
    /** Folds every history as of the run and stores the rows; done again, it replaces what it had stored. */
    void renew(Run run, Progress progress);

    /** Tells the reader every row of a run, in the order of the customers' ids. */
    void each(Run run, Consumer<FeatureRow> reader);

    Optional<FeatureRow> of(Run run, CustomerId customer);

    /** The rows of those of the customers that the run has. */
    Map<CustomerId, FeatureRow> of(Run run, Collection<CustomerId> customers);

    /** How each feature lies over the run's customers; one that is known of nobody is not in it. */
    Map<Feature, Spread> spreads(Run run);

    /**
     * @param known of how many customers
     * @param lowerTenth a tenth of them have less, in the feature's unit
     * @param upperTenth a tenth of them have more
     */
    record Spread(long known, double lowerTenth, double median, double upperTenth) {}

    /** @param recent empty where a run from before they were kept stored the row */
    record FeatureRow(Features features, Tastes tastes, Optional<RecentDays> recent) {
        public static FeatureRow of(FeatureFold fold, History history, Instant asOf) {
            return new FeatureRow(
                    fold.fold(history, asOf), fold.tastes(history, asOf), Optional.of(RecentDays.of(history, asOf)));
        }

        public FeatureRow with(RecentDays known) {
            return new FeatureRow(features, tastes, Optional.of(known));
        }
    }
}
