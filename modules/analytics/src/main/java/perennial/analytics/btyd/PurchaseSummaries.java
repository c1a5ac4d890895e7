package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
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

    private PurchaseSummaries(double[] x, double[] tx, double[] T, double[] weight) {
        this.x = x;
        this.tx = tx;
        this.T = T;
        this.weight = weight;
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
        return new PurchaseSummaries(x.clone(), tx.clone(), T.clone(), weight.clone());
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
        return new PurchaseSummaries(x, divided(tx, unit), divided(T, unit), weight);
    }

    /** The same customers with a row per distinct past. */
    public PurchaseSummaries compressed() {
        Map<Past, Integer> seen = new HashMap<>();
        int[] source = new int[x.length];
        double[] merged = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            int next = seen.size();
            Integer row = seen.putIfAbsent(new Past(x[i], tx[i], T[i]), next);
            int at = row == null ? next : row;
            source[at] = row == null ? i : source[at];
            merged[at] += weight[i];
        }
        int[] kept = Arrays.copyOf(source, seen.size());
        return new PurchaseSummaries(
                picked(x, kept), picked(tx, kept), picked(T, kept), Arrays.copyOf(merged, kept.length));
    }

    /** About so many of the rows, evenly spread over them. */
    PurchaseSummaries sample(int rows) {
        int stride = (x.length + rows - 1) / rows;
        int[] kept = IntStream.range(0, (x.length + stride - 1) / stride)
                .map(i -> i * stride)
                .toArray();
        return new PurchaseSummaries(picked(x, kept), picked(tx, kept), picked(T, kept), picked(weight, kept));
    }

    private record Past(double x, double tx, double T) {}

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
