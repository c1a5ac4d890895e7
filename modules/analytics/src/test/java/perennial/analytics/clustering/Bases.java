package perennial.analytics.clustering;

import java.util.List;
import java.util.Random;

/** Bases of customers for tests. */
final class Bases {
    private Bases() {}

    /** One column, as listed. */
    static Matrix column(String name, double... values) {
        return Matrix.of(List.of(name), values);
    }

    /** Round clouds of equal size around corners that lie far apart; row i belongs to cloud i % clouds. */
    static double[] clouds(int rows, int dimensions, int clouds, double apart, long seed) {
        Random chance = new Random(seed);
        double[] centres =
                chance.doubles((long) clouds * dimensions, -apart, apart).toArray();
        double[] points = new double[rows * dimensions];
        for (int i = 0; i < points.length; i++) {
            int cloud = (i / dimensions) % clouds;
            points[i] = centres[cloud * dimensions + i % dimensions] + chance.nextGaussian();
        }
        return points;
    }

    /**
     * Three kinds of buyer that a marketer would tell apart: regulars who spend much, newcomers with one order, and
     * former regulars who have gone quiet; with columns recency, frequency and spend.
     */
    static Matrix shop(int rows, long seed) {
        Random chance = new Random(seed);
        double[] values = new double[rows * 3];
        for (int row = 0; row < rows; row++) {
            int kind = row % 3;
            values[row * 3] = Math.exp(chance.nextGaussian() * 0.3) * (kind == 2 ? 200 : kind == 1 ? 30 : 12);
            values[row * 3 + 1] = kind == 1 ? chance.nextInt(2) : 12 + chance.nextInt(10);
            values[row * 3 + 2] = Math.exp(chance.nextGaussian() * 0.4) * (kind == 1 ? 40 : kind == 0 ? 1500 : 900);
        }
        return Matrix.of(List.of("recency", "frequency", "spend"), values);
    }

    /** The kind of each row of a shop. */
    static Assignment kinds(int rows) {
        int[] kinds = new int[rows];
        for (int row = 0; row < rows; row++) {
            kinds[row] = row % 3;
        }
        return Assignment.of(kinds, 3);
    }
}
