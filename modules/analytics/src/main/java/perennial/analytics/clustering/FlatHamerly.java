package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import perennial.analytics.clustering.MovingCentres.Changes;

/**
 * Hamerly's k-means on a flat array (Hamerly 2010, Making k-means even faster, SIAM International Conference on Data
 * Mining, p. 130). Of each point an upper bound of the distance to its own centre and a lower bound of that to any other
 * are known; as long as the bounds don't cross, no distance is computed. They change by what the centres have moved since
 * the point was looked at, which is the same for all points of a cluster: so it is added up per cluster, and a point keeps
 * the sum at which it has to be looked at again. Nothing is written of a point that rests.
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
    /** The lower bound, and what the other centres of the cluster had moved by when it was right. */
    private final double[] lower;
    /** The sum of the moves, of the own centre and of another one, up to which the bounds don't cross. */
    private final double[] until;

    private final double[] half;
    /** By cluster, what any other centre may have moved by since the beginning, and that with the cluster's own moves. */
    private final double[] others;

    private final double[] crossing;
    /** One for each thread at work, as soon as it needed one. */
    private final Queue<CentreLook> idle = new ConcurrentLinkedQueue<>();

    private FlatHamerly(double[] points, int dimensions, double[] start, Workers workers) {
        this.points = points;
        this.dimensions = dimensions;
        this.rows = points.length / dimensions;
        this.k = start.length / dimensions;
        this.workers = workers;
        this.moving = new MovingCentres(points, dimensions, start);
        this.centres = moving.places();
        this.own = new int[rows];
        this.lower = new double[rows];
        this.until = new double[rows];
        this.half = new double[k];
        this.others = new double[k];
        this.crossing = new double[k];
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
        CentreLook look = Objects.requireNonNullElseGet(idle.poll(), () -> new CentreLook(points, centres, dimensions));
        Block block = new Block();
        for (int row = from; row < to; row++) {
            int before = own[row];
            if (before < 0 || (crossing[before] >= until[row] && !staysByOwnCentre(row, before))) {
                look.add(row);
                if (look.isFull()) {
                    look.tell(own, block);
                }
            }
        }
        look.tell(own, block);
        idle.add(look);
        return block.changes;
    }

    /** Whether the distance to the own centre, now that it is known, is no larger than the bound of all others. */
    private boolean staysByOwnCentre(int row, int before) {
        double distance = Math.sqrt(Clusters.squaredDistance(points, row, centres, before, dimensions));
        double bound = Math.max(2 * half[before] - distance, lower[row] - others[before]);
        lower[row] = bound + others[before];
        until[row] = crossing[before] + bound - distance;
        return distance <= bound;
    }

    /** Makes both bounds of a point tight, and keeps what changed in a block. */
    private final class Block implements CentreLook.Finding {
        private @Nullable Changes changes;

        @Override
        public void found(int row, int nearest, double least, double second) {
            int before = own[row];
            lower[row] = Math.sqrt(second) + others[nearest];
            until[row] = crossing[nearest] + Math.sqrt(second) - Math.sqrt(least);
            if (nearest != before) {
                own[row] = nearest;
                changes = changes == null ? moving.noChanges() : changes;
                moving.note(changes, row, before, nearest);
            }
        }
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
            until[row] = Double.NEGATIVE_INFINITY;
            lower[row] = Double.NEGATIVE_INFINITY;
        });
        moving.move();
        double[] moves = new double[k];
        double squares = 0;
        for (int j = 0; j < k; j++) {
            double squared = Clusters.squaredDistance(before, j, centres, j, dimensions);
            squares += squared;
            moves[j] = Math.sqrt(squared);
        }
        addUp(moves);
        return squares;
    }

    private void addUp(double[] moves) {
        double furthest = 0;
        double next = 0;
        for (double move : moves) {
            next = Math.max(next, Math.min(move, furthest));
            furthest = Math.max(furthest, move);
        }
        for (int j = 0; j < k; j++) {
            double other = moves[j] == furthest ? next : furthest;
            others[j] += other;
            crossing[j] += moves[j] + other;
        }
    }
}
