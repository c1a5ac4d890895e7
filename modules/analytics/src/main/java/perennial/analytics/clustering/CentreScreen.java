package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Tells in single precision, many rows at a time, which rows stay with their cluster. It only ever answers "surely" or
 * "perhaps not", with the rounding error accounted for, and what may not be is decided in double precision. So the
 * clusters are those of double precision, whatever the screen.
 */
public interface CentreScreen {
    /** The module without which the screen by vector instructions can't be loaded. */
    String VECTOR_MODULE = "jdk.incubator.vector";

    /** What it is called in the evidence: "vector, 8 lanes". */
    String label();

    /** How many rows a tile holds; it divides 1024. */
    int lanes();

    /**
     * Finds the rows of some tiles that may be nearer to another centre than to their own.
     *
     * @param from the first tile
     * @param to the one after the last tile
     * @param own for each row of all tiles its cluster; -1 for one that has none
     * @param strays takes, from place 0, the rows that may have to change
     * @param nearest takes, at the same places, the cluster that is surely nearest; below 0 where that is too close
     *     to call
     * @return how many rows there are
     */
    int find(Tiles tiles, int from, int to, Targets targets, int[] own, int[] strays, int[] nearest);

    /** The screen by vector instructions; empty where the JVM was started without their module. */
    static Optional<CentreScreen> byVector() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent()
                ? ServiceLoader.load(CentreScreen.class, CentreScreen.class.getClassLoader())
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Points in single precision, moved so that their mean is 0 and scaled so that none is further than 1 off in any
     * column: the value of dimension d in lane l of tile t lies at (t * dimensions + d) * lanes + l.
     *
     * <p>A tile rests while none of its points can have another nearest centre, by the thought of Hamerly (see
     * {@link FlatHamerly}) carried over to scores: when a centre moves from c by m, its score changes by
     * m · (c + m/2 - x), that is by no more than |m| times the sum of the centre's and the point's distance from 0.
     */
    final class Tiles {
        private final float[] values;
        private final float[] reach;
        private final int dimensions;
        /** What the change of two scores may add up to before the tile has to be looked at. */
        private final double[] until;

        private double way;
        private double swing;

        Tiles(float[] values, float[] reach, int dimensions) {
            this.values = values;
            this.reach = reach;
            this.dimensions = dimensions;
            this.until = new double[reach.length];
            wake();
        }

        /** Has every tile looked at in the next round. */
        void wake() {
            Arrays.fill(until, Double.NEGATIVE_INFINITY);
        }

        /**
         * The centres have moved.
         *
         * @param steps the sum of the two longest moves
         * @param length the largest distance of a centre from 0, before or after
         */
        void move(double steps, double length) {
            way += steps;
            swing += steps * length;
        }

        public boolean rests(int tile) {
            return change(tile) < until[tile];
        }

        /**
         * The nearest centre is sure for every point of a tile.
         *
         * @param gap least difference between the two best scores of a point, less the slack
         */
        public void settle(int tile, float gap) {
            until[tile] = gap + change(tile);
        }

        private double change(int tile) {
            return way * reach[tile] + swing;
        }

        public float[] values() {
            return values;
        }

        /** The largest distance from 0 of the points of a tile. */
        public float reach(int tile) {
            return reach[tile];
        }

        public int dimensions() {
            return dimensions;
        }
    }

    /**
     * Centres in the coordinates of the tiles, ready to be scored: half the squared length of a centre less its product
     * with a point is least for the nearest centre. Their number is filled up to a multiple of four by some that are
     * nearest to nothing.
     */
    final class Targets {
        private final float[] minus;
        private final float[] half;
        private final double length;

        Targets(float[] minus, float[] half, double length) {
            this.minus = minus;
            this.half = half;
            this.length = length;
        }

        /** The coordinates of the centres with their signs turned, centre after centre. */
        public float[] minus() {
            return minus;
        }

        /** Half the squared length of each centre. */
        public float[] half() {
            return half;
        }

        /** Two scores of a point no further than the reach from 0 that differ by less are too close to call. */
        public float slack(float reach) {
            int operations = minus.length / half.length + 4;
            return (float) (4 * operations * ROUNDING * length * (length / 2 + reach) + Float.MIN_NORMAL);
        }

        /** Half the distance from 1 to the next number of single precision. */
        private static final double ROUNDING = 0x1p-24;
    }
}
