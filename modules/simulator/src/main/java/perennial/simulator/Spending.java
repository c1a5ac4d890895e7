package perennial.simulator;

/**
 * What one customer spends on an order before any coupon, in minor units: gamma distributed around a mean that may grow
 * with the weeks since registration.
 *
 * @param mean at registration
 * @param shape of the gamma distribution: the larger, the steadier
 * @param growth of the logarithm of the mean, a week
 */
record Spending(double mean, double shape, double growth) {
    private static final double LEAST = .3;
    private static final double MOST = 3;

    /** The Gamma-Gamma model with p = 5, q = 4.5, gamma = 3850: on average p gamma / (q - 1) = 5500 an order. */
    static Spending gammaGamma(RandomStream chance) {
        double p = 5;
        return new Spending(p / chance.gamma(4.5, 3850), p, 0);
    }

    double meanAfter(double weeks) {
        return growth == 0 ? mean : mean * Math.min(MOST, Math.max(LEAST, StrictMath.exp(growth * weeks)));
    }

    double drawn(double mean, RandomStream chance) {
        return chance.gamma(shape, shape / mean);
    }
}
