package perennial.analytics.btyd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import perennial.analytics.numeric.GammaFunction;
import perennial.kernel.InvalidInputException;

/**
 * What BG/CNBD-k and MBG/CNBD-k share: a customer's purchases come more evenly than at random, the gap between two being
 * Erlang-k with a rate that is Gamma(r, alpha) over customers, as if every k-th event of a Poisson process were a
 * purchase. At k = 1 they are BG/NBD and MBG/NBD.
 *
 * <p>Source: Platzer and Reutterer (2016), Ticking Away the Moments, Marketing Science 35(5), for gaps that are Erlang-k;
 * Reutterer, Platzer and Schröder (2021), Leveraging Purchase Regularity, International Journal of Research in Marketing
 * 38(1), for the likelihood. The forecasts are exact here, where the article rescales an approximation: see
 * {@link RegularFuture}.
 */
sealed interface RegularModel extends PurchaseModel permits BgCnbd, MbgCnbd {
    /** A gap of Erlang-12 strays from its mean by 29 per cent; the literature goes no further. */
    int MOST_REGULAR = 12;

    int k();

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
    default List<String> parameterNames() {
        return BetaGeometricModel.NAMES;
    }

    @Override
    default Map<String, Double> symbols() {
        Map<String, Double> symbols = new LinkedHashMap<>();
        symbols.put("k", (double) k());
        symbols.putAll(PurchaseModel.super.symbols());
        return symbols;
    }

    @Override
    default boolean needsGaps(double x) {
        return k() > 1 && x > 1;
    }

    /** k as one of the numbers that are given for a model. */
    static int regularity(double k) {
        if (k != Math.rint(k)) {
            throw notRegular(k);
        }
        return regularity((int) k);
    }

    static int regularity(int k) {
        if (!(k >= 1 && k <= MOST_REGULAR)) {
            throw notRegular(k);
        }
        return k;
    }

    private static InvalidInputException notRegular(Object k) {
        return new InvalidInputException(
                "k",
                k,
                "a regularity is a whole number from 1 to " + MOST_REGULAR,
                "give 1 for purchases at random, more for even gaps");
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

    @Override
    default double logLikelihood(double x, double tx, double T, double sumOfLogGaps) {
        double odds = logOddsOfHavingLeft(x, tx, T);
        double stayed = chancesToLeave(x);
        double events = k() * x;
        return GammaFunction.logRise(r(), events)
                - r() * Math.log1p(T / alpha())
                - events * Math.log(alpha() + T)
                + future(x, tx, T).logOfPhases
                + GammaFunction.logRise(b(), stayed)
                - GammaFunction.logRise(a() + b(), stayed)
                + ofGaps(k(), x, sumOfLogGaps)
                + Math.max(odds, 0)
                + Math.log1p(Math.exp(-Math.abs(odds)));
    }

    /** The part of the log-likelihood that is the same for all parameters but k. */
    private static double ofGaps(int k, double purchases, double sumOfLogGaps) {
        return k == 1 || purchases == 0 ? 0 : (k - 1) * sumOfLogGaps - purchases * GammaFunction.log(k);
    }

    private double logOddsOfHavingLeft(double x, double tx, double T) {
        Domain.past(x, tx, T);
        double stayed = chancesToLeave(x);
        if (stayed == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(a() / (b() + (stayed - 1)))
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
        RegularFuture future = future(x, tx, T);
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

    private RegularFuture future(double x, double tx, double T) {
        return RegularFuture.after(T - tx, k(), r() + k() * x, alpha() + T, a(), b() + chancesToLeave(x));
    }

    /** What is to come for a customer who is alive, so many events of a purchase having come since the last one. */
    default RegularFuture inPhase(int events, double x, double T) {
        return RegularFuture.inPhase(events, k(), r() + k() * x, alpha() + T, a(), b() + chancesToLeave(x));
    }

    /**
     * The best fit over k, from 1 on until the likelihood has fallen twice in a row.
     *
     * @throws InvalidInputException where the gaps of the customers are not known
     */
    static <M extends RegularModel> FitResult<M> fit(
            PurchaseSummaries customers, IntFunction<Family<M>> families, Fit.Settings settings) {
        PurchaseSummaries rows = customers.compressed();
        List<Fit<M>> fits = new ArrayList<>();
        int best = 0;
        for (int k = 1; k <= MOST_REGULAR && k <= best + 3; k++) {
            FitResult<M> result = fit(rows, k, families, settings, List.of());
            Optional<Fit<M>> found = result.found();
            if (found.isEmpty()) {
                return result;
            }
            fits.add(found.get());
            best = found.get().logLikelihood() > fits.get(best).logLikelihood() ? k - 1 : best;
        }
        return fits.get(best);
    }

    static <M extends RegularModel> FitResult<M> fit(
            PurchaseSummaries customers,
            int k,
            IntFunction<Family<M>> families,
            Fit.Settings settings,
            List<double[]> known) {
        // The rest of the likelihood is in units of time to the power of -kx; so the gaps make up for all but one k-th.
        double unit = Math.log(customers.longestAge());
        double logGaps = k == 1 ? 0 : customers.sumOfLogGaps() - customers.purchases() * unit;
        double gaps = ofGaps(regularity(k), customers.purchases(), logGaps);
        FitResult<M> result = PurchaseFitting.fit(customers, families.apply(k), settings, known);
        return result.found().<FitResult<M>>map(fit -> fit.shifted(gaps)).orElse(result);
    }
}
