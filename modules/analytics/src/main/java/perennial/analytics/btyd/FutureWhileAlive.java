package perennial.analytics.btyd;

import java.util.Arrays;
import perennial.analytics.numeric.BetaFunction;
import perennial.analytics.numeric.GammaFunction;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * The purchases that a customer who is alive now makes in the next t: every k-th event of a Poisson process is one, and
 * k is 1 but for regular buyers. Of the events since the last purchase j = 0 ... k - 1 have come; given j the rate is
 * Gamma(n + j, scale), n = r + kx and scale = alpha + T, and the purchases are at least m where m k - j events come and
 * the customer has stayed m - 1 times: P(N &gt;= m) is the mean over j of I_z(mk - j, n + j) (b)_(m-1) / (a + b)_(m-1),
 * z = t / (scale + t).
 *
 * <p>The mean is the sum of that over m. All of its terms are positive, so it has neither the poles at a = 1 and a + b = 1
 * nor the cancellation of the published form with a hypergeometric function (equation (10) of Fader, Hardie and Lee 2005),
 * whose value it is. Where the sum would be long the mean is one over p instead: {@link MeanOverLeaving}. This is a
 * numerical kernel and is not chopped.
 */
final class FutureWhileAlive {
    private static final double LONGEST_SUM = 4_000;
    private static final double FARTHEST = 1e280;
    private static final double DIGITS = 1e-18;

    private final int k;
    private final double n;
    private final double scale;
    private final double a;
    private final double b;
    private final double[] phase;

    /** The logarithm of the probability of fewer than k events since the last purchase, if that of none is 1. */
    final double logOfPhases;

    private FutureWhileAlive(int k, double n, double scale, double a, double b, double[] phase, double logOfPhases) {
        this.k = k;
        this.n = n;
        this.scale = scale;
        this.a = a;
        this.b = b;
        this.phase = phase;
        this.logOfPhases = logOfPhases;
    }

    /** @param b the second beta parameter, with the chances already survived */
    static FutureWhileAlive after(double silence, int k, double n, double scale, double a, double b) {
        double[] phase = new double[k];
        double weight = 1;
        double sum = 0;
        for (int j = 0; j < k; j++) {
            phase[j] = weight;
            sum += weight;
            weight *= silence / scale * (n + j) / (j + 1);
        }
        for (int j = 0; j < k; j++) {
            phase[j] /= sum;
        }
        return new FutureWhileAlive(k, n, scale, a, b, phase, Math.log(sum));
    }

    /** The same where it is known that so many events have come since the last purchase. */
    static FutureWhileAlive inPhase(int events, int k, double n, double scale, double a, double b) {
        double[] phase = new double[k];
        phase[events] = 1;
        return new FutureWhileAlive(k, n, scale, a, b, phase, Double.NaN);
    }

    double atLeast(int m, double t) {
        return m <= 0 ? 1 : events(m, t) * staying(m - 1);
    }

    /**
     * The probabilities of at least 1, 2, ... purchases of a customer whose phase is known, to 1e-12: each from the one
     * before, as I_z(c + 1, s) is I_z(c, s) less the probability of just c events.
     */
    double[] tail(double t, double negligible, int most) {
        int events = 0;
        while (phase[events] == 0) {
            events++;
        }
        double shape = n + events;
        double z = t / (scale + t);
        double[] tail = new double[most];
        int size = 0;
        int count = 0;
        double come = 1;
        double stays = 1;
        double probability = Math.exp(-shape * Math.log1p(t / scale));
        boolean isLost = probability == 0;
        for (double last = 1; size < most && last > negligible; size++) {
            int needed = (size + 1) * k - events;
            for (; !isLost && count < needed; count++) {
                come -= probability;
                probability *= z * (shape + count) / (count + 1);
            }
            come = isLost ? BetaFunction.regularized(t / scale, needed, shape) : Math.max(0, come);
            last = come * stays;
            tail[size] = last;
            stays *= (b + size) / (a + b + size);
        }
        return Arrays.copyOf(tail, size);
    }

    /** The probability of the events that m purchases take. */
    private double events(int m, double t) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            if (phase[j] > 0) {
                sum += phase[j] * BetaFunction.regularized(t / scale, m * k - j, n + j);
            }
        }
        return sum;
    }

    double exactly(int m, double t) {
        double justEnough = 0;
        for (int j = 0; j < k; j++) {
            for (int count = Math.max(0, m * k - j); count < (m + 1) * k - j; count++) {
                justEnough += phase[j] * Math.exp(logProbability(count, n + j, t));
            }
        }
        double leavesWithIt = m == 0 ? 0 : events(m, t) * staying(m - 1) * a / (a + b + (m - 1));
        return leavesWithIt + justEnough * staying(m);
    }

    private double logProbability(double count, double shape, double t) {
        return (count == 0 ? 0 : count * Math.log(t / (scale + t)))
                - shape * Math.log1p(t / scale)
                + GammaFunction.logRise(shape, count)
                - GammaFunction.log(count + 1);
    }

    private double staying(double times) {
        return times == 0 ? 1 : Math.exp(BetaFunction.log(a, b + times) - BetaFunction.log(a, b));
    }

    double expected(double t) {
        double mean = (n + k) * t / scale;
        double spread = Math.sqrt(mean * (1 + t / scale));
        if (!(mean + 12 * spread + 42 * (1 + t / scale) < k * LONGEST_SUM)) {
            return byIntegral(t);
        }
        double sum = 0;
        for (int j = 0; j < k; j++) {
            if (phase[j] > 0) {
                sum += phase[j] * bySum(t, j);
            }
        }
        return sum;
    }

    /** The time over which the mean stops growing evenly: that of a gap, of the mixture, or of a typical p. */
    double bend() {
        return scale / Math.max(1, n * Math.max(1.0 / k, a / (a + b)));
    }

    double expectedForever() {
        if (!(a > 1)) {
            throw Domain.diverges("a", a);
        }
        return (b + (a - 1)) / (a - 1);
    }

    /** Sum over the events i to come of P(i) times the purchases that they make up before the customer leaves. */
    private double bySum(double t, int j) {
        double shape = n + j;
        double z = t / (scale + t);
        double mean = shape * t / scale;
        double spread = Math.sqrt(mean * (1 + t / scale));
        boolean fromTheStart = -shape * Math.log1p(t / scale) > -600;
        int first = fromTheStart ? 0 : (int) Math.max(1, mean - 12 * spread);
        double probability = Math.exp(logProbability(first, shape, t));
        double stays = 1;
        double untilLeaving = 0;
        int purchases = 0;
        double total = 0;
        double sum = 0;
        for (int i = first; ; i++) {
            for (; purchases < (i + j) / k; purchases++) {
                untilLeaving += stays;
                stays *= (b + purchases) / (a + b + purchases);
            }
            total += probability;
            sum += probability * untilLeaving;
            double ratio = z * (shape + i) / (i + 1);
            probability *= ratio;
            if (i > mean && purchases > 0 && probability * untilLeaving <= DIGITS * (1 - ratio) * sum) {
                return fromTheStart ? sum : sum / total;
            }
        }
    }

    /** The mean over the chance of leaving. */
    double byIntegral(double t) {
        double horizon = t / scale;
        if (!((n + k) * horizon < FARTHEST)) {
            throw new InvalidInputException(
                    "t",
                    t,
                    new Words("lies too far ahead for what is known of the customers", "相对于对客户的了解过于遥远"),
                    new Words("give a shorter horizon", "请给出更短的期限"));
        }
        return new MeanOverLeaving(a, b).of(new MeanUntilLeaving(k, n, phase, horizon), (n + k) * horizon);
    }
}
