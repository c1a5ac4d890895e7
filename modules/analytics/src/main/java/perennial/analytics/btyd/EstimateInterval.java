package perennial.analytics.btyd;

/**
 * What an expected value probably lies between, since the parameters are estimated from so many customers and no more.
 * It shrinks with the size of the shop and says nothing of how one customer's future scatters: that is
 * {@link OutcomeInterval}.
 */
public record EstimateInterval(double low, double high) {
    public boolean contains(double expectation) {
        return low <= expectation && expectation <= high;
    }
}
