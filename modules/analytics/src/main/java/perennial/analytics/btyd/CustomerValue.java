package perennial.analytics.btyd;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one customer is expected to buy over the horizon, and how sure that is. Money is in the unit of the spends given.
 *
 * @param probabilityAlive that the customer is still one
 * @param expectedPurchases over the horizon
 * @param purchasesEstimate what the expected purchases lie between, as the parameters are estimates; absent where their
 *     uncertainty is not known
 * @param purchasesOutcome what the purchases lie between, as chance will have it
 * @param expectedSpend per purchase; absent where no spend is known or its mean does not exist
 * @param expectedValue expected purchases times expected spend, not discounted
 * @param discountedValue the same with every purchase discounted
 * @param valueEstimate what the expected value lies between, as the parameters are estimates
 * @param valueOutcome what the spend over the horizon lies between, as chance will have it, not discounted; it exists
 *     even where the mean does not
 */
public record CustomerValue(
        double probabilityAlive,
        double expectedPurchases,
        Optional<EstimateInterval> purchasesEstimate,
        OutcomeInterval purchasesOutcome,
        OptionalDouble expectedSpend,
        OptionalDouble expectedValue,
        OptionalDouble discountedValue,
        Optional<EstimateInterval> valueEstimate,
        Optional<OutcomeInterval> valueOutcome) {}
