package perennial.decisions.model;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.kernel.Money;

/**
 * What a customer is compared with: the whole shop as of the run.
 *
 * @param medianOrder empty where nobody bought
 * @param values the expected values of all customers who have one
 * @param spends what each buyer has spent
 * @param listPrices by product, in minor units; a product without one is not in it
 */
public record Base(
        Currency currency,
        Optional<Money> medianOrder,
        Ranks values,
        Ranks spends,
        Offers offers,
        Map<String, Long> listPrices) {

    /** Minor units of an amount in major units. */
    public static long minor(double major, Currency currency) {
        return Math.round(major * Math.pow(10, currency.getDefaultFractionDigits()));
    }

    /** An amount by the median order; empty where there is none to compare with. */
    OptionalDouble byMedian(long amount) {
        return medianOrder.filter(median -> median.minor() > 0).stream()
                .mapToDouble(median -> (double) amount / median.minor())
                .findFirst();
    }
}
