package perennial.analytics.btyd;

import java.util.List;
import perennial.analytics.numeric.GammaFunction;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * BG/BB: time comes in occasions (a yearly gala, a weekly box). On each, a customer who is alive buys with a chance that
 * is Beta(alpha, beta) over customers; before each, one leaves with a chance that is Beta(gamma, delta).
 *
 * <p>Source: Fader, Hardie and Shang (2010), Marketing Science 29(6): the probability of being alive is (A10) and (11),
 * the expected purchases equation (13). Here x purchases on n occasions, the last of them on occasion t_x, are written
 * (x, t_x, T = n), and horizons are counted in occasions; all are whole numbers with x &lt;= t_x &lt;= n. The probability
 * of being alive is that on the next occasion, as in the paper.
 *
 * <p>Every formula is a sum of positive terms over the occasion after which the customer left.
 *
 * @param alpha first parameter of buying; its mean is alpha / (alpha + beta)
 * @param beta second parameter of buying
 * @param gamma first parameter of leaving; its mean is gamma / (gamma + delta)
 * @param delta second parameter of leaving
 */
public record BgBb(double alpha, double beta, double gamma, double delta) implements PurchaseModel {
    private static final List<String> NAMES = List.of("alpha", "beta", "gamma", "delta");
    private static final double NEGLIGIBLE = 1e-18;
    private static final int MOST_OCCASIONS = 1_000_000;
    private static final double LARGE = 1e150;
    private static final Family<BgBb> FAMILY = new Family<>(
            p -> new BgBb(p[0], p[1], p[2], p[3]),
            BgBbLikelihood::new,
            BetaBinomialLikelihood::new,
            customers -> {
                double share = customers.purchases() / customers.exposure();
                return new double[] {share, 1 - Math.min(share, 0.99)};
            },
            List.of(new double[] {0.5, 3}, new double[] {0.1, 2}, new double[] {3, 30}),
            List.of());

    public BgBb {
        Domain.positive("alpha", alpha);
        Domain.positive("beta", beta);
        Domain.positive("gamma", gamma);
        Domain.positive("delta", delta);
    }

    /**
     * The maximum-likelihood fit, or the reason why there is none.
     *
     * @throws InvalidInputException where a past is not in whole occasions
     */
    public static FitResult<BgBb> fit(PurchaseSummaries customers, Fit.Settings settings) {
        return PurchaseFitting.fit(inOccasions(customers), FAMILY, settings, List.of());
    }

    /** The same, from parameters that were the best for a similar shop or a week ago. */
    public static FitResult<BgBb> fit(PurchaseSummaries customers, Fit.Settings settings, BgBb start) {
        return PurchaseFitting.fit(inOccasions(customers), FAMILY, settings, List.of(start.parameters()));
    }

    private static PurchaseSummaries inOccasions(PurchaseSummaries customers) {
        for (int i = 0; i < customers.rows(); i++) {
            occasions(customers.x(i), customers.tx(i), customers.T(i));
        }
        return customers;
    }

    private static void occasions(double x, double tx, double n) {
        Domain.past(x, tx, n);
        Domain.whole("x", x);
        Domain.whole("t_x", tx);
        Domain.whole("T", n);
        if (n > MOST_OCCASIONS) {
            throw new InvalidInputException(
                    "T",
                    n,
                    new Words("more than " + MOST_OCCASIONS + " occasions", "超过 " + MOST_OCCASIONS + " 个时机"),
                    new Words("use a model of continuous time", "请使用连续时间的模型"));
        }
        if (tx < x) {
            throw new InvalidInputException(
                    "t_x",
                    tx,
                    new Words(x + " purchases take as many occasions", x + " 次购买需要同样多的时机"),
                    new Words("count at most one purchase per occasion", "每个时机至多计一次购买"));
        }
    }

    @Override
    public String name() {
        return "bg-bb";
    }

    @Override
    public List<String> parameterNames() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {alpha, beta, gamma, delta};
    }

    @Override
    public BgBb with(double... parameters) {
        return FAMILY.model().apply(parameters);
    }

    @Override
    public double logLikelihood(double x, double tx, double T) {
        double odds = logOddsOfHavingLeft(x, tx, T);
        return logAlive(x, T) + Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
    }

    /** ln of the joint likelihood of the past and of being alive on the last occasion. */
    private double logAlive(double x, double n) {
        return GammaFunction.logRise(alpha, x)
                + GammaFunction.logRise(beta, n - x)
                - GammaFunction.logRise(alpha + beta, n)
                + GammaFunction.logRise(delta, n)
                - GammaFunction.logRise(gamma + delta, n);
    }

    /** ln of the odds of having left before the last occasion: a sum over the last occasion k, from the end back. */
    private double logOddsOfHavingLeft(double x, double tx, double n) {
        occasions(x, tx, n);
        double sum = 0;
        double term = 1;
        double logScale = 0;
        for (double k = n - 1; k >= tx; k--) {
            term *= (alpha + beta + k) / (beta + (k - x)) * ((gamma + delta + k) / (delta + k));
            sum += term * gamma / (gamma + delta + k);
            if (term > LARGE) {
                logScale += Math.log(term);
                sum /= term;
                term = 1;
            }
        }
        return Math.log(sum) + logScale;
    }

    /** The probability of being alive on occasion n. */
    private double aliveAtLast(double x, double tx, double n) {
        return 1 / (1 + Math.exp(logOddsOfHavingLeft(x, tx, n)));
    }

    @Override
    public double pAlive(double x, double tx, double T) {
        return aliveAtLast(x, tx, T) * (delta + T) / (gamma + delta + T);
    }

    @Override
    public double expectedPurchases(double x, double tx, double T, double t) {
        Domain.notNegative("t", t);
        return discountedPurchases(x, tx, T, t, Discount.none());
    }

    @Override
    public double discountedPurchases(double x, double tx, double T, double t, Discount discount) {
        Domain.horizon(t);
        double alive = aliveAtLast(x, tx, T) * (alpha + x) / (alpha + beta + T);
        if (t != Double.POSITIVE_INFINITY) {
            Domain.whole("t", t);
        }
        return alive * occasionsAlive(T, t, logDiscount(discount));
    }

    /** The logarithm of what one occasion's delay takes off. */
    private static double logDiscount(Discount discount) {
        if (discount instanceof Discount.PerPeriod by) {
            return Math.log1p(by.rate()) / by.period();
        }
        return discount instanceof Discount.Continuous by ? by.rate() : 0;
    }

    private double occasionsAlive(double n, double t, double logDiscount) {
        if (t == Double.POSITIVE_INFINITY && logDiscount == 0) {
            return occasionsForever(n);
        }
        double factor = Math.exp(-logDiscount);
        double lives = 1;
        double sum = 0;
        for (double j = 1; j <= t; j++) {
            lives *= factor * (delta + n + (j - 1)) / (gamma + delta + n + (j - 1));
            sum += lives;
            if (lives <= NEGLIGIBLE * (1 - factor) * sum) {
                break;
            }
            if (j > MOST_OCCASIONS) {
                throw new InvalidInputException(
                        "t",
                        t,
                        new Words("more than " + MOST_OCCASIONS + " occasions count", "超过 " + MOST_OCCASIONS + " 个时机"),
                        new Words("give a shorter horizon", "请给出更短的期限"));
            }
        }
        return sum;
    }

    private double occasionsForever(double n) {
        if (!(gamma > 1)) {
            throw Domain.diverges("gamma", gamma);
        }
        return (delta + n) / (gamma - 1);
    }

    /** The n-th purchase comes on occasion j, if the customer is alive by then: summed over j. */
    @Override
    public double probabilityOfAtLeast(int n, double x, double tx, double T, double t) {
        Domain.notNegative("t", t);
        Domain.whole("t", t);
        if (n <= 0) {
            return 1;
        }
        double buys = alpha + x;
        double passes = beta + (T - x);
        double onOccasion = Math.exp(GammaFunction.logRise(buys, n) - GammaFunction.logRise(buys + passes, n));
        double lives = Math.exp(GammaFunction.logRise(delta + T, n) - GammaFunction.logRise(gamma + delta + T, n));
        double sum = 0;
        for (double j = n; j <= t; j++) {
            sum += onOccasion * lives;
            onOccasion *= j / (j - n + 1) * (passes + (j - n)) / (buys + passes + j);
            lives *= (delta + T + j) / (gamma + delta + T + j);
        }
        return Math.min(1, aliveAtLast(x, tx, T) * sum);
    }
}
