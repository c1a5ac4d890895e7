package perennial.analytics.numeric;

/**
 * The logarithm of the gamma function, its first two derivatives, and, because likelihoods are made of them, the
 * differences {@code f(z + n) - f(z)}, which keep their digits where {@code z} is large and the two terms would cancel.
 *
 * <p>All arguments are positive reals. Source: the asymptotic series of Abramowitz and Stegun (1964), 6.1.41, 6.3.18
 * and 6.4.12, used from 12 on (the first term left out is below 1e-16) and reached by the recurrence 6.1.15 below.
 */
public final class GammaFunction {
    static final double ASYMPTOTIC = 12;
    static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private GammaFunction() {}

    /** ln Gamma(z); absolute error about 1e-15 times the larger of 10 and the value. */
    public static double log(double z) {
        double product = 1;
        double shifted = z;
        while (shifted < ASYMPTOTIC) {
            product *= shifted;
            shifted++;
        }
        double value = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirling(shifted);
        return value - Math.log(product);
    }

    /** psi(z), the derivative of {@link #log}. */
    public static double digamma(double z) {
        double sum = 0;
        double shifted = z;
        while (shifted < ASYMPTOTIC) {
            sum += 1 / shifted;
            shifted++;
        }
        return Math.log(shifted) - 0.5 / shifted - digammaTail(shifted) - sum;
    }

    /** psi'(z), the derivative of {@link #digamma}. */
    public static double trigamma(double z) {
        double sum = 0;
        double shifted = z;
        while (shifted < ASYMPTOTIC) {
            sum += 1 / (shifted * shifted);
            shifted++;
        }
        return 1 / shifted + trigammaTail(shifted) + sum;
    }

    /** ln Gamma(z + n) - ln Gamma(z), n not negative. */
    public static double logRise(double z, double n) {
        if (n == 0) {
            return 0;
        }
        if (z < ASYMPTOTIC) {
            return log(z + n) - log(z);
        }
        double end = z + n;
        return (z - 0.5) * Math.log1p(n / z) + n * (Math.log(end) - 1) + (stirling(end) - stirling(z));
    }

    /** psi(z + n) - psi(z), n not negative. */
    public static double digammaRise(double z, double n) {
        if (n == 0) {
            return 0;
        }
        if (z < ASYMPTOTIC) {
            return digamma(z + n) - digamma(z);
        }
        double end = z + n;
        return Math.log1p(n / z) + 0.5 * n / (z * end) + (digammaTail(z) - digammaTail(end));
    }

    /** psi'(z + n) - psi'(z), n not negative; the result is not positive. */
    public static double trigammaRise(double z, double n) {
        if (n == 0) {
            return 0;
        }
        if (z < ASYMPTOTIC) {
            return trigamma(z + n) - trigamma(z);
        }
        double end = z + n;
        return -n / (z * end) + (trigammaTail(end) - trigammaTail(z));
    }

    /** ln Gamma(z) less Stirling's leading terms, for z from 12 on. */
    static double stirling(double z) {
        double w = 1 / (z * z);
        double series = 1 / 1188.0 - w * (691 / 360360.0);
        return (1 / 12.0 - w * (1 / 360.0 - w * (1 / 1260.0 - w * (1 / 1680.0 - w * series)))) / z;
    }

    private static double digammaTail(double z) {
        double w = 1 / (z * z);
        double series = 1 / 240.0 - w * (1 / 132.0 - w * (691 / 32760.0));
        return w * (1 / 12.0 - w * (1 / 120.0 - w * (1 / 252.0 - w * series)));
    }

    private static double trigammaTail(double z) {
        double w = 1 / (z * z);
        double series = 5 / 66.0 - w * (691 / 2730.0 - w * (7 / 6.0));
        return w * (0.5 + (1 / 6.0 - w * (1 / 30.0 - w * (1 / 42.0 - w * (1 / 30.0 - w * series)))) / z);
    }
}
