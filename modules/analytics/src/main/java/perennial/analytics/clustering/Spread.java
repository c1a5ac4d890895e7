package perennial.analytics.clustering;

import java.util.List;

/** How far points lie apart: the mean of each column, the mean variance of the columns, the furthest off its mean. */
final class Spread {
    private final double[] middle;
    private final double variance;
    private final double furthest;

    private Spread(double[] middle, double variance, double furthest) {
        this.middle = middle;
        this.variance = variance;
        this.furthest = furthest;
    }

    private record Part(double squares, double furthest) {}

    static Spread of(double[] points, int dimensions, Workers workers) {
        int rows = points.length / dimensions;
        double[] middle = middle(points, dimensions, workers);
        List<Part> parts = workers.blocks(rows, (from, to) -> {
            double squares = 0;
            double furthest = 0;
            for (int row = from; row < to; row++) {
                for (int d = 0; d < dimensions; d++) {
                    double off = points[row * dimensions + d] - middle[d];
                    squares += off * off;
                    furthest = Math.max(furthest, Math.abs(off));
                }
            }
            return new Part(squares, furthest);
        });
        return new Spread(
                middle,
                parts.stream().map(Part::squares).reduce(0.0, Double::sum) / points.length,
                parts.stream().mapToDouble(Part::furthest).max().orElse(0));
    }

    private static double[] middle(double[] points, int dimensions, Workers workers) {
        int rows = points.length / dimensions;
        List<double[]> blocks = workers.blocks(rows, (from, to) -> {
            double[] sum = new double[dimensions];
            for (int row = from; row < to; row++) {
                for (int d = 0; d < dimensions; d++) {
                    sum[d] += points[row * dimensions + d];
                }
            }
            return sum;
        });
        double[] middle = new double[dimensions];
        for (double[] block : blocks) {
            for (int d = 0; d < dimensions; d++) {
                middle[d] += block[d] / rows;
            }
        }
        return middle;
    }

    double[] middle() {
        return middle;
    }

    double variance() {
        return variance;
    }

    double furthest() {
        return furthest;
    }
}
