package perennial.decisions.model;

import java.util.List;
import java.util.Optional;
import perennial.activity.Customers.Consent;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.analytics.lifecycle.Stage;
import perennial.churn.ChurnScores.Risk;
import perennial.segmentation.Segments.Segment;
import perennial.value.ValueScores.ValueScore;

/**
 * All that the stations of a run know of one customer.
 *
 * @param segmentBefore id of the segment that the customer left with the run; empty for who stayed
 */
public record Known(
        FeatureRow row,
        Stage stage,
        Optional<Segment> segment,
        Optional<String> segmentBefore,
        Optional<Risk> churn,
        Optional<ValueScore> value,
        List<Consent> consents) {}
