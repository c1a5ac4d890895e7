package perennial.analytics.btyd;

/**
 * What one customer's own future will probably lie between, both ends included: chance decides, however well the
 * parameters are known. Not to be confused with {@link EstimateInterval}.
 */
public record OutcomeInterval(double low, double high) {
    public boolean contains(double outcome) {
        return low <= outcome && outcome <= high;
    }
}
