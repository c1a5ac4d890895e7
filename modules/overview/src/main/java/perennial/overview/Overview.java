package perennial.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.Ledger;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** The read side: the shop at a glance, and one row a customer that lists filter and sort on. */
public interface Overview {
    /** Joins what the run's stations found into one row a customer, and puts the run in force in the same transaction. */
    void renew(Run run, Progress progress);

    /** The run whose results are shown; empty before the first one has ended. */
    Optional<Run> inForce();

    /** The shop at a glance as the run in force saw it; before the first run it shows sums only, as of now. */
    ShopView shop();

    /**
     * A page of customers of the run in force. The next page is of the same run, whatever happens in between.
     *
     * @throws perennial.kernel.InvalidInputException if the cursor was not made by this list, or its run is gone
     */
    Page customers(CustomerQuery query);

    /**
     * @param stages customers by stage; empty before the first run
     * @param expectedValue of all customers over 12 months; empty where not known
     * @param valueAtRisk the sum of churn probability times expected value; empty where either is not known
     * @param months with a purchase, the earliest first; empty before the first run
     * @param before where the customers stood a week earlier, by what the run knew; empty before the first run
     */
    record ShopView(
            Instant asOf,
            long customers,
            long buyers,
            long orders,
            Money sales,
            Map<Stage, Long> stages,
            Map<String, Long> decisions,
            Optional<Money> expectedValue,
            Optional<Money> valueAtRisk,
            List<Ledger.Month> months,
            Optional<Earlier> before) {}

    /** @param stages customers by stage */
    record Earlier(Instant asOf, Map<Stage, Long> stages) {
        private static final Duration WEEK = Duration.ofDays(7);

        public static Instant before(Run run) {
            return run.asOf().minus(WEEK);
        }
    }

    record Page(List<CustomerRow> items, Optional<String> next) {}

    /**
     * @param churnProbability empty where the customer has none: who never bought, or has long left
     * @param probabilityAlive that the customer has not left for good; empty for who never bought
     * @param value expected over 12 months; empty where not known
     * @param atRisk empty where the risk or the value is not known
     */
    record CustomerRow(
            CustomerId id,
            Stage stage,
            Optional<SegmentName> segment,
            Optional<Double> churnProbability,
            Optional<Double> probabilityAlive,
            Optional<Money> value,
            Optional<AtRisk> atRisk,
            long orders,
            Money spend,
            Optional<Double> recencyDays,
            long decisions) {}

    record SegmentName(String id, Words name) {}
}
