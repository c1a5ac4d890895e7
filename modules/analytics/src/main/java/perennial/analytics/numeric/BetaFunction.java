package perennial.analytics.numeric;

/** The logarithm of the beta function and the distribution function of the beta distribution. */
public final class BetaFunction {
    private static final int MOST_TERMS = 100_000;
    private static final double TINY = 1e-300;

    private BetaFunction() {}

    /**
     * ln B(a, b) for positive a and b, without the cancellation that three log-gammas have where one of them is large.
     * Source: Didonato and Morris (1992), Algorithm 708, ACM Transactions on Mathematical Software 18(3), function
     * BETALN.
     */
    public static double log(double a, double b) {
        double small = Math.min(a, b);
        double large = Math.max(a, b);
        if (small < GammaFunction.ASYMPTOTIC) {
            return GammaFunction.log(small) - GammaFunction.logRise(large, small);
        }
        double correction =
                GammaFunction.stirling(small) + (GammaFunction.stirling(large) - GammaFunction.stirling(small + large));
        return GammaFunction.HALF_LOG_TWO_PI
                - 0.5 * Math.log(large)
                + correction
                - (small - 0.5) * Math.log1p(large / small)
                - large * Math.log1p(small / large);
    }

    /**
     * I_y(a, b), the chance that a beta variate is at most y, for y given as its odds, {@code y = odds / (1 + odds)}:
     * so neither end of the interval loses digits. Source: the continued fraction 26.5.8 of Abramowitz and Stegun
     * (1964) in Lentz's form.
     */
    public static double regularized(double odds, double a, double b) {
        if (odds == 0) {
            return 0;
        }
        if (odds == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double logY = -Math.log1p(1 / odds);
        double logRest = -Math.log1p(odds);
        double front = Math.exp(a * logY + b * logRest - log(a, b));
        double y = Math.exp(logY);
        if (y * (a + b + 2) < a + 1) {
            return Math.min(1, front * fraction(y, a, b) / a);
        }
        return Math.max(0, 1 - front * fraction(Math.exp(logRest), b, a) / b);
    }

    private static double fraction(double y, double a, double b) {
        double c = 1;
        double d = inverse(1 - (a + b) * y / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * y / ((a + 2 * m - 1) * (a + 2 * m));
            d = inverse(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * y / ((a + 2 * m) * (a + 2 * m + 1));
            d = inverse(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 3e-16) {
                break;
            }
        }
        return value;
    }

    private static double inverse(double value) {
        return 1 / away(value);
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
