package perennial.analytics.btyd;

import java.util.HashMap;
import java.util.Map;
import perennial.kernel.InvalidInputException;

/**
 * What many customers spent: the number of purchases x behind the mean and the mean spend per purchase m, in one
 * currency, a row per customer. By the convention of the papers x counts repeat purchases and m is their mean, so that
 * the first purchase doesn't count; whichever is chosen, scores need the same.
 */
public final class SpendSummaries {
    private final double[] x;
    private final double[] m;
    private final double[] weight;
    private final long withoutSpend;

    private SpendSummaries(double[] x, double[] m, double[] weight, long withoutSpend) {
        this.x = x;
        this.m = m;
        this.weight = weight;
        this.withoutSpend = withoutSpend;
    }

    /**
     * A row per customer. Customers with x = 0 or m = 0 are left out and counted: the spend of a purchase is above 0 in
     * the model.
     *
     * @throws InvalidInputException naming the first row with a negative or undefined number
     */
    public static SpendSummaries of(double[] x, double[] meanSpend) {
        if (meanSpend.length != x.length) {
            throw new InvalidInputException(
                    "m", meanSpend.length, "columns differ in length", "give as many values as x has: " + x.length);
        }
        Map<Spend, Double> counts = new HashMap<>();
        long left = 0;
        for (int i = 0; i < x.length; i++) {
            Domain.notNegative("row " + (i + 1) + ", x", x[i]);
            if (x[i] == 0) {
                left++;
                continue;
            }
            Domain.notNegative("row " + (i + 1) + ", m", meanSpend[i]);
            if (meanSpend[i] == 0) {
                left++;
            } else {
                counts.merge(new Spend(x[i], meanSpend[i]), 1.0, Double::sum);
            }
        }
        return of(counts, left);
    }

    private static SpendSummaries of(Map<Spend, Double> counts, long left) {
        // In an order of their own, so that a fit doesn't depend on that of a hash table.
        var sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<Spend, Double>comparingByKey(
                        (a, b) -> a.x() != b.x() ? Double.compare(a.x(), b.x()) : Double.compare(a.m(), b.m())))
                .toList();
        return new SpendSummaries(
                sorted.stream().mapToDouble(entry -> entry.getKey().x()).toArray(),
                sorted.stream().mapToDouble(entry -> entry.getKey().m()).toArray(),
                sorted.stream().mapToDouble(Map.Entry::getValue).toArray(),
                left);
    }

    private record Spend(double x, double m) {}

    int rows() {
        return x.length;
    }

    double x(int row) {
        return x[row];
    }

    double m(int row) {
        return m[row];
    }

    double weight(int row) {
        return weight[row];
    }

    /** How many customers have a spend to learn from. */
    public long customers() {
        double count = 0;
        for (double each : weight) {
            count += each;
        }
        return Math.round(count);
    }

    /** How many customers were left out, having no repeat purchase or no spend. */
    public long withoutSpend() {
        return withoutSpend;
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += weight[i] * m[i];
        }
        return sum / customers();
    }

    double sumOfLogs() {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            sum += weight[i] * Math.log(m[i]);
        }
        return sum;
    }

    /** The same customers, with money in units of so many of the present ones. */
    SpendSummaries inUnitsOf(double unit) {
        double[] scaled = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            scaled[i] = m[i] / unit;
        }
        return new SpendSummaries(x, scaled, weight, withoutSpend);
    }
}
