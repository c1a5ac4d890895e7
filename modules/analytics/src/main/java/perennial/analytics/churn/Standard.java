package perennial.analytics.churn;

import java.util.Arrays;

/**
 * How a column enters a linear model: a skewed one by its signed logarithm, an unknown value as the median, then less
 * its mean by its standard deviation; and, standardised alike, whether it is unknown.
 */
record Standard(boolean skewed, double median, double mean, double scale, double gapMean, double gapScale) {
    static Standard of(Column column, double[] values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> column.skewed() ? log(value) : value)
                .sorted()
                .toArray();
        double median = known.length == 0 ? 0 : Observations.median(known);
        Standard unscaled = new Standard(column.skewed(), median, 0, 1, 0, 1);
        double[] filled = Arrays.stream(values).map(unscaled::value).toArray();
        double[] gaps =
                Arrays.stream(values).map(value -> Double.isNaN(value) ? 1 : 0).toArray();
        double mean = mean(filled);
        double gapMean = mean(gaps);
        return new Standard(column.skewed(), median, mean, scale(filled, mean), gapMean, scale(gaps, gapMean));
    }

    double value(double raw) {
        double known = Double.isNaN(raw) ? median : skewed ? log(raw) : raw;
        return (known - mean) / scale;
    }

    double gap(double raw) {
        return ((Double.isNaN(raw) ? 1 : 0) - gapMean) / gapScale;
    }

    /** Whether the column was unknown for some, and known for others. */
    boolean hasGaps() {
        return gapMean > 0 && gapMean < 1;
    }

    private static double log(double value) {
        return Math.copySign(Math.log1p(Math.abs(value)), value);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** The standard deviation; a constant column keeps its unit, and gets no weight for want of variation. */
    private static double scale(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        return deviation > 1e-12 * (1 + Math.abs(mean)) ? deviation : 1;
    }
}
