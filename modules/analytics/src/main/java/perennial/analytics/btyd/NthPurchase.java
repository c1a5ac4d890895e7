package perennial.analytics.btyd;

import java.util.function.DoubleUnaryOperator;
import perennial.analytics.numeric.BetaFunction;
import perennial.analytics.numeric.GaussLegendre;

/**
 * The time u of a customer's n-th purchase from now, if the customer stays: with rates Gamma(shape, scale), u / (scale +
 * u) is Beta(n, shape).
 */
record NthPurchase(int n, double shape, double scale) {
    private static final GaussLegendre RULE = new GaussLegendre(20);
    private static final double NOTHING_LEFT = 40;
    private static final int PIECES = 3;
    private static final int DEEPEST = 8;

    /**
     * The probability that it comes within t and before a lifetime ends that is Pareto (Lomax) with the given shape and
     * scale: the integral of the density of u times (lifeScale / (lifeScale + u))^lifeShape, in q = ln(u / scale), in
     * which the density is log-concave.
     */
    double whileAlive(double t, double lifeShape, double lifeScale) {
        double top = Math.min(Math.log(t / scale), Math.log(n / shape));
        double highest = logDensity(top);
        double from = edge(top, -1, highest);
        double to = Math.min(Math.log(t / scale), edge(top, 1, highest));
        DoubleUnaryOperator height =
                q -> Math.exp(logDensity(q) - highest - lifeShape * Math.log1p(scale * Math.exp(q) / lifeScale));
        double mass = Math.exp(BetaFunction.log(n, shape) - highest);
        double sum = 0;
        for (int i = 0; i < PIECES; i++) {
            sum += RULE.integrateHalving(
                    height, from + (to - from) * i / PIECES, from + (to - from) * (i + 1) / PIECES, mass, DEEPEST);
        }
        return Math.min(1, sum / mass);
    }

    private double logDensity(double q) {
        return q > 0
                ? -shape * q - (n + shape) * Math.log1p(Math.exp(-q))
                : n * q - (n + shape) * Math.log1p(Math.exp(q));
    }

    /** Where in that direction the density has fallen to nothing. */
    private double edge(double top, int direction, double highest) {
        double near = 0;
        double far = 1;
        while (highest - logDensity(top + direction * far) < NOTHING_LEFT) {
            near = far;
            far *= 2;
        }
        for (int i = 0; i < 8; i++) {
            double middle = (near + far) / 2;
            if (highest - logDensity(top + direction * middle) < NOTHING_LEFT) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return top + direction * far;
    }
}
