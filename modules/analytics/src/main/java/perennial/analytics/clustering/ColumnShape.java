package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.Optional;
import perennial.analytics.clustering.Preparation.Column;
import perennial.analytics.clustering.Preparation.Rules;

/** The distribution of one column of a base: what its preparation is learnt from. */
final class ColumnShape {
    /** Below this part of the column's own size, a spread is rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[] sorted;
    private final int unknown;

    private ColumnShape(double[] sorted, int unknown) {
        this.sorted = sorted;
        this.unknown = unknown;
    }

    static ColumnShape of(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(known);
        return new ColumnShape(known, values.length - known.length);
    }

    boolean mostlyKnown(Rules rules) {
        return sorted.length > 0 && sorted.length >= rules.leastKnown() * (sorted.length + unknown);
    }

    /** The column's preparation; empty where everybody is alike. */
    Optional<Column> column(String name, Rules rules) {
        double skewness = skewness();
        boolean log = sorted[0] >= 0 && skewness > rules.skewness();
        double[] scaled = log ? Arrays.stream(sorted).map(Math::log1p).toArray() : sorted.clone();
        double median = median(scaled);
        int cut = Math.min((int) Math.round(rules.tail() * scaled.length), (scaled.length - 1) / 2);
        double low = cut > 0 ? scaled[cut] : -Double.MAX_VALUE;
        double high = cut > 0 ? scaled[scaled.length - 1 - cut] : Double.MAX_VALUE;
        Moments within = moments(scaled, median, low, high);
        if (within.deviation == 0) {
            return Optional.empty();
        }
        low = Math.max(low, within.mean - rules.reach() * within.deviation);
        high = Math.min(high, within.mean + rules.reach() * within.deviation);
        Moments last = moments(scaled, median, low, high);
        if (!(last.deviation > ROUNDING * Math.max(Math.abs(scaled[0]), Math.abs(scaled[scaled.length - 1])))) {
            return Optional.empty();
        }
        int limited = limited(scaled, low, high);
        return Optional.of(
                rules.standardise()
                        ? new Column(
                                name, log, skewness, median, low, high, last.mean, last.deviation, unknown, limited)
                        : new Column(name, log, skewness, median, low, high, 0, 1, unknown, limited));
    }

    private static int limited(double[] scaled, double low, double high) {
        return (int) Arrays.stream(scaled)
                .filter(value -> value < low || value > high)
                .count();
    }

    /** Of all rows, as they will be clustered: gaps count as the median, and values outside the limits as the limit. */
    private Moments moments(double[] scaled, double median, double low, double high) {
        int rows = scaled.length + unknown;
        double filled = Math.min(Math.max(median, low), high);
        double sum = unknown * filled;
        for (double value : scaled) {
            sum += Math.min(Math.max(value, low), high);
        }
        double mean = sum / rows;
        double squares = unknown * (filled - mean) * (filled - mean);
        for (double value : scaled) {
            double off = Math.min(Math.max(value, low), high) - mean;
            squares += off * off;
        }
        return new Moments(mean, Math.sqrt(squares / rows));
    }

    /** The third standardised moment of the known values; 0 where they are all alike. */
    private double skewness() {
        double mean = Arrays.stream(sorted).average().orElse(0);
        double second = 0;
        double third = 0;
        for (double value : sorted) {
            double off = value - mean;
            second += off * off;
            third += off * off * off;
        }
        double variance = second / sorted.length;
        return variance > 0 ? third / sorted.length / Math.pow(variance, 1.5) : 0;
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private record Moments(double mean, double deviation) {}
}
