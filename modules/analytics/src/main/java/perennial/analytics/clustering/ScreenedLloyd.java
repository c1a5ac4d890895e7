package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import perennial.analytics.clustering.CentreScreen.Targets;
import perennial.analytics.clustering.CentreScreen.Tiles;
import perennial.analytics.clustering.MovingCentres.Changes;

/**
 * Lloyd's k-means on a flat array, screened in single precision (Lloyd 1982, IEEE Transactions on Information Theory 28,
 * p. 129). A round asks the screen which points may have another nearest centre than before, and looks at those in
 * double precision; where a screen has tiles of few rows, most of them rest in the later rounds. Beside the points it
 * holds a copy in single precision and the clusters, that is 4 * (dimensions + 1) bytes a row and 12 a tile, a little
 * more than half of what the points take.
 */
final class ScreenedLloyd {
    /** Rows screened at once: their answers stay in a core's cache. A multiple of every screen's lanes. */
    private static final int TOGETHER = 1024;

    private final double[] points;
    private final int dimensions;
    private final int rows;
    private final Workers workers;
    private final CentreScreen screen;
    private final MovingCentres centres;
    private final Spread spread;
    private final double scale;
    private final Tiles tiles;
    private final int[] own;
    /** Where the centres were when they were last scored, in the coordinates of the tiles; no one before the first time. */
    private double[] scored = {};

    private double furthest;

    private ScreenedLloyd(double[] points, int dimensions, double[] start, Workers workers, CentreScreen screen) {
        this.points = points;
        this.dimensions = dimensions;
        this.rows = points.length / dimensions;
        this.workers = workers;
        this.screen = screen;
        this.centres = new MovingCentres(points, dimensions, start);
        this.spread = Spread.of(points, dimensions, workers);
        this.scale = spread.furthest() > 0 ? 1 / spread.furthest() : 1;
        this.tiles = tiles();
        // The last tile may stand for more rows than there are.
        this.own = new int[tileAfter(rows) * screen.lanes()];
        Arrays.fill(own, -1);
    }

    /** Moves the centres until they rest, as {@link FlatHamerly} does: the clusters of every round are the same. */
    static Clusters run(
            double[] points,
            int dimensions,
            double[] start,
            Kernel.Limits limits,
            Workers workers,
            CentreScreen screen) {
        ScreenedLloyd kernel = new ScreenedLloyd(points, dimensions, start, workers, screen);
        double still = limits.tolerance() * kernel.spread.variance();
        for (int round = 0; round < limits.iterations(); round++) {
            boolean changed = kernel.assign(limits.deadline(), kernel::nearest);
            if (!changed || kernel.moveCentres() <= still) {
                break;
            }
        }
        kernel.centres.moveAnew(kernel.own, workers);
        double[] places = kernel.centres.places();
        kernel.assign(limits.deadline(), row -> Clusters.nearest(points, row, places, dimensions));
        return Clusters.of(points, dimensions, places, Arrays.copyOf(kernel.own, kernel.rows), workers);
    }

    private int tileAfter(int row) {
        return (row + screen.lanes() - 1) / screen.lanes();
    }

    private Tiles tiles() {
        int lanes = screen.lanes();
        float[] values = new float[tileAfter(rows) * lanes * dimensions];
        float[] reach = new float[tileAfter(rows)];
        workers.blocks(rows, (from, to) -> {
            for (int row = from; row < to; row++) {
                int tile = row / lanes;
                int at = tile * dimensions * lanes + row % lanes;
                double squares = 0;
                for (int d = 0; d < dimensions; d++) {
                    double value = (points[row * dimensions + d] - spread.middle()[d]) * scale;
                    squares += value * value;
                    values[at + d * lanes] = (float) value;
                }
                reach[tile] = Math.max(reach[tile], (float) Math.sqrt(squares));
            }
            return 0;
        });
        return new Tiles(values, reach, dimensions);
    }

    private Targets targets() {
        int k = centres.k();
        int filled = (k + 3) / 4 * 4;
        double[] now = scaled();
        float[] minus = new float[filled * dimensions];
        float[] half = new float[filled];
        Arrays.fill(half, Float.POSITIVE_INFINITY);
        double longest = 0;
        for (int j = 0; j < k; j++) {
            double squares = 0;
            for (int d = 0; d < dimensions; d++) {
                double value = now[j * dimensions + d];
                squares += value * value;
                minus[j * dimensions + d] = (float) -value;
            }
            half[j] = (float) (squares / 2);
            longest = Math.max(longest, Math.sqrt(squares));
        }
        Targets targets = new Targets(minus, half, longest);
        if (scored.length > 0) {
            tiles.move(longestTwo(scored, now), Math.max(longest, furthest));
        }
        scored = now;
        furthest = longest;
        return targets;
    }

    private double[] scaled() {
        double[] scaled = centres.places().clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (scaled[i] - spread.middle()[i % dimensions]) * scale;
        }
        return scaled;
    }

    /** The sum of the two longest ways that a centre went. */
    private double longestTwo(double[] from, double[] to) {
        double longest = 0;
        double next = 0;
        for (int j = 0; j < centres.k(); j++) {
            double way = Math.sqrt(Clusters.squaredDistance(from, j, to, j, dimensions));
            next = Math.max(next, Math.min(way, longest));
            longest = Math.max(longest, way);
        }
        return longest + next;
    }

    /** Puts each point in the cluster of its nearest centre; tells whether one changed its cluster. */
    private boolean assign(Deadline deadline, IntUnaryOperator inDoubt) {
        Targets targets = targets();
        List<Optional<Changes>> blocks = workers.blocks(rows, (from, to) -> {
            deadline.check();
            return Optional.ofNullable(assign(from, to, targets, inDoubt));
        });
        blocks.stream().flatMap(Optional::stream).forEach(centres::apply);
        return blocks.stream().anyMatch(Optional::isPresent);
    }

    private @Nullable Changes assign(int from, int to, Targets targets, IntUnaryOperator inDoubt) {
        Changes changes = null;
        int[] strays = new int[TOGETHER];
        int[] nearest = new int[TOGETHER];
        for (int first = from; first < to; first += TOGETHER) {
            int last = tileAfter(Math.min(first + TOGETHER, to));
            int found = screen.find(tiles, first / screen.lanes(), last, targets, own, strays, nearest);
            for (int i = 0; i < found; i++) {
                int row = strays[i];
                if (row >= rows) {
                    continue;
                }
                int before = own[row];
                int now = nearest[i] >= 0 ? nearest[i] : inDoubt.applyAsInt(row);
                if (now != before) {
                    own[row] = now;
                    changes = changes == null ? centres.noChanges() : changes;
                    centres.note(changes, row, before, now);
                }
            }
        }
        return changes;
    }

    /** The nearest centre in double precision; of equally near ones a point stays with its own. */
    private int nearest(int row) {
        int stood = Math.max(own[row], 0);
        int nearest = stood;
        double least = Clusters.squaredDistance(points, row, centres.places(), stood, dimensions);
        for (int j = 0; j < centres.k(); j++) {
            double squared = Clusters.squaredDistance(points, row, centres.places(), j, dimensions);
            if (squared < least) {
                least = squared;
                nearest = j;
            }
        }
        return nearest;
    }

    /** Moves each centre to the mean of its points; the sum of the squares of the moves. */
    private double moveCentres() {
        double[] before = centres.places().clone();
        centres.refill(own, row -> tiles.wake());
        centres.move();
        double squares = 0;
        for (int j = 0; j < centres.k(); j++) {
            squares += Clusters.squaredDistance(before, j, centres.places(), j, dimensions);
        }
        return squares;
    }
}
