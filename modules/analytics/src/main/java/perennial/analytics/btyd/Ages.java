package perennial.analytics.btyd;

import java.util.Arrays;

/**
 * The ages at which something is computed, and how to read it off in between: all ages that occur where they are few,
 * else Chebyshev points of ln(T + scale), between which everything that is read is smooth, by the barycentric formula
 * (Berrut and Trefethen 2004, SIAM Review 46(3)).
 */
final class Ages {
    private static final double DIGITS = 32;
    private static final int FEWEST = 12;
    private static final int MOST = 160;

    private final double scale;
    private final double[] ages;
    private final double[] points;
    private final double[] weights;

    private Ages(double scale, double[] ages) {
        this.scale = scale;
        this.ages = ages;
        this.points = Arrays.stream(ages).map(age -> Math.log(age + scale)).toArray();
        this.weights = new double[ages.length];
        for (int i = 0; i < weights.length; i++) {
            double end = i == 0 || i == weights.length - 1 ? 0.5 : 1;
            weights[i] = i % 2 == 0 ? end : -end;
        }
    }

    /** @param all ascending, each once */
    static Ages each(double[] all) {
        return new Ages(1, all);
    }

    /**
     * So many that what they are for has 9 digits or more, and mostly 11: an analytic function with its nearest
     * singularity a distance of pi from the real line, which for the counts of frequent buyers falls within 1 / sqrt(x).
     *
     * @param all ascending, each once
     */
    static Ages of(double[] all, double scale, double x) {
        double low = Math.log(all[0] + scale);
        double half = (Math.log(all[all.length - 1] + scale) - low) / 2;
        double distance = Math.PI / half;
        double byWidth = DIGITS / Math.log(distance + Math.sqrt(1 + distance * distance));
        int count = (int) Math.min(MOST, FEWEST + Math.max(byWidth, 4 * half * Math.sqrt(x)));
        if (all.length <= count) {
            return new Ages(scale, all);
        }
        double[] chosen = new double[count];
        for (int i = 0; i < count; i++) {
            double log = low + half * (1 - Math.cos(Math.PI * i / (count - 1)));
            chosen[i] = Math.max(all[0], Math.min(all[all.length - 1], Math.exp(log) - scale));
        }
        return new Ages(scale, chosen);
    }

    int size() {
        return ages.length;
    }

    double age(int place) {
        return ages[place];
    }

    /** What to multiply the values at the ages by, to read one off at an age. */
    void shares(double age, double[] shares) {
        double place = Math.log(age + scale);
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            double distance = place - points[i];
            if (distance == 0) {
                Arrays.fill(shares, 0, points.length, 0);
                shares[i] = 1;
                return;
            }
            shares[i] = weights[i] / distance;
            sum += shares[i];
        }
        for (int i = 0; i < points.length; i++) {
            shares[i] /= sum;
        }
    }
}
