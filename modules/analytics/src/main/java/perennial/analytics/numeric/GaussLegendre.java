package perennial.analytics.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Gauss-Legendre quadrature on an interval. Source: Golub and Welsch (1969); the nodes are found by Newton's method on
 * the three-term recurrence (Press and others, Numerical Recipes, 4.6).
 */
public final class GaussLegendre {
    private static final double NEGLIGIBLE = 1e-14;

    private final double[] nodes;
    private final double[] weights;

    /** @param points how many; polynomials up to the degree 2 points - 1 are integrated exactly */
    public GaussLegendre(int points) {
        nodes = new double[points];
        weights = new double[points];
        for (int i = 0; i < points; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (points + 0.5));
            double slope = 1;
            for (double change = 1; Math.abs(change) > 1e-15; ) {
                double before = 0;
                double value = 1;
                for (int k = 0; k < points; k++) {
                    double next = ((2 * k + 1) * x * value - k * before) / (k + 1);
                    before = value;
                    value = next;
                }
                slope = points * (x * value - before) / (x * x - 1);
                change = value / slope;
                x -= change;
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    public double integrate(DoubleUnaryOperator function, double from, double to) {
        double centre = (from + to) / 2;
        double half = (to - from) / 2;
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * function.applyAsDouble(centre + half * nodes[i]);
        }
        return sum * half;
    }

    /**
     * The same to nearly the last digit: intervals are halved until halving changes nothing.
     *
     * @param size of something that the result is added to; what is small beside it needs no digits
     * @param deepest how often an interval is halved at most
     */
    public double integrateHalving(DoubleUnaryOperator function, double from, double to, double size, int deepest) {
        return halving(function, from, to, integrate(function, from, to), size, deepest);
    }

    private double halving(
            DoubleUnaryOperator function, double from, double to, double whole, double size, int deeper) {
        double middle = (from + to) / 2;
        double left = integrate(function, from, middle);
        double right = integrate(function, middle, to);
        if (deeper == 0 || Math.abs(left + right - whole) <= NEGLIGIBLE * (size + left + right)) {
            return left + right;
        }
        return halving(function, from, middle, left, size, deeper - 1)
                + halving(function, middle, to, right, size, deeper - 1);
    }

    public int points() {
        return nodes.length;
    }

    /** A node on (-1, 1). */
    public double node(int i) {
        return nodes[i];
    }

    /** Its weight; the weights add up to 2. */
    public double weight(int i) {
        return weights[i];
    }
}
