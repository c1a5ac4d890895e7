package perennial.analytics.clustering;

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
     */
    final class Tiles {
        private final float[] values;
        private final float[] reach;
        private final int dimensions;

        Tiles(float[] values, float[] reach, int dimensions) {
            this.values = values;
            this.reach = reach;
            this.dimensions = dimensions;
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
