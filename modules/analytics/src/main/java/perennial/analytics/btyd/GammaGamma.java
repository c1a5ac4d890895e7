package perennial.analytics.btyd;

import java.util.List;
import java.util.OptionalDouble;
import perennial.analytics.btyd.Newton.Summit;
import perennial.analytics.numeric.BetaFunction;

/**
 * Gamma-Gamma: the spend of a purchase is Gamma(p, nu) about a customer's own mean p / nu, and nu is Gamma(q, gamma)
 * over customers, independent of how often they buy.
 *
 * <p>Source: Fader and Hardie, "The Gamma-Gamma Model of Monetary Value", note 025 (2013): the likelihood is equation
 * (1a), the expected mean spend equation (5). Check the independence of frequency and spend before use: the guide says
 * how.
 *
 * @param p shape of the spends of one customer
 * @param q shape of nu over customers; the mean of the population exists only above 1
 * @param gamma scale of nu, in units of money
 */
public record GammaGamma(double p, double q, double gamma) {
    static final List<String> NAMES = List.of("p", "q", "gamma");

    private static final List<double[]> STARTS =
            List.of(new double[] {4, 4, 1}, new double[] {1, 2, 2}, new double[] {30, 3, 0.1});

    public GammaGamma {
        Domain.positive("p", p);
        Domain.positive("q", q);
        Domain.positive("gamma", gamma);
    }

    /** The maximum-likelihood fit, or the reason why there is none. */
    public static FitResult<GammaGamma> fit(SpendSummaries customers, Fit.Settings settings) {
        return fit(customers, settings, STARTS);
    }

    /** The same, from parameters that were the best for a similar shop or a week ago. */
    public static FitResult<GammaGamma> fit(SpendSummaries customers, Fit.Settings settings, GammaGamma start) {
        double unit = customers.mean();
        return fit(customers, settings, List.of(new double[] {start.p, start.q, start.gamma / unit}));
    }

    private static FitResult<GammaGamma> fit(SpendSummaries customers, Fit.Settings settings, List<double[]> starts) {
        long count = customers.customers();
        if (count < settings.fewestRepeatBuyers()) {
            return new NotEnoughData<>(count + customers.withoutSpend(), count, settings);
        }
        double unit = customers.mean();
        SpendSummaries scaled = customers.inUnitsOf(unit);
        Summit summit =
                Newton.best(new GammaGammaLikelihood(scaled), starts, PurchaseFitting.BOUND, settings.mostPasses());
        double[] best = summit.parameters();
        return new Fit<>(
                new GammaGamma(best[0], best[1], best[2] * unit),
                summit.value() - count * Math.log(unit),
                summit.convergence(NAMES, Double.NaN),
                summit.uncertainty(),
                count,
                customers.rows());
    }

    public double[] parameters() {
        return new double[] {p, q, gamma};
    }

    /** The logarithm of the likelihood of a mean spend of m over x purchases, both above 0. */
    public double logLikelihood(double x, double m) {
        Domain.positive("x", x);
        Domain.positive("m", m);
        double ratio = m * x / gamma;
        return -BetaFunction.log(p * x, q) - q * Math.log1p(ratio) - p * x * Math.log1p(1 / ratio) - Math.log(m);
    }

    /**
     * The expected mean spend per purchase of a customer who spent m on average over x purchases; x = 0 for a customer
     * of whom no spend is known. Empty where the expectation does not exist (p x + q not above 1): the tail of the
     * distribution is then so heavy that its mean is infinite.
     */
    public OptionalDouble expectedSpend(double x, double m) {
        Domain.notNegative("x", x);
        Domain.notNegative("m", m);
        // The order of the sum keeps a q close to 1.
        double excess = p * x + (q - 1);
        return excess > 0 ? OptionalDouble.of(p * (gamma + m * x) / excess) : OptionalDouble.empty();
    }
}
