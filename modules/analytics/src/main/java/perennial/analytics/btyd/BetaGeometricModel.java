package perennial.analytics.btyd;

import java.util.List;
import perennial.analytics.numeric.GammaFunction;

/**
 * What BG/NBD and MBG/NBD share: purchases by a Poisson process whose rate is Gamma(r, alpha) over customers, and after
 * a purchase a chance p of leaving that is Beta(a, b) over customers. They differ in one thing: how many chances to
 * leave a customer with x repeat purchases has had ({@link #chancesToLeave}).
 *
 * <p>Of a customer who is alive at T, the rate is Gamma(r + x, alpha + T) and p is Beta(a, b + chances), independent of
 * each other. So the purchases of the next t are the smaller of a negative binomial count and a beta-geometric one, and
 * every forecast below follows from that alone.
 */
sealed interface BetaGeometricModel extends PurchaseModel permits BgNbd, MbgNbd {
    List<String> NAMES = List.of("r", "alpha", "a", "b");

    /** Starts for (a, b): some leave, few leave, most leave at once or never. */
    List<double[]> STARTS = List.of(new double[] {1, 3}, new double[] {0.1, 2}, new double[] {0.5, 0.2});

    double r();

    double alpha();

    double a();

    double b();

    /** How many times a customer with x repeat purchases could have left and, if alive, did not. */
    double chancesToLeave(double x);

    @Override
    default double[] parameters() {
        return new double[] {r(), alpha(), a(), b()};
    }

    @Override
    default double logLikelihood(double x, double tx, double T) {
        Domain.past(x, tx, T);
        double stayed = chancesToLeave(x);
        double pastAlive = GammaFunction.logRise(r(), x)
                - r() * Math.log1p(T / alpha())
                - x * Math.log(alpha() + T)
                + GammaFunction.logRise(b(), stayed)
                - GammaFunction.logRise(a() + b(), stayed);
        double odds = logOddsOfHavingLeft(x, tx, T);
        return pastAlive + (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)));
    }

    @Override
    default double pAlive(double x, double tx, double T) {
        Domain.past(x, tx, T);
        return 1 / (1 + Math.exp(logOddsOfHavingLeft(x, tx, T)));
    }

    private double logOddsOfHavingLeft(double x, double tx, double T) {
        double stayed = chancesToLeave(x);
        if (stayed == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        // b + (stayed - 1), since b + stayed - 1 would lose a small b.
        return Math.log(a() / (b() + (stayed - 1))) + (r() + x) * Math.log1p((T - tx) / (alpha() + tx));
    }

    @Override
    default double expectedPurchases(double x, double tx, double T, double t) {
        Domain.notNegative("t", t);
        double alive = pAlive(x, tx, T);
        return alive == 0 ? 0 : alive * future(x, T).expected(t);
    }

    @Override
    default double discountedPurchases(double x, double tx, double T, double t, Discount discount) {
        double alive = pAlive(x, tx, T);
        FutureWhileAlive future = future(x, T);
        if (t == Double.POSITIVE_INFINITY && discount instanceof Discount.None) {
            return alive * future.expectedForever();
        }
        Domain.horizon(t);
        return alive == 0 ? 0 : alive * discount.of(future::expected, t, future.bend());
    }

    @Override
    default double probabilityOfAtLeast(int n, double x, double tx, double T, double t) {
        Domain.notNegative("t", t);
        double alive = pAlive(x, tx, T);
        return n <= 0 ? 1 : alive * future(x, T).atLeast(n, t);
    }

    private FutureWhileAlive future(double x, double T) {
        return new FutureWhileAlive(r() + x, alpha() + T, a(), b() + chancesToLeave(x));
    }

    /** The probability of exactly n purchases of a new customer in the time t after the first one. */
    default double probabilityOf(int n, double t) {
        Domain.notNegative("n", n);
        Domain.notNegative("t", t);
        double alive = pAlive(0, 0, 0);
        FutureWhileAlive future = future(0, 0);
        return n == 0 ? (1 - alive) + alive * future.exactly(0, t) : alive * future.exactly(n, t);
    }
}
