package perennial.decisions.model;

import java.util.List;
import java.util.Optional;
import perennial.activity.Customers.Consent;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.analytics.history.History;
import perennial.analytics.lifecycle.Stage;
import perennial.churn.ChurnScores.ChurnScore;
import perennial.segmentation.Segments.Segment;
import perennial.value.ValueScores.ValueScore;

/**
 * All that the stations of a run know of one customer.
 *
 * @param segmentBefore id of the segment that the customer left with the run; empty for who stayed
 * @param history before the run's instant, if only with {@link RecentDays#EVENTS}; may be empty where {@link RecentDays#matter} says so
 */
public record Known(
        FeatureRow row,
        Stage stage,
        Optional<Segment> segment,
        Optional<String> segmentBefore,
        Optional<ChurnScore> churn,
        Optional<ValueScore> value,
        List<Consent> consents,
        Optional<History> history) {}
