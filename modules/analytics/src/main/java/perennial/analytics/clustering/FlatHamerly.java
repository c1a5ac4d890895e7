package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.analytics.clustering.MovingCentres.Changes;

/**
 * Hamerly's k-means on a flat array (Hamerly 2010, Making k-means even faster, SIAM International Conference on Data
 * Mining, p. 130). Each point keeps an upper bound of the distance to its own centre and a lower bound of that to any
 * other; as long as the bounds don't cross, no distance is computed.
 *
 * <p>Points are worked on in blocks of a fixed size, and what the blocks found is added up in the blocks' order, so that
 * the result does not depend on the number of threads. The loops are the kernel and stay together.
 */
final class FlatHamerly {
    private final double[] points;
    private final int dimensions;
    private final int rows;
    private final int k;
    private final Workers workers;
    private final MovingCentres moving;
    /** Where the moving centres are. */
    private final double[] centres;

    private final int[] own;
    private final double[] upper;
    private final double[] lower;
    private final double[] half;
    private final double[] moved;
    private double furthestMove;
    private double nextMove;

    private FlatHamerly(double[] points, int dimensions, double[] start, Workers workers) {
        this.points = points;
        this.dimensions = dimensions;
        this.rows = points.length / dimensions;
        this.k = start.length / dimensions;
        this.workers = workers;
        this.moving = new MovingCentres(points, dimensions, start);
        this.centres = moving.places();
        this.own = new int[rows];
        this.upper = new double[rows];
        this.lower = new double[rows];
        this.half = new double[k];
        this.moved = new double[k];
        // Before the first round nothing is known: every point looks at every centre.
        Arrays.fill(own, -1);
    }

    /**
     * Moves the centres until no point changes its cluster, or until the squares of their moves add up to at most the
     * tolerance times the mean variance of the columns (the definition of scikit-learn's {@code tol}), or until the
     * limit of rounds.
     */
    static Clusters run(double[] points, int dimensions, double[] start, Kernel.Limits limits, Workers workers) {
        FlatHamerly kernel = new FlatHamerly(points, dimensions, start, workers);
        double still = limits.tolerance() > 0
                ? limits.tolerance() * Spread.of(points, dimensions, workers).variance()
                : 0;
        for (int round = 0; round < limits.iterations(); round++) {
            boolean changed = kernel.assign(limits.deadline());
            if (!changed || kernel.moveCentres() <= still) {
                break;
            }
        }
        kernel.moving.moveAnew(kernel.own, workers);
        return Clusters.around(points, dimensions, kernel.centres, workers);
    }

    /** Puts each point in the cluster of its nearest centre; tells whether one changed its cluster. */
    private boolean assign(Deadline deadline) {
        halfDistances();
        List<Optional<Changes>> blocks = workers.blocks(rows, (from, to) -> {
            deadline.check();
            return Optional.ofNullable(assign(from, to));
        });
        blocks.stream().flatMap(Optional::stream).forEach(moving::apply);
        return blocks.stream().anyMatch(Optional::isPresent);
    }

    /** What changed in the rows from one up to and without another one; null, to spare memory, where nothing did. */
    private @Nullable Changes assign(int from, int to) {
        Changes changes = null;
        for (int row = from; row < to; row++) {
            int before = own[row];
            if (before >= 0) {
                upper[row] += moved[before];
                lower[row] -= moved[before] == furthestMove ? nextMove : furthestMove;
                double bound = Math.max(half[before], lower[row]);
                if (upper[row] <= bound) {
                    continue;
                }
                upper[row] = Math.sqrt(Clusters.squaredDistance(points, row, centres, before, dimensions));
                if (upper[row] <= bound) {
                    continue;
                }
            }
            lookAtAll(row);
            if (own[row] != before) {
                changes = changes == null ? moving.noChanges() : changes;
                moving.note(changes, row, before, own[row]);
            }
        }
        return changes;
    }

    /** Finds a point's nearest centre and makes both bounds tight; of equally near ones it stays with its own. */
    private void lookAtAll(int row) {
        int nearest = Math.max(own[row], 0);
        double least = Clusters.squaredDistance(points, row, centres, nearest, dimensions);
        double second = Double.POSITIVE_INFINITY;
        int stood = nearest;
        for (int j = 0; j < k; j++) {
            if (j == stood) {
                continue;
            }
            double squared = 0;
            for (int d = 0, p = row * dimensions, c = j * dimensions; d < dimensions; d++) {
                double off = points[p + d] - centres[c + d];
                squared += off * off;
            }
            if (squared < least) {
                second = least;
                least = squared;
                nearest = j;
            } else if (squared < second) {
                second = squared;
            }
        }
        own[row] = nearest;
        upper[row] = Math.sqrt(least);
        lower[row] = Math.sqrt(second);
    }

    /** For each centre, half the way to the nearest other one: a point closer than that belongs to it. */
    private void halfDistances() {
        Arrays.fill(half, Double.POSITIVE_INFINITY);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                double way = Math.sqrt(Clusters.squaredDistance(centres, i, centres, j, dimensions)) / 2;
                half[i] = Math.min(half[i], way);
                half[j] = Math.min(half[j], way);
            }
        }
    }

    /** Moves each centre to the mean of its points; the sum of the squares of the moves. */
    private double moveCentres() {
        double[] before = centres.clone();
        moving.refill(own, row -> {
            upper[row] = 0;
            lower[row] = 0;
        });
        moving.move();
        double squares = 0;
        furthestMove = 0;
        nextMove = 0;
        for (int j = 0; j < k; j++) {
            double squared = Clusters.squaredDistance(before, j, centres, j, dimensions);
            squares += squared;
            moved[j] = Math.sqrt(squared);
            if (moved[j] >= furthestMove) {
                nextMove = furthestMove;
                furthestMove = moved[j];
            } else {
                nextMove = Math.max(nextMove, moved[j]);
            }
        }
        return squares;
    }
}
