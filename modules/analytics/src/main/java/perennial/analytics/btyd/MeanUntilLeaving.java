package perennial.analytics.btyd;

import perennial.analytics.btyd.MeanOverLeaving.OfLeaving;

/**
 * The mean number of purchases until a horizon or until leaving, given the chance p of leaving after one: (1 - E[q^M]) / p
 * with q = 1 - p, M the purchases of a customer who stays. With s = q^(1/k) and the k-th roots of unity w, q^M is a sum
 * over l of (p / kq) (s w^l)^(N + j + 1) / (1 - s w^l), N the events and j those that had come before; the mean over the
 * negative binomial N replaces each power of N by (1 + (1 - s w^l) horizon)^-shape. Where q is small, that would cancel,
 * and q^M is summed over the few purchases that matter. At k = 1 only l = 0 is left: (1 - (1 + p horizon)^-n) / p.
 */
final class MeanUntilLeaving implements OfLeaving {
    private static final double SMALL = 0.5;
    private static final int MOST_PURCHASES = 60;
    private static final double NEGLIGIBLE = 60;

    private final int k;
    private final double n;
    private final double[] phase;
    private final double horizon;

    /** The probabilities of 0, 1, ... purchases of a customer who stays. */
    private final double[] purchases;

    /** @param phase the probability of each number of events since the last purchase */
    MeanUntilLeaving(int k, double n, double[] phase, double horizon) {
        this.k = k;
        this.n = n;
        this.phase = phase;
        this.horizon = horizon;
        this.purchases = k == 1 ? new double[0] : purchases();
    }

    private double[] purchases() {
        double[] purchases = new double[MOST_PURCHASES];
        double z = horizon / (1 + horizon);
        for (int j = 0; j < k; j++) {
            double shape = n + j;
            double probability = phase[j] * Math.exp(-shape * Math.log1p(horizon));
            for (int i = 0; (i + j) / k < MOST_PURCHASES; i++) {
                purchases[(i + j) / k] += probability;
                probability *= z * (shape + i) / (i + 1);
            }
        }
        return purchases;
    }

    @Override
    public double at(double p, double logStaying) {
        if (k == 1) {
            return -Math.expm1(-n * Math.log1p(p * horizon)) / p;
        }
        return logStaying < Math.log(SMALL) ? bySum(p, Math.exp(logStaying)) : byRoots(p, logStaying / k);
    }

    private double bySum(double p, double q) {
        double none = 0;
        double power = 1;
        for (int m = 0; m < MOST_PURCHASES; m++) {
            none += power * purchases[m];
            power *= q;
        }
        return (1 - none) / p;
    }

    private double byRoots(double p, double logS) {
        double s = Math.exp(logS);
        double growth = Math.log1p(-Math.expm1(logS) * horizon);
        // 1 less the mean of s^(j - k + 1) ... s^j.
        double lost = 0;
        for (int v = 1; v < k; v++) {
            lost -= Math.expm1(-v * logS) / k;
        }
        double mean = 0;
        for (int j = 0; j < k; j++) {
            mean += phase[j] * (lost - (1 - lost) * Math.expm1(-(n + j) * growth)) / p;
            lost += (Math.expm1((j + 1 - k) * logS) - Math.expm1((j + 1) * logS)) / k;
        }
        for (int l = 1; 2 * l <= k; l++) {
            mean -= (2 * l == k ? 1 : 2) * ofRoot(2 * Math.PI * l / k, s) / (k * Math.exp(k * logS));
        }
        return mean;
    }

    /** The real part of the mean over the phases of w^(j + 1) / (1 - w) (1 + (1 - w) horizon)^-(n + j), w = s e^(i angle). */
    private double ofRoot(double angle, double s) {
        double real = 1 - s * Math.cos(angle);
        double imaginary = -s * Math.sin(angle);
        double size = Math.hypot(1 + real * horizon, imaginary * horizon);
        if (n * Math.log(size) > NEGLIGIBLE) {
            return 0;
        }
        double turn = Math.atan2(imaginary * horizon, 1 + real * horizon);
        double height = s * Math.pow(size, -n) / Math.hypot(real, imaginary);
        double direction = angle - Math.atan2(imaginary, real) - n * turn;
        double sum = 0;
        for (int j = 0; j < k && height != 0; j++) {
            sum += phase[j] * height * Math.cos(direction);
            height *= s / size;
            direction += angle - turn;
        }
        return sum;
    }
}
