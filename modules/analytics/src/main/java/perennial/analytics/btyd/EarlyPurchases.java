package perennial.analytics.btyd;

import java.util.Arrays;
import perennial.analytics.numeric.BetaFunction;
import perennial.analytics.numeric.GaussLegendre;

/**
 * How likely the n-th purchase comes within t and before a lifetime ends, as {@link NthPurchase} says, for all n in turn
 * on one grid: from one n to the next the density at u changes by the factor (n + shape) / n u / (scale + u). To 1e-9 of
 * 1, for tables. This is a numerical kernel and is not chopped.
 */
final class EarlyPurchases {
    private static final GaussLegendre RULE = new GaussLegendre(10);
    private static final double NOTHING_LEFT = 24;
    private static final double LENGTH_IN_WIDTHS = 2.5;
    private static final double NEAR = 3;
    private static final double SMALLEST = -600;

    private final double shape;
    private final double scale;
    private final double lifeShape;
    private final double lifeScale;
    private final double t;

    EarlyPurchases(double shape, double scale, double lifeShape, double lifeScale, double t) {
        this.shape = shape;
        this.scale = scale;
        this.lifeShape = lifeShape;
        this.lifeScale = lifeScale;
        this.t = t;
    }

    double[] tail(double negligible, int most) {
        double end = Math.log(t / scale);
        double begin = Math.min(end, -Math.log(shape)) - NOTHING_LEFT;
        double[] edges = edges(begin, end);
        Nodes nodes = new Nodes(edges);
        double[] tail = new double[most];
        int size = 0;
        for (double last = 1; size < most && last > negligible; size++) {
            last = nodes.sum(size + 1);
            tail[size] = Math.min(1, last);
        }
        return Arrays.copyOf(tail, size);
    }

    /** Pieces are short where frequent purchases have steep densities, and longer far to the left of them. */
    private double[] edges(double begin, double end) {
        double steep = Math.max(begin, end - NEAR - Math.max(0, end + Math.log(shape)));
        double most = Math.max(1, shape * t / scale);
        double width = LENGTH_IN_WIDTHS * Math.min(0.4, Math.sqrt(1 / shape + 1 / most));
        int near = (int) Math.ceil((end - steep) / width);
        int far = (int) Math.ceil(steep - begin);
        double[] edges = new double[far + near + 1];
        for (int i = 0; i < far; i++) {
            edges[i] = begin + (steep - begin) * i / far;
        }
        for (int i = 0; i <= near; i++) {
            edges[far + i] = steep + (end - steep) * i / near;
        }
        return edges;
    }

    /** The grid, by q = ln(u / scale), with the density of the n-th purchase at each of its nodes. */
    private final class Nodes {
        private final double[] q;
        private final double[] logWeight;
        private final double[] share;
        private final double[] height;

        /** How many nodes have begun; to the right of them the density is too small for a number. */
        private int begun;

        Nodes(double[] edges) {
            int size = (edges.length - 1) * RULE.points();
            q = new double[size];
            logWeight = new double[size];
            share = new double[size];
            height = new double[size];
            Integer[] order = new Integer[RULE.points()];
            Arrays.setAll(order, k -> k);
            Arrays.sort(order, (a, b) -> Double.compare(RULE.node(a), RULE.node(b)));
            for (int i = 0; i < size; i++) {
                int piece = i / RULE.points();
                int k = order[i % RULE.points()];
                double half = (edges[piece + 1] - edges[piece]) / 2;
                q[i] = edges[piece] + half * (1 + RULE.node(k));
                share[i] = 1 / (1 + Math.exp(-q[i]));
                logWeight[i] = Math.log(half * RULE.weight(k))
                        - lifeShape * Math.log1p(scale * Math.exp(q[i]) / lifeScale)
                        - shape * Math.log1p(Math.exp(q[i]));
            }
        }

        private double logHeight(int node, int n) {
            return logWeight[node] + n * Math.log(share[node]) - BetaFunction.log(n, shape);
        }

        /** Asked for n = 1, 2, ... in turn. */
        double sum(int n) {
            while (begun < q.length && logHeight(begun, n) > SMALLEST) {
                height[begun] = Math.exp(logHeight(begun, n));
                begun++;
            }
            double growth = (n + shape) / n;
            double sum = 0;
            for (int i = 0; i < begun; i++) {
                sum += height[i];
                height[i] *= share[i] * growth;
            }
            return sum;
        }
    }
}
