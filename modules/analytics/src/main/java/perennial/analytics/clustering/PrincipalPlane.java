package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The plane in which points lie furthest apart, for a map of them: the first two principal components (Pearson 1901,
 * Philosophical Magazine 2, p. 559) by Jacobi's rotations of the covariance matrix.
 */
public final class PrincipalPlane {
    private static final int MOST_SWEEPS = 60;
    private static final double ROUNDING = 1e-14;

    private final double[] middle;
    private final double[] across;
    private final double[] up;
    private final double share;

    private PrincipalPlane(double[] middle, double[] across, double[] up, double share) {
        this.middle = middle;
        this.across = across;
        this.up = up;
        this.share = share;
    }

    /** A point on the map. */
    public record Place(double x, double y) {}

    /**
     * The plane of prepared points. With one column alone its second direction is 0.
     *
     * @param points coordinates, point after point
     */
    public static PrincipalPlane of(double[] points, int dimensions) {
        double[] middle = Clusters.means(points, new int[points.length / dimensions], 1, dimensions);
        double[][] covariance = covariance(points, middle);
        double[][] axes = identity(dimensions);
        diagonalise(covariance, axes);
        List<Integer> order = IntStream.range(0, dimensions)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -covariance[i][i]))
                .toList();
        double all = IntStream.range(0, dimensions)
                .mapToDouble(i -> covariance[i][i])
                .sum();
        double[] up = dimensions > 1 ? column(axes, order.get(1)) : new double[1];
        double shown =
                covariance[order.get(0)][order.get(0)] + (dimensions > 1 ? covariance[order.get(1)][order.get(1)] : 0);
        return new PrincipalPlane(middle, column(axes, order.get(0)), up, all > 0 ? shown / all : 1);
    }

    /** Where a point lies on the map; the middle of all points is at 0, 0. */
    public Place place(double[] points, int row) {
        double x = 0;
        double y = 0;
        for (int d = 0; d < middle.length; d++) {
            double off = points[row * middle.length + d] - middle[d];
            x += off * across[d];
            y += off * up[d];
        }
        return new Place(x, y);
    }

    /** The share of the variance of the points that the map shows, 0 to 1. */
    public double share() {
        return share;
    }

    private static double[][] covariance(double[] points, double[] middle) {
        int dimensions = middle.length;
        int rows = points.length / dimensions;
        double[][] covariance = new double[dimensions][dimensions];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < dimensions; i++) {
                double off = points[row * dimensions + i] - middle[i];
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += off * (points[row * dimensions + j] - middle[j]) / rows;
                }
            }
        }
        for (int i = 0; i < dimensions; i++) {
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** Turns one pair of directions after the other until none varies with another; the axes turn along. */
    private static void diagonalise(double[][] matrix, double[][] axes) {
        double size = IntStream.range(0, matrix.length)
                .mapToDouble(i -> matrix[i][i])
                .max()
                .orElse(0);
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double most = 0;
            for (int p = 0; p < matrix.length; p++) {
                for (int q = p + 1; q < matrix.length; q++) {
                    most = Math.max(most, Math.abs(matrix[p][q]));
                    if (Math.abs(matrix[p][q]) > ROUNDING * size) {
                        turn(matrix, axes, p, q);
                    }
                }
            }
            if (!(most > ROUNDING * size)) {
                return;
            }
        }
    }

    private static void turn(double[][] matrix, double[][] axes, int p, int q) {
        double angle = 0.5 * Math.atan2(2 * matrix[p][q], matrix[p][p] - matrix[q][q]);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (double[] row : matrix) {
            turn(row, p, q, cos, sin);
        }
        double[] ofP = matrix[p].clone();
        for (int i = 0; i < matrix.length; i++) {
            matrix[p][i] = cos * ofP[i] + sin * matrix[q][i];
            matrix[q][i] = cos * matrix[q][i] - sin * ofP[i];
        }
        for (double[] row : axes) {
            turn(row, p, q, cos, sin);
        }
    }

    private static void turn(double[] row, int p, int q, double cos, double sin) {
        double before = row[p];
        row[p] = cos * before + sin * row[q];
        row[q] = cos * row[q] - sin * before;
    }

    /** A direction, with the sign that makes its largest part positive, so that the map is not turned by chance. */
    private static double[] column(double[][] axes, int column) {
        double[] direction = Arrays.stream(axes).mapToDouble(row -> row[column]).toArray();
        double largest = 0;
        for (double part : direction) {
            largest = Math.abs(part) > Math.abs(largest) + ROUNDING ? part : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(direction).map(part -> sign * part).toArray();
    }
}
