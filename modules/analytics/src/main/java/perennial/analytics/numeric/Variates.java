package perennial.analytics.numeric;

import java.util.random.RandomGenerator;

/** Variates of the distributions that rates and chances have over customers. */
public final class Variates {
    private Variates() {}

    /** Gamma of scale 1; source: Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26(3). */
    public static double gamma(RandomGenerator chance, double shape) {
        if (shape < 1) {
            return gamma(chance, shape + 1) * Math.pow(chance.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        while (true) {
            double normal = chance.nextGaussian();
            double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(chance.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    public static double beta(RandomGenerator chance, double a, double b) {
        double left = gamma(chance, a);
        return left / (left + gamma(chance, b));
    }
}
