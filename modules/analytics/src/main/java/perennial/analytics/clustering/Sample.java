package perennial.analytics.clustering;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Rows drawn by chance, the same for the same seed. */
final class Sample {
    private Sample() {}

    /** At most so many different rows, in ascending order: all of them where there are no more. */
    static int[] of(int rows, int most, long seed) {
        if (rows <= most) {
            return IntStream.range(0, rows).toArray();
        }
        Random chance = new Random(seed);
        int[] drawn = new int[most];
        int taken = 0;
        for (int row = 0; taken < most; row++) {
            if (chance.nextInt(rows - row) < most - taken) {
                drawn[taken++] = row;
            }
        }
        return drawn;
    }

    /** So many of the given rows, each drawn from all of them. */
    static int[] withReplacement(int[] rows, int count, long seed) {
        return new Random(seed)
                .ints(count, 0, rows.length)
                .map(place -> rows[place])
                .toArray();
    }

    /** The points of some rows, one after the other. */
    static double[] points(double[] points, int dimensions, int[] rows) {
        double[] chosen = new double[rows.length * dimensions];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(points, rows[i] * dimensions, chosen, i * dimensions, dimensions);
        }
        return chosen;
    }

    /** How many different points there are; counted no further than asked for. */
    static int distinctUpTo(double[] points, int dimensions, int enough) {
        Set<DoubleBuffer> seen = new HashSet<>();
        for (int i = 0; i < points.length && seen.size() < enough; i += dimensions) {
            seen.add(DoubleBuffer.wrap(Arrays.copyOfRange(points, i, i + dimensions)));
        }
        return seen.size();
    }
}
