package perennial.analytics.evaluation;

/** An estimate between the limits that it has with 95 % confidence. */
public record Interval(double value, double low, double high) {
    /** The 97.5 % point of the standard normal distribution. */
    static final double Z = 1.959963984540054;

    public boolean contains(double other) {
        return low <= other && other <= high;
    }
}
