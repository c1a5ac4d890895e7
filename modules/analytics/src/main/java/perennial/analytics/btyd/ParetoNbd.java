package perennial.analytics.btyd;

import java.util.List;
import perennial.analytics.numeric.GammaFunction;

/**
 * Pareto/NBD: purchases by a Poisson process whose rate is Gamma(r, alpha) over customers, until a lifetime ends that is
 * exponential with a rate Gamma(s, beta) over customers: customers can leave at any time.
 *
 * <p>Source: Schmittlein, Morrison and Colombo (1987), Management Science 33(1), in the form of Fader and Hardie, note
 * 009 (2005): the likelihood is equations (18) to (20), the probability of being alive (36) and (37), the expected
 * purchases (41). The discounted purchases without end are DERT, equation (2) of Fader, Hardie and Lee (2005), Journal of
 * Marketing Research 42.
 *
 * @param r shape of the purchase rates
 * @param alpha scale of the purchase rates, in units of time
 * @param s shape of the rates of leaving
 * @param beta scale of the rates of leaving, in units of time
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {
    private static final List<String> NAMES = List.of("r", "alpha", "s", "beta");
    private static final Family<ParetoNbd> FAMILY = Family.ofRates(
            p -> new ParetoNbd(p[0], p[1], p[2], p[3]),
            ParetoNbdLikelihood::new,
            List.of(new double[] {0.6, 0.3}, new double[] {3, 5}, new double[] {0.1, 0.02}, new double[] {0.3, 3}),
            List.of(1, 3));

    public ParetoNbd {
        Domain.positive("r", r);
        Domain.positive("alpha", alpha);
        Domain.positive("s", s);
        Domain.positive("beta", beta);
    }

    /** The maximum-likelihood fit, or the reason why there is none. */
    public static FitResult<ParetoNbd> fit(PurchaseSummaries customers, Fit.Settings settings) {
        return PurchaseFitting.fit(customers, FAMILY, settings, List.of());
    }

    /** The same, from parameters that were the best for a similar shop or a week ago. */
    public static FitResult<ParetoNbd> fit(PurchaseSummaries customers, Fit.Settings settings, ParetoNbd start) {
        return PurchaseFitting.fit(customers, FAMILY, settings, List.of(start.parameters()));
    }

    /** The fit with traits that move the parameters of each customer, a row of them per row of customers. */
    public static FitResult<TraitModel<ParetoNbd>> fit(
            PurchaseSummaries customers, Traits traits, Fit.Settings settings) {
        return TraitFitting.fit(customers, traits, FAMILY, TraitModel.ON_PARETO_NBD, settings);
    }

    @Override
    public String name() {
        return "pareto-nbd";
    }

    @Override
    public List<String> parameterNames() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {r, alpha, s, beta};
    }

    @Override
    public ParetoNbd with(double... parameters) {
        return FAMILY.model().apply(parameters);
    }

    /** The likelier of "alive" and "has left" is what the sum is taken about, so that nothing large cancels. */
    @Override
    public double logLikelihood(double x, double tx, double T) {
        OddsOfHavingLeft odds = oddsOfHavingLeft(x, tx, T);
        double of = odds.log > 0 ? pastUntil(tx, x) + odds.logSinceLast : pastUntil(T, x);
        return of + Math.log1p(Math.exp(-Math.abs(odds.log)));
    }

    /** ln of the density of the purchases and of a life until then. */
    private double pastUntil(double end, double x) {
        return GammaFunction.logRise(r, x)
                - r * Math.log1p(end / alpha)
                - x * Math.log(alpha + end)
                - s * Math.log1p(end / beta);
    }

    @Override
    public double pAlive(double x, double tx, double T) {
        return 1 / (1 + Math.exp(oddsOfHavingLeft(x, tx, T).log));
    }

    private OddsOfHavingLeft oddsOfHavingLeft(double x, double tx, double T) {
        Domain.past(x, tx, T);
        OddsOfHavingLeft odds = new OddsOfHavingLeft(r, alpha, s, beta);
        odds.evaluate(x, tx, T, false);
        return odds;
    }

    @Override
    public double expectedPurchases(double x, double tx, double T, double t) {
        Domain.notNegative("t", t);
        return pAlive(x, tx, T) * expectedWhileAlive(x, T, t);
    }

    /** Rate times the expected time until t or the end of the lifetime, which is smooth in s at 1. */
    private double expectedWhileAlive(double x, double T, double t) {
        double scale = beta + T;
        double log = Math.log1p(t / scale);
        double power = (s - 1) * log;
        double time = scale * log * (power == 0 ? 1 : -Math.expm1(-power) / power);
        return (r + x) / (alpha + T) * time;
    }

    @Override
    public double discountedPurchases(double x, double tx, double T, double t, Discount discount) {
        double alive = pAlive(x, tx, T);
        if (t == Double.POSITIVE_INFINITY && discount instanceof Discount.None) {
            return alive * expectedForever(x, T);
        }
        Domain.horizon(t);
        return alive * discount.of(until -> expectedWhileAlive(x, T, until), t, (beta + T) / Math.max(1, s));
    }

    private double expectedForever(double x, double T) {
        if (!(s > 1)) {
            throw Domain.diverges("s", s);
        }
        return (r + x) / (alpha + T) * (beta + T) / (s - 1);
    }

    @Override
    public double probabilityOfAtLeast(int n, double x, double tx, double T, double t) {
        Domain.notNegative("t", t);
        if (n <= 0) {
            return 1;
        }
        return t == 0 ? 0 : pAlive(x, tx, T) * new NthPurchase(n, r + x, alpha + T).whileAlive(t, s, beta + T);
    }
}
