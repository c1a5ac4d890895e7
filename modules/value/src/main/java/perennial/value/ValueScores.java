package perennial.value;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** What each buyer is expected to buy and to be worth over the 12 months after the run. */
public interface ValueScores {
    /** Fits the models to the run's features and scores every buyer. */
    void renew(Run run, Progress progress);

    /** The scores of those of the customers that the run scored. */
    Map<CustomerId, ValueScore> of(Run run, Collection<CustomerId> customers);

    /** The same of neighbours. */
    Map<CustomerId, ValueScore> of(Run run, CustomerSpan customers);

    ValueModel model(Run run);

    /**
     * @param probabilityAlive that the customer has not left for good
     * @param expectedPurchases purchase days in the next 12 months
     * @param expectedValue spend in the next 12 months; empty where the spend model has no mean
     * @param estimate how sure the expectation is, from the uncertainty of the parameters
     * @param outcome what the customer's own spend will be in four cases of five
     */
    record ValueScore(
            CustomerId customer,
            double probabilityAlive,
            double expectedPurchases,
            Optional<Money> expectedValue,
            Optional<Range> estimate,
            Optional<Range> outcome) {}

    /** A range of amounts that holds with a probability of 80 %. */
    record Range(Money lower, Money upper) {}

    enum State {
        FITTED,
        NOT_ENOUGH_DATA
    }

    /**
     * The evidence behind the scores of a run.
     *
     * @param reason why there is no model, or why this one; in English and Chinese
     * @param parameters by the field's symbols, with the spend model's beside: r, alpha, a, b, p, q, gamma
     * @param base the expected value of all customers together; empty where none is known
     */
    record ValueModel(
            State state,
            String purchaseModel,
            String spendModel,
            Words reason,
            Map<String, Double> parameters,
            Map<String, Double> standardErrors,
            Optional<Double> logLikelihood,
            long customers,
            Optional<Money> base) {}
}
