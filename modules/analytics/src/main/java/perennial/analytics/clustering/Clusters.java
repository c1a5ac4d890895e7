package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What a run of k-means ends with. Assignment, sizes and inertia are computed here from the centres alone, so that
 * kernels can be compared, and so that placing a customer of the base again gives the same cluster.
 */
final class Clusters {
    private final double[] centres;
    private final int[] assignment;
    private final double inertia;
    private final int[] sizes;

    private Clusters(double[] centres, int[] assignment, double inertia, int[] sizes) {
        this.centres = centres;
        this.assignment = assignment;
        this.inertia = inertia;
        this.sizes = sizes;
    }

    /** Every point in the cluster whose centre is nearest to it. */
    static Clusters around(double[] points, int dimensions, double[] centres, Workers workers) {
        int[] assignment = new int[points.length / dimensions];
        workers.blocks(assignment.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                assignment[row] = nearest(points, row, centres, dimensions);
            }
            return 0;
        });
        return of(points, dimensions, centres, assignment, workers);
    }

    /**
     * Clusters that a kernel found by the centres.
     *
     * @param assignment taken over; every point's nearest centre
     */
    static Clusters of(double[] points, int dimensions, double[] centres, int[] assignment, Workers workers) {
        double inertia = workers
                .blocks(assignment.length, (from, to) -> {
                    double sum = 0;
                    for (int row = from; row < to; row++) {
                        sum += squaredDistance(points, row, centres, assignment[row], dimensions);
                    }
                    return sum;
                })
                .stream()
                .reduce(0.0, Double::sum);
        int[] sizes = new int[centres.length / dimensions];
        for (int own : assignment) {
            sizes[own]++;
        }
        return new Clusters(centres, assignment, inertia, sizes);
    }

    /** The same clusters, the largest first; equal sizes in the order of their centres, so that no chance is left. */
    Clusters largestFirst() {
        int dimensions = centres.length / sizes.length;
        Integer[] order = IntStream.range(0, sizes.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparing((Integer j) -> -sizes[j])
                        .thenComparing(
                                j -> Arrays.copyOfRange(centres, j * dimensions, (j + 1) * dimensions),
                                Arrays::compare));
        int[] rank = new int[sizes.length];
        double[] moved = new double[centres.length];
        for (int place = 0; place < order.length; place++) {
            rank[order[place]] = place;
            System.arraycopy(centres, order[place] * dimensions, moved, place * dimensions, dimensions);
        }
        return new Clusters(
                moved,
                Arrays.stream(assignment).map(j -> rank[j]).toArray(),
                inertia,
                Arrays.stream(order).mapToInt(j -> sizes[j]).toArray());
    }

    int k() {
        return sizes.length;
    }

    double[] centres() {
        return centres;
    }

    int[] assignment() {
        return assignment;
    }

    /** The sum over all points of the squared distance to the own centre. */
    double inertia() {
        return inertia;
    }

    int[] sizes() {
        return sizes;
    }

    double smallestShare() {
        return Arrays.stream(sizes).min().orElse(0) / (double) assignment.length;
    }

    static double[] means(double[] points, int[] assignment, int k, int dimensions) {
        double[] sums = new double[k * dimensions];
        int[] sizes = new int[k];
        for (int row = 0; row < assignment.length; row++) {
            sizes[assignment[row]]++;
            for (int d = 0; d < dimensions; d++) {
                sums[assignment[row] * dimensions + d] += points[row * dimensions + d];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(sizes[i / dimensions], 1);
        }
        return sums;
    }

    /** The cluster whose centre is nearest to a point; the first of equally near ones. */
    static int nearest(double[] points, int row, double[] centres, int dimensions) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < centres.length / dimensions; j++) {
            double distance = squaredDistance(points, row, centres, j, dimensions);
            if (distance < least) {
                least = distance;
                nearest = j;
            }
        }
        return nearest;
    }

    static double squaredDistance(double[] a, int rowOfA, double[] b, int rowOfB, int dimensions) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            double off = a[rowOfA * dimensions + d] - b[rowOfB * dimensions + d];
            sum += off * off;
        }
        return sum;
    }
}
