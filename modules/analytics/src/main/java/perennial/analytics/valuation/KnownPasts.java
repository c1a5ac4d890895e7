package perennial.analytics.valuation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.analytics.btyd.SpendSummaries;

/**
 * What was known of the customers at a time: x, t_x and T of each who had bought by then, and their mean spend per
 * repeat purchase. It is copied from the part of a log up to that time and holds no way to the rest, so that nothing made
 * of it can know the future.
 */
public final class KnownPasts {
    private final double origin;
    private final int[] customer;
    private final double[] x;
    private final double[] tx;
    private final double[] T;
    private final double[] meanSpend;
    private final boolean hasAmounts;
    private final Optional<double[]> sumsOfLogGaps;

    private KnownPasts(
            double origin,
            int[] customer,
            double[] x,
            double[] tx,
            double[] T,
            double[] spend,
            boolean hasAmounts,
            Optional<double[]> sumsOfLogGaps) {
        this.origin = origin;
        this.customer = customer;
        this.x = x;
        this.tx = tx;
        this.T = T;
        this.meanSpend = spend;
        this.hasAmounts = hasAmounts;
        this.sumsOfLogGaps = sumsOfLogGaps;
    }

    /** @param origin the present of those who forecast; what happened at it is known */
    public static KnownPasts of(PurchaseLog log, double origin) {
        int[] customer = new int[log.customers()];
        double[] x = new double[customer.length];
        double[] tx = new double[customer.length];
        double[] age = new double[customer.length];
        double[] spend = new double[customer.length];
        double[] gaps = new double[customer.length];
        int count = 0;
        for (int who = 0; who < customer.length; who++) {
            int from = log.from(who);
            int to = from;
            double later = 0;
            double logs = 0;
            while (to < log.to(who) && log.time(to) <= origin) {
                later += to > from ? log.amount(to) : 0;
                logs += to > from ? Math.log(log.time(to) - log.time(to - 1)) : 0;
                to++;
            }
            if (to > from) {
                int repeats = to - from - 1;
                customer[count] = who;
                x[count] = repeats;
                tx[count] = log.time(to - 1) - log.time(from);
                age[count] = origin - log.time(from);
                spend[count] = repeats > 0 ? later / repeats : 0;
                gaps[count] = logs;
                count++;
            }
        }
        return new KnownPasts(
                origin,
                Arrays.copyOf(customer, count),
                Arrays.copyOf(x, count),
                Arrays.copyOf(tx, count),
                Arrays.copyOf(age, count),
                Arrays.copyOf(spend, count),
                log.hasAmounts(),
                Optional.of(Arrays.copyOf(gaps, count)));
    }

    /**
     * Pasts that were summed up elsewhere, a place per customer in the order given.
     *
     * @param meanSpend of the repeat purchases; 0 where there are none
     * @param hasAmounts whether the mean spends are known at all
     */
    public static KnownPasts of(double[] x, double[] tx, double[] T, double[] meanSpend, boolean hasAmounts) {
        double present = Arrays.stream(T).max().orElse(0);
        int[] customer = IntStream.range(0, x.length).toArray();
        return new KnownPasts(
                present, customer, x.clone(), tx.clone(), T.clone(), meanSpend.clone(), hasAmounts, Optional.empty());
    }

    /**
     * The same pasts with what the models of regular buyers need besides.
     *
     * @param sumsOfLogGaps per customer the sum of the logarithms of the x times from one purchase to the next
     */
    public KnownPasts withGaps(double[] sumsOfLogGaps) {
        return new KnownPasts(origin, customer, x, tx, T, meanSpend, hasAmounts, Optional.of(sumsOfLogGaps.clone()));
    }

    /** The present of those who forecast. */
    public double origin() {
        return origin;
    }

    /** How many had bought. */
    public int customers() {
        return customer.length;
    }

    /** The number that the log has for the one at this place. */
    public int customer(int place) {
        return customer[place];
    }

    public double x(int place) {
        return x[place];
    }

    public double tx(int place) {
        return tx[place];
    }

    public double T(int place) {
        return T[place];
    }

    /** The mean spend of the repeat purchases; 0 where there are none. */
    public double meanSpend(int place) {
        return meanSpend[place];
    }

    /** How many purchases are behind each mean spend: the repeat ones, or none where they brought nothing. */
    public double[] spendPurchases() {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> meanSpend[i] > 0 ? x[i] : 0)
                .toArray();
    }

    /** The mean spends. The spend model knows no refunds: a mean below 0 counts like none. */
    public double[] meanSpends() {
        return Arrays.stream(meanSpend).map(mean -> Math.max(0, mean)).toArray();
    }

    double longestAge() {
        return Arrays.stream(T).max().orElse(0);
    }

    public boolean hasAmounts() {
        return hasAmounts;
    }

    /** Whether the times between purchases are known, which the models of regular buyers are fitted to. */
    public boolean hasGaps() {
        return sumsOfLogGaps.isPresent();
    }

    /** The log-likelihood by a model; empty where that depends on times between purchases which are not known. */
    public OptionalDouble logLikelihood(PurchaseModel model, int place) {
        if (sumsOfLogGaps.isPresent()) {
            double gaps = sumsOfLogGaps.get()[place];
            return OptionalDouble.of(model.logLikelihood(x[place], tx[place], T[place], gaps));
        }
        return model.needsGaps(x[place])
                ? OptionalDouble.empty()
                : OptionalDouble.of(model.logLikelihood(x[place], tx[place], T[place]));
    }

    public PurchaseSummaries summaries() {
        PurchaseSummaries pasts = PurchaseSummaries.of(x, tx, T);
        return sumsOfLogGaps.map(pasts::withGaps).orElse(pasts);
    }

    /** What the customers spent; nobody's where the log tells no amounts. */
    public SpendSummaries spends() {
        return hasAmounts ? SpendSummaries.of(x, meanSpends()) : SpendSummaries.of(new double[0], new double[0]);
    }
}
