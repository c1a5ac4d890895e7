package perennial.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.Customers.Customer;
import perennial.activity.FeatureRows;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Tastes;
import perennial.churn.ChurnScores.ChurnScore;
import perennial.decisions.Alarms.Alarm;
import perennial.decisions.Decisions.Decision;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.profiles.Stages.StageChange;
import perennial.profiles.Stages.StageRow;
import perennial.segmentation.SegmentMoves.Move;
import perennial.value.ValueScores.ValueScore;

/** The 360 view of one customer. */
public interface Portraits {
    /** @throws perennial.activity.UnknownCustomerException if nobody of that id is known */
    Portrait of(CustomerId customer);

    /**
     * What the run in force decided for a customer, then what occasions brought, the newest first, at most 50.
     *
     * @throws perennial.activity.UnknownCustomerException if nobody of that id is known and nothing was decided
     */
    List<Decision> decisions(CustomerId customer);

    /**
     * @param run that the scores are of; empty before the first one has ended
     * @param segmentHistory the customer's way from segment to segment, the oldest move first
     * @param features what is known, in each feature's own unit
     * @param base how the features lie over all customers
     * @param orders the newest first, at most 50
     * @param alarms what was put before the rules between runs, the newest first, at most 50
     */
    record Portrait(
            Customer customer,
            Optional<Run> run,
            Optional<StageRow> stage,
            List<StageChange> stageHistory,
            Optional<Overview.SegmentName> segment,
            List<SegmentMove> segmentHistory,
            Optional<ChurnScore> churn,
            Optional<ValueScore> value,
            Map<Feature, Double> features,
            Map<Feature, FeatureRows.Spread> base,
            Optional<Tastes> tastes,
            List<Order> orders,
            List<Alarm> alarms,
            List<Decision> decisions) {}

    /** A move, with what people call the segments now. */
    record SegmentMove(Move move, Words from, Words to) {}

    record Order(String id, Instant at, Money amount, int lines, Optional<String> channel, Optional<String> coupon) {}
}
