package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import perennial.kernel.InvalidInputException;

/**
 * The pasts of many customers, a column per number: frequency x, recency t_x and age T in one unit of time (see
 * {@link PurchaseModel}), and how many customers share the row.
 */
public final class PurchaseSummaries {
    private final double[] x;
    private final double[] tx;
    private final double[] T;
    private final double[] weight;
    private final OptionalDouble sumOfLogGaps;
    private final boolean areDistinct;

    /** Made when it is first asked for; whoever comes at the same time makes an equal one. */
    private @Nullable DistinctRows frequencies;

    private PurchaseSummaries(
            double[] x, double[] tx, double[] T, double[] weight, OptionalDouble sumOfLogGaps, boolean areDistinct) {
        this.x = x;
        this.tx = tx;
        this.T = T;
        this.weight = weight;
        this.sumOfLogGaps = sumOfLogGaps;
        this.areDistinct = areDistinct;
    }

    /**
     * A row per customer.
     *
     * @throws InvalidInputException naming the first row that can't be: unequal lengths, x not whole, t_x outside
     *     (0, T] where x is above 0, t_x other than 0 where x is 0
     */
    public static PurchaseSummaries of(double[] x, double[] tx, double[] T) {
        double[] one = new double[x.length];
        Arrays.fill(one, 1);
        return of(x, tx, T, one);
    }

    /** A row per distinct past, with the number of customers who share it. */
    public static PurchaseSummaries of(double[] x, double[] tx, double[] T, double[] weight) {
        if (tx.length != x.length || T.length != x.length || weight.length != x.length) {
            throw new InvalidInputException(
                    "t_x, T, weight",
                    tx.length + ", " + T.length + ", " + weight.length,
                    "columns differ in length",
                    "give as many values as x has: " + x.length);
        }
        for (int i = 0; i < x.length; i++) {
            check(i, x[i], tx[i], T[i], weight[i]);
        }
        return new PurchaseSummaries(x.clone(), tx.clone(), T.clone(), weight.clone(), OptionalDouble.empty(), false);
    }

    /**
     * The same customers with what the models of regular buyers need besides.
     *
     * @param sumsOfLogGaps of each row the sum of the logarithms of the x times from one purchase to the next; 0 where x
     *     is 0; of shared rows the mean
     * @throws InvalidInputException naming the first row where it can't be: x gaps that add up to t_x have at most x
     *     times the logarithm of t_x / x
     */
    public PurchaseSummaries withGaps(double[] sumsOfLogGaps) {
        if (sumsOfLogGaps.length != x.length) {
            throw new InvalidInputException(
                    "gaps",
                    sumsOfLogGaps.length,
                    "columns differ in length",
                    "give as many values as x has: " + x.length);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double most = x[i] == 0 ? 0 : x[i] * Math.log(tx[i] / x[i]);
            double least = x[i] == 0 ? 0 : -Double.MAX_VALUE;
            if (!(sumsOfLogGaps[i] >= least && sumsOfLogGaps[i] <= most + 1e-9 * (1 + Math.abs(most)))) {
                throw new InvalidInputException(
                        "row " + (i + 1) + ", gaps",
                        sumsOfLogGaps[i],
                        x[i] + " gaps with a sum of " + tx[i] + " have logarithms that add up to at most " + most,
                        "give the sum of the logarithms of the gaps in the unit of time of t_x");
            }
            sum += weight[i] * sumsOfLogGaps[i];
        }
        return new PurchaseSummaries(x, tx, T, weight, OptionalDouble.of(sum), areDistinct);
    }

    private static void check(int row, double x, double tx, double T, double weight) {
        try {
            Domain.past(x, tx, T);
            Domain.whole("x", x);
            Domain.positive("weight", weight);
            if (x > 0 && tx == 0) {
                throw new InvalidInputException(
                        "t_x", tx, "all purchases at one instant", "count purchases of one day as one");
            }
        } catch (InvalidInputException e) {
            throw new InvalidInputException("row " + (row + 1) + ", " + e.field(), e.value(), e.reason(), e.fix());
        }
    }

    public int rows() {
        return x.length;
    }

    /** How many customers, those of shared rows included. */
    public double customers() {
        return sum(weight);
    }

    /** How many customers bought more than once. */
    public double repeatBuyers() {
        double count = 0;
        for (int i = 0; i < x.length; i++) {
            count += x[i] > 0 ? weight[i] : 0;
        }
        return count;
    }

    /** All repeat purchases together. */
    public double purchases() {
        double count = 0;
        for (int i = 0; i < x.length; i++) {
            count += x[i] * weight[i];
        }
        return count;
    }

    /** The logarithms of all gaps between purchases together, all customers'. */
    double sumOfLogGaps() {
        return sumOfLogGaps.orElseThrow(() -> new InvalidInputException(
                "gaps",
                "none",
                "the regularity of purchases shows in the times between them, which are not known",
                "give the sum of the logarithms of each customer's gaps"));
    }

    /** All customers' ages together. */
    double exposure() {
        double time = 0;
        for (int i = 0; i < T.length; i++) {
            time += T[i] * weight[i];
        }
        return time;
    }

    double longestAge() {
        return Arrays.stream(T).max().orElse(0);
    }

    /** The same customers, with time in units of so many of the present ones. */
    PurchaseSummaries inUnitsOf(double unit) {
        OptionalDouble gaps = sumOfLogGaps.isEmpty()
                ? sumOfLogGaps
                : OptionalDouble.of(sumOfLogGaps.getAsDouble() - purchases() * Math.log(unit));
        return new PurchaseSummaries(x, divided(tx, unit), divided(T, unit), weight, gaps, areDistinct);
    }

    /** The same customers with a row per distinct past. */
    public PurchaseSummaries compressed() {
        if (areDistinct) {
            return this;
        }
        DistinctRows distinct = DistinctRows.of(weight, x, tx, T);
        return new PurchaseSummaries(
                distinct.of(x), distinct.of(tx), distinct.of(T), distinct.weight(), sumOfLogGaps, true);
    }

    /** The distinct frequencies, each with the number of customers who have it. */
    DistinctRows frequencies() {
        DistinctRows known = frequencies;
        if (known == null) {
            known = DistinctRows.of(weight, x);
            frequencies = known;
        }
        return known;
    }

    /** About so many of the rows, evenly spread over them. */
    PurchaseSummaries sample(int rows) {
        int stride = (x.length + rows - 1) / rows;
        int[] kept = IntStream.range(0, (x.length + stride - 1) / stride)
                .map(i -> i * stride)
                .toArray();
        return of(kept);
    }

    /** Some of the rows; their gaps are not known apart from the others'. */
    PurchaseSummaries of(int[] rows) {
        return new PurchaseSummaries(
                picked(x, rows),
                picked(tx, rows),
                picked(T, rows),
                picked(weight, rows),
                OptionalDouble.empty(),
                areDistinct);
    }

    double[] x() {
        return x;
    }

    double[] tx() {
        return tx;
    }

    double[] T() {
        return T;
    }

    double[] weights() {
        return weight;
    }

    double x(int row) {
        return x[row];
    }

    double tx(int row) {
        return tx[row];
    }

    double T(int row) {
        return T[row];
    }

    double weight(int row) {
        return weight[row];
    }

    private static double[] picked(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static double[] divided(double[] values, double by) {
        return Arrays.stream(values).map(value -> value / by).toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
