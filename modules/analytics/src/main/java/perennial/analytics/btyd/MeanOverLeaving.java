package perennial.analytics.btyd;

/**
 * A mean over the chance p of leaving after a purchase, which is Beta(a, b) over customers: by the trapezoidal rule in
 * the logit of p, which converges geometrically (Trefethen and Weideman 2014, SIAM Review 56(3)). Where a or b is small
 * the density reaches far out to an end of the interval, but there what the mean is taken of is constant, and the rest of
 * the sum a geometric series. The sum of the density itself has the same errors of rounding and normalises the mean.
 */
record MeanOverLeaving(double a, double b) {
    private static final double WIDEST_STEP = 0.2;
    private static final double FLAT = 1e-17;
    private static final double NEGLIGIBLE = 1e-19;
    private static final int NEGLIGIBLE_IN_A_ROW = 40;

    /** Something that depends on the chance p of leaving, and is smooth in its logit. */
    interface OfLeaving {
        /**
         * @param p the chance of leaving
         * @param logStaying ln(1 - p), which has more digits than p where p is next to 1
         */
        double at(double p, double logStaying);
    }

    /** @param bend at p below 1 / bend the function is next to its value at 0; it does not bend so near to 1 */
    double of(OfLeaving function, double bend) {
        double step = Math.min(WIDEST_STEP, 0.5 * Math.sqrt(1 / a + 1 / b));
        Sum sum = new Sum(function, Math.log((a + 0.5) / (b + 0.5)));
        sum.add(0);
        sum.walk(-step, a, Math.log(FLAT / (1 + b + bend)));
        sum.walk(step, b, Math.log(FLAT / (1 + a)));
        return sum.ofFunction / sum.ofDensity;
    }

    private final class Sum {
        private final OfLeaving function;
        private final double centre;
        private final double highest;
        private double ofFunction;
        private double ofDensity;
        private double density;
        private double term;

        Sum(OfLeaving function, double centre) {
            this.function = function;
            this.centre = centre;
            this.highest = logDensity(centre);
        }

        /** ln of p^a (1 - p)^b, the density by the logit. */
        private double logDensity(double logit) {
            return -a * softplus(-logit) - b * softplus(logit);
        }

        void add(double offset) {
            double logit = centre + offset;
            density = Math.exp(logDensity(logit) - highest);
            term = density == 0 ? 0 : density * function.at(Math.exp(-softplus(-logit)), -softplus(logit));
            ofDensity += density;
            ofFunction += term;
        }

        /**
         * Walks to an end of the interval.
         *
         * @param exponent of the density there
         * @param flat ln of the distance from the end within which the function is constant
         */
        void walk(double step, double exponent, double flat) {
            int negligible = 0;
            for (int i = 1; negligible < NEGLIGIBLE_IN_A_ROW; i++) {
                add(i * step);
                if (-Math.abs(centre + i * step) < flat && step * (centre + i * step) > 0) {
                    double rest = Math.exp(-exponent * Math.abs(step)) / -Math.expm1(-exponent * Math.abs(step));
                    ofDensity += rest * density;
                    ofFunction += rest * term;
                    return;
                }
                boolean isSmall = density <= NEGLIGIBLE * ofDensity && Math.abs(term) <= NEGLIGIBLE * ofFunction;
                negligible = isSmall ? negligible + 1 : 0;
            }
        }

        /** ln(1 + e^z). */
        private static double softplus(double z) {
            return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
        }
    }
}
