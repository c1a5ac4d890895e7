package perennial.analytics.clustering;

import java.util.Arrays;

/**
 * Looks of some points at all centres at once, in double precision and in the order of operations of
 * {@link Clusters#squaredDistance}, so that what it finds is the same to the last bit. Its inner loops run over one
 * point after the other and hold neither branch nor call, which is what the JVM's compiler turns into vector
 * instructions by itself.
 */
final class CentreLook {
    /** So many that points and distances stay in a core's first cache. */
    private static final int TOGETHER = 128;

    private final double[] points;
    private final double[] centres;
    private final int dimensions;
    private final int k;
    private final int[] rows = new int[TOGETHER];
    /** Coordinates of the points, dimension after dimension. */
    private final double[] x;
    /** Squared distances of the points, centre after centre. */
    private final double[] squares;

    private final double[] square = new double[TOGETHER];
    private final double[] least = new double[TOGETHER];
    private final double[] second = new double[TOGETHER];
    private int size;

    CentreLook(double[] points, double[] centres, int dimensions) {
        this.points = points;
        this.centres = centres;
        this.dimensions = dimensions;
        this.k = centres.length / dimensions;
        this.x = new double[dimensions * TOGETHER];
        this.squares = new double[k * TOGETHER];
    }

    /** Takes a point in; not when it is full. */
    void add(int row) {
        rows[size] = row;
        for (int d = 0; d < dimensions; d++) {
            x[d * TOGETHER + size] = points[row * dimensions + d];
        }
        size++;
    }

    boolean isFull() {
        return size == TOGETHER;
    }

    /** Told what is around a point. */
    interface Finding {
        /**
         * The two centres that are nearest.
         *
         * @param nearest of equally near ones that in which the point was, else the first
         * @param least squared distance of that one
         * @param second the least squared distance of the others
         */
        void found(int row, int nearest, double least, double second);
    }

    /**
     * Tells of each point that was taken in, in their order, and lets them go.
     *
     * @param own the cluster in which each row is; below 0 if in none
     */
    void tell(int[] own, Finding finding) {
        Arrays.fill(least, 0, size, Double.POSITIVE_INFINITY);
        Arrays.fill(second, 0, size, Double.POSITIVE_INFINITY);
        for (int j = 0; j < k; j++) {
            measure(j);
            rank(square, least, second, size);
            System.arraycopy(square, 0, squares, j * TOGETHER, size);
        }
        for (int i = 0; i < size; i++) {
            int stood = Math.max(own[rows[i]], 0);
            int nearest = squares[stood * TOGETHER + i] == least[i] ? stood : first(i);
            finding.found(rows[i], nearest, least[i], second[i]);
        }
        size = 0;
    }

    private void measure(int j) {
        Arrays.fill(square, 0, size, 0);
        int d = 0;
        int c = j * dimensions;
        for (; d + 4 <= dimensions; d += 4, c += 4) {
            four(square, x, d * TOGETHER, centres[c], centres[c + 1], centres[c + 2], centres[c + 3], size);
        }
        for (; d < dimensions; d++, c++) {
            one(square, x, d * TOGETHER, centres[c], size);
        }
    }

    private static void four(double[] square, double[] x, int at, double a, double b, double c, double d, int size) {
        for (int i = 0; i < size; i++) {
            square[i] = square[i]
                    + (x[at + i] - a) * (x[at + i] - a)
                    + (x[at + TOGETHER + i] - b) * (x[at + TOGETHER + i] - b)
                    + (x[at + 2 * TOGETHER + i] - c) * (x[at + 2 * TOGETHER + i] - c)
                    + (x[at + 3 * TOGETHER + i] - d) * (x[at + 3 * TOGETHER + i] - d);
        }
    }

    private static void one(double[] square, double[] x, int at, double a, int size) {
        for (int i = 0; i < size; i++) {
            square[i] = square[i] + (x[at + i] - a) * (x[at + i] - a);
        }
    }

    private static void rank(double[] square, double[] least, double[] second, int size) {
        for (int i = 0; i < size; i++) {
            second[i] = Math.min(second[i], Math.max(least[i], square[i]));
        }
        for (int i = 0; i < size; i++) {
            least[i] = Math.min(least[i], square[i]);
        }
    }

    private int first(int i) {
        int j = 0;
        while (squares[j * TOGETHER + i] != least[i]) {
            j++;
        }
        return j;
    }
}
