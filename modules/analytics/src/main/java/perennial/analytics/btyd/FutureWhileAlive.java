package perennial.analytics.btyd;

import perennial.analytics.numeric.BetaFunction;
import perennial.analytics.numeric.GammaFunction;
import perennial.kernel.InvalidInputException;

/**
 * The purchases that a customer who is alive now makes in the next t: the smaller of M, a negative binomial count
 * (rate Gamma(n, A)), and K, the number of the purchase after which the customer leaves (p Beta(a, b)).
 *
 * <p>P(N &gt;= m) = P(M &gt;= m) P(K &gt;= m), with P(M &gt;= m) = I_z(m, n), z = t / (A + t), and P(K &gt;= m) = (b)_(m-1) /
 * (a + b)_(m-1) in rising factorials. The mean is the sum of that over m. All of its terms are positive, so it has
 * neither the poles at a = 1 and a + b = 1 nor the cancellation of the published form with a hypergeometric function
 * (equation (10) of Fader, Hardie and Lee 2005), whose value it is. Where the sum would be long the mean is an integral
 * over p instead. This is a numerical kernel and is not chopped.
 *
 * @param n shape of the rate, r + x
 * @param A scale of the rate, alpha + T
 * @param a first beta parameter
 * @param b second beta parameter, with the chances already survived
 */
record FutureWhileAlive(double n, double A, double a, double b) {
    private static final double LONGEST_SUM = 4_000;
    private static final double DIGITS = 1e-18;

    double atLeast(int m, double t) {
        return m <= 0 ? 1 : BetaFunction.regularized(t / A, m, n) * staying(m - 1);
    }

    double exactly(int m, double t) {
        if (m == 0) {
            return Math.exp(-n * Math.log1p(t / A));
        }
        double logCount = m * Math.log(t / (A + t))
                - n * Math.log1p(t / A)
                + GammaFunction.logRise(n, m)
                - GammaFunction.log(m + 1.0);
        double leavesWithIt = staying(m - 1) * a / (a + b + (m - 1));
        return BetaFunction.regularized(t / A, m, n) * leavesWithIt + Math.exp(logCount) * staying(m);
    }

    private double staying(int times) {
        return times == 0 ? 1 : Math.exp(BetaFunction.log(a, b + times) - BetaFunction.log(a, b));
    }

    double expected(double t) {
        double mean = n * t / A;
        double spread = Math.sqrt(mean * (1 + t / A));
        boolean sumIsShort = mean + 12 * spread + 42 * (1 + t / A) < LONGEST_SUM;
        return sumIsShort ? bySum(t, mean, spread) : byIntegral(t);
    }

    /** The time over which the mean stops growing evenly: the sooner of that of the mixture and that of a typical p. */
    double bend() {
        return A / Math.max(1, n * a / (a + b));
    }

    /** The mean of K: finite for a above 1 only, since a customer with p next to 0 never leaves. */
    double expectedForever() {
        if (!(a > 1)) {
            throw new InvalidInputException(
                    "t",
                    Double.POSITIVE_INFINITY,
                    "the expected purchases without end are infinite, as a = " + a + " is not above 1",
                    "give a finite horizon or a discount");
        }
        return (b + (a - 1)) / (a - 1);
    }

    /** Sum over j of P(M = j) E[min(j, K)], from the first j that matters. */
    private double bySum(double t, double mean, double spread) {
        double z = t / (A + t);
        double logNone = -n * Math.log1p(t / A);
        int first = logNone > -600 ? 0 : (int) Math.max(1, mean - 12 * spread);
        double probability = first == 0
                ? Math.exp(logNone)
                : Math.exp(logNone
                        + first * Math.log(z)
                        + GammaFunction.logRise(n, first)
                        - GammaFunction.log(first + 1.0));
        double stays = 1;
        double untilLeaving = 0;
        for (int m = 0; m < first; m++) {
            untilLeaving += stays;
            stays *= (b + m) / (a + b + m);
        }
        double total = probability;
        double sum = probability * untilLeaving;
        for (int j = first; ; j++) {
            double ratio = z * (n + j) / (j + 1);
            probability *= ratio;
            untilLeaving += stays;
            stays *= (b + j) / (a + b + j);
            total += probability;
            double term = probability * untilLeaving;
            sum += term;
            if (j > mean && term * ratio <= DIGITS * (1 - ratio) * sum) {
                // Where the sum began in the middle, its first probability carries the rounding of large logarithms.
                return first == 0 ? sum : sum / total;
            }
        }
    }

    /**
     * The integral over p of Beta(p; a, b) f(p), f(p) = (1 - (1 + p t / A)^-n) / p, by the trapezoidal rule in the
     * logit of p, which converges geometrically (Trefethen and Weideman 2014, SIAM Review 56(3)). Where a or b is small
     * the density piles up at an end of the interval; a straight line through f there is taken off and its mean added.
     */
    double byIntegral(double t) {
        double atZero = a < 0.5 ? n * t / A : 0;
        double atOne = b < 0.5 ? -Math.expm1(-n * Math.log1p(t / A)) : 0;
        double step = Math.min(0.2, 0.5 * Math.sqrt(1 / a + 1 / b));
        double centre = Math.log((a + 0.5) / (b + 0.5));
        double logBeta = BetaFunction.log(a, b);
        boolean normalise = a >= 0.5 && b >= 0.5;
        double sum = 0;
        double mass = 0;
        for (int direction = -1; direction <= 1; direction += 2) {
            int negligible = 0;
            for (int i = direction < 0 ? 0 : 1; negligible < 60; i++) {
                double logit = centre + direction * i * step;
                double logP = -Math.log1p(Math.exp(-logit));
                double logRest = -Math.log1p(Math.exp(logit));
                double p = Math.exp(logP);
                double f = -Math.expm1(-n * Math.log1p(p * t / A)) / p;
                double line = atZero * Math.exp(logRest) + atOne * p;
                double excess = Math.abs(f - line) <= 4e-16 * (f + line) ? 0 : f - line;
                double density = Math.exp(a * logP + b * logRest - logBeta);
                sum += excess * density;
                mass += density;
                negligible = Math.abs(excess * density) <= DIGITS * Math.abs(sum) ? negligible + 1 : 0;
            }
        }
        // Of large a and b the logarithm of the density has few digits to spare; the mass has the same error.
        return normalise ? sum / mass : sum * step + (atZero * b + atOne * a) / (a + b);
    }
}
