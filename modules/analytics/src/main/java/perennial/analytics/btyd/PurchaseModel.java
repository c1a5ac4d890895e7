package perennial.analytics.btyd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model of how often customers buy until they silently leave ("buy till you die").
 *
 * <p>A customer's past is three numbers in one unit of time, whichever it is: frequency x (purchases after the first),
 * recency t_x (time of the last purchase, counted from the first; 0 where x is 0) and age T (time from the first
 * purchase to the present), with 0 &lt;= t_x &lt;= T. A customer of whom nothing is known yet is x = t_x = T = 0.
 * Arguments outside that domain are refused with {@link perennial.kernel.InvalidInputException}.
 */
public sealed interface PurchaseModel permits BetaGeometricModel, ParetoNbd, BgBb {

    /** The name in shell and interface, such as {@code bg-nbd}. */
    String name();

    /** The parameters' names in the order of {@link #parameters}. */
    List<String> parameterNames();

    double[] parameters();

    /** The same model with other parameters, all above 0. */
    PurchaseModel with(double... parameters);

    /** All that makes the model, by symbol: its parameters and, of regular buyers, the k before them. */
    default Map<String, Double> symbols() {
        Map<String, Double> symbols = new LinkedHashMap<>();
        double[] values = parameters();
        for (int i = 0; i < values.length; i++) {
            symbols.put(parameterNames().get(i), values[i]);
        }
        return symbols;
    }

    /** The logarithm of the likelihood of one customer's past; it depends on the unit of time by x times its log. */
    double logLikelihood(double x, double tx, double T);

    /**
     * The same where the times between the purchases are known too, of which only the models of regular buyers make use.
     *
     * @param sumOfLogGaps the sum of the logarithms of the x times from one purchase to the next
     */
    default double logLikelihood(double x, double tx, double T, double sumOfLogGaps) {
        return logLikelihood(x, tx, T);
    }

    /** Whether the likelihood of x repeat purchases depends on the times between them beyond their sum. */
    default boolean needsGaps(double x) {
        return false;
    }

    /** The probability that the customer is still a customer at T. */
    double pAlive(double x, double tx, double T);

    /** The expected number of purchases in (T, T + t]. */
    double expectedPurchases(double x, double tx, double T, double t);

    /**
     * The expected number of purchases in (T, T + t], each counted with its discount.
     *
     * @param t may be infinite
     * @throws perennial.kernel.InvalidInputException where t is infinite and the sum without a discount diverges
     */
    double discountedPurchases(double x, double tx, double T, double t, Discount discount);

    /** The probability of at least n purchases in (T, T + t]. */
    double probabilityOfAtLeast(int n, double x, double tx, double T, double t);

    /**
     * The customer's outcome: the shortest whole numbers between which the purchases in (T, T + t] lie with the given
     * coverage, with no more than half of the rest left out on either side. Purchases are whole, so the true coverage is
     * the given one or more.
     *
     * @param coverage between 0 and 1, such as 0.8
     */
    default OutcomeInterval purchasesInterval(double coverage, double x, double tx, double T, double t) {
        double tail = (1 - Domain.share("coverage", coverage)) / 2;
        int low = quantile(1 - tail, x, tx, T, t);
        int high = quantile(tail, x, tx, T, t);
        return new OutcomeInterval(low, high);
    }

    /** The smallest n of which more than n are bought with at most the given probability. */
    private int quantile(double probabilityOfMore, double x, double tx, double T, double t) {
        int enough = 0;
        int step = 1;
        while (probabilityOfAtLeast(enough + 1, x, tx, T, t) > probabilityOfMore) {
            enough += step;
            step = Math.min(2 * step, 1 << 24);
            if (enough > Integer.MAX_VALUE - step - 1) {
                return Integer.MAX_VALUE;
            }
        }
        int tooFew = Math.max(-1, enough - step / 2 - 1);
        while (enough - tooFew > 1) {
            int middle = tooFew + (enough - tooFew) / 2;
            if (probabilityOfAtLeast(middle + 1, x, tx, T, t) > probabilityOfMore) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }
}
