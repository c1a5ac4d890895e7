package perennial.analytics.btyd;

import java.util.List;
import perennial.analytics.numeric.GammaFunction;
import perennial.kernel.InvalidInputException;

/**
 * What BG/NBD, MBG/NBD, BG/CNBD-k and MBG/CNBD-k share: every k-th event of a Poisson process whose rate is Gamma(r,
 * alpha) over customers is a purchase (every one in the NBD models, where k is 1), and after a purchase a customer leaves
 * with a chance p that is Beta(a, b) over customers. They differ in two things: {@link #k}, and how many chances to leave
 * a customer with x repeat purchases has had ({@link #chancesToLeave}).
 *
 * <p>Of a customer who is alive at T, the rate and p are independent of each other, and p is Beta(a, b + chances). Every
 * forecast below follows from that alone; see {@link FutureWhileAlive}.
 */
sealed interface BetaGeometricModel extends PurchaseModel permits BgNbd, MbgNbd, RegularModel {
    List<String> NAMES = List.of("r", "alpha", "a", "b");

    /** Starts for (a, b): some leave, few leave, most leave at once or never. */
    List<double[]> STARTS = List.of(new double[] {1, 3}, new double[] {0.1, 2}, new double[] {0.5, 0.2});

    /** How even the gaps between purchases are: Erlang-k. */
    default int k() {
        return 1;
    }

    double r();

    double alpha();

    double a();

    double b();

    /** How many times a customer with x repeat purchases could have left and, if alive, did not. */
    double chancesToLeave(double x);

    /** Refuses parameters that are not above 0. */
    static void check(double r, double alpha, double a, double b) {
        Domain.positive("r", r);
        Domain.positive("alpha", alpha);
        Domain.positive("a", a);
        Domain.positive("b", b);
    }

    @Override
    default List<String> parameterNames() {
        return NAMES;
    }

    @Override
    default double[] parameters() {
        return new double[] {r(), alpha(), a(), b()};
    }

    @Override
    default boolean needsGaps(double x) {
        return k() > 1 && x > 1;
    }

    /**
     * The logarithm of the likelihood where the gaps need not be known: for k = 1, or up to one repeat purchase.
     *
     * @throws InvalidInputException elsewhere
     */
    @Override
    default double logLikelihood(double x, double tx, double T) {
        Domain.past(x, tx, T);
        if (needsGaps(x)) {
            throw new InvalidInputException(
                    "gaps",
                    "none",
                    "the likelihood of regular purchases depends on the times between them",
                    "give the sum of the logarithms of the gaps");
        }
        return logLikelihood(x, tx, T, x == 1 ? Math.log(tx) : 0);
    }

    /** The likelier of "alive" and "has left" is what the sum is taken about, so that nothing large cancels. */
    @Override
    default double logLikelihood(double x, double tx, double T, double sumOfLogGaps) {
        double odds = logOddsOfHavingLeft(x, tx, T);
        double chances = chancesToLeave(x);
        double of = odds > 0
                ? purchasesUntil(tx, x) + Math.log(a()) + GammaFunction.logRise(b(), chances - 1)
                : purchasesUntil(T, x) + future(x, tx, T).logOfPhases + GammaFunction.logRise(b(), chances);
        return of
                - GammaFunction.logRise(a() + b(), chances)
                + ofGaps(k(), x, sumOfLogGaps)
                + Math.log1p(Math.exp(-Math.abs(odds)));
    }

    /** ln of the density of the purchases of somebody who could buy until then, but for their gaps. */
    private double purchasesUntil(double end, double x) {
        double events = k() * x;
        return GammaFunction.logRise(r(), events) - r() * Math.log1p(end / alpha()) - events * Math.log(alpha() + end);
    }

    /** The part of the log-likelihood that is the same for all parameters but k. */
    static double ofGaps(int k, double purchases, double sumOfLogGaps) {
        return k == 1 || purchases == 0 ? 0 : (k - 1) * sumOfLogGaps - purchases * GammaFunction.log(k);
    }

    private double logOddsOfHavingLeft(double x, double tx, double T) {
        Domain.past(x, tx, T);
        double chances = chancesToLeave(x);
        if (chances == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        // b + (chances - 1), since b + chances - 1 would lose a small b.
        return Math.log(a() / (b() + (chances - 1)))
                + (r() + k() * x) * Math.log1p((T - tx) / (alpha() + tx))
                - future(x, tx, T).logOfPhases;
    }

    @Override
    default double pAlive(double x, double tx, double T) {
        return 1 / (1 + Math.exp(logOddsOfHavingLeft(x, tx, T)));
    }

    @Override
    default double expectedPurchases(double x, double tx, double T, double t) {
        Domain.notNegative("t", t);
        double alive = pAlive(x, tx, T);
        return alive == 0 || t == 0 ? 0 : alive * future(x, tx, T).expected(t);
    }

    @Override
    default double discountedPurchases(double x, double tx, double T, double t, Discount discount) {
        double alive = pAlive(x, tx, T);
        FutureWhileAlive future = future(x, tx, T);
        if (t == Double.POSITIVE_INFINITY && discount instanceof Discount.None) {
            return alive * future.expectedForever();
        }
        Domain.horizon(t);
        return alive == 0 || t == 0 ? 0 : alive * discount.of(future::expected, t, future.bend());
    }

    @Override
    default double probabilityOfAtLeast(int n, double x, double tx, double T, double t) {
        Domain.notNegative("t", t);
        double alive = pAlive(x, tx, T);
        return n <= 0 ? 1 : alive * future(x, tx, T).atLeast(n, t);
    }

    /** The probability of exactly n purchases of a new customer in the time t after the first one. */
    default double probabilityOf(int n, double t) {
        Domain.notNegative("n", n);
        Domain.notNegative("t", t);
        double alive = pAlive(0, 0, 0);
        double whileAlive = future(0, 0, 0).exactly(n, t);
        return n == 0 ? (1 - alive) + alive * whileAlive : alive * whileAlive;
    }

    private FutureWhileAlive future(double x, double tx, double T) {
        return FutureWhileAlive.after(T - tx, k(), r() + k() * x, alpha() + T, a(), b() + chancesToLeave(x));
    }

    /** What is to come for a customer who is alive, so many events of a purchase having come since the last one. */
    default FutureWhileAlive inPhase(int events, double x, double T) {
        return FutureWhileAlive.inPhase(events, k(), r() + k() * x, alpha() + T, a(), b() + chancesToLeave(x));
    }
}
