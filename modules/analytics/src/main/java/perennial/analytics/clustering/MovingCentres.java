package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.List;

/**
 * Centres with the sums and sizes of their clusters, which follow the points that change their cluster. What blocks of
 * rows found is added up in the blocks' order, so that the result does not depend on the number of threads.
 */
final class MovingCentres {
    private final double[] points;
    private final int dimensions;
    private final int k;
    private final double[] places;
    private final double[] sums;
    private final int[] sizes;

    MovingCentres(double[] points, int dimensions, double[] start) {
        this.points = points;
        this.dimensions = dimensions;
        this.k = start.length / dimensions;
        this.places = start.clone();
        this.sums = new double[start.length];
        this.sizes = new int[k];
    }

    /** What the points of one block that changed their cluster mean for the sums. */
    static final class Changes {
        private final double[] sums;
        private final int[] sizes;

        private Changes(int k, int dimensions) {
            this.sums = new double[k * dimensions];
            this.sizes = new int[k];
        }
    }

    Changes noChanges() {
        return new Changes(k, dimensions);
    }

    /** @param before the cluster that the point was in; below 0 if in none */
    void note(Changes changes, int row, int before, int now) {
        changes.sizes[now]++;
        for (int d = 0; d < dimensions; d++) {
            changes.sums[now * dimensions + d] += points[row * dimensions + d];
        }
        if (before >= 0) {
            changes.sizes[before]--;
            for (int d = 0; d < dimensions; d++) {
                changes.sums[before * dimensions + d] -= points[row * dimensions + d];
            }
        }
    }

    void apply(Changes changes) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += changes.sums[i];
        }
        for (int j = 0; j < k; j++) {
            sizes[j] += changes.sizes[j];
        }
    }

    /** The coordinates, one centre after the other; they change as the centres move. */
    double[] places() {
        return places;
    }

    int k() {
        return k;
    }

    /** Moves each centre to the mean of its points; one without points stays. */
    void move() {
        for (int j = 0; j < k; j++) {
            for (int d = 0; sizes[j] > 0 && d < dimensions; d++) {
                places[j * dimensions + d] = sums[j * dimensions + d] / sizes[j];
            }
        }
    }

    /** Puts the centre of an empty cluster on a point. */
    private void put(int j, int row) {
        System.arraycopy(points, row * dimensions, places, j * dimensions, dimensions);
    }

    /** Told of a point that was put into another cluster than the kernel had found. */
    interface Refill {
        void moved(int row);
    }

    /** A cluster that lost its points takes the point that is furthest from its own centre, as scikit-learn does. */
    void refill(int[] own, Refill refill) {
        for (int j = 0; j < k; j++) {
            int furthest = sizes[j] == 0 ? furthestPoint(own) : -1;
            if (furthest >= 0) {
                Changes changes = noChanges();
                note(changes, furthest, own[furthest], j);
                apply(changes);
                own[furthest] = j;
                put(j, furthest);
                refill.moved(furthest);
            }
        }
    }

    /** The row of the point furthest from its centre among clusters that can spare one; -1 if none is off its centre. */
    private int furthestPoint(int[] own) {
        int furthest = -1;
        double most = 0;
        for (int row = 0; row < points.length / dimensions; row++) {
            double squared = Clusters.squaredDistance(points, row, places, own[row], dimensions);
            if (squared > most && sizes[own[row]] > 1) {
                most = squared;
                furthest = row;
            }
        }
        return furthest;
    }

    /** The running sums carry the rounding of every round; the last centres are of fresh ones. */
    void moveAnew(int[] own, Workers workers) {
        List<double[]> blocks = workers.blocks(points.length / dimensions, (from, to) -> {
            double[] sum = new double[sums.length];
            for (int row = from; row < to; row++) {
                for (int d = 0; d < dimensions; d++) {
                    sum[own[row] * dimensions + d] += points[row * dimensions + d];
                }
            }
            return sum;
        });
        Arrays.fill(sums, 0);
        for (double[] block : blocks) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += block[i];
            }
        }
        move();
    }
}
