package perennial.analytics.btyd;

import java.util.Arrays;
import perennial.analytics.numeric.GammaFunction;
import perennial.analytics.numeric.Logarithm;

/**
 * The log-likelihood of BG/NBD and MBG/NBD over (r, alpha, a, b) with analytic first and second derivatives.
 *
 * <p>Of one customer it is the part that depends on x alone (rising factorials; computed once per distinct x), plus
 * {@code -r ln(1 + T/alpha) - x ln(alpha + T)}, plus {@code ln(1 + e^z)}, z the log-odds of having left. This is a
 * numerical kernel and is not chopped.
 */
final class BetaGeometricLikelihood implements LogLikelihood {
    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int A = 2;
    private static final int B = 3;
    private static final int TABLED = 1024;

    private final PurchaseSummaries customers;
    private final int chancesBeforeRepeating;
    private final double[] distinctX;
    private final double[] customersOfX;

    /** @param chancesBeforeRepeating 0 for BG/NBD, 1 for MBG/NBD */
    BetaGeometricLikelihood(PurchaseSummaries customers, int chancesBeforeRepeating) {
        this.customers = customers;
        this.chancesBeforeRepeating = chancesBeforeRepeating;
        DistinctRows frequencies = customers.frequencies();
        distinctX = frequencies.of(customers.x());
        customersOfX = frequencies.weight();
    }

    @Override
    public Derivatives at(double[] parameters) {
        double[] logsOfBefore = logsOfBefore(parameters[B]);
        Derivatives sum =
                Derivatives.sum(4, customers.rows(), (from, to) -> between(parameters, logsOfBefore, from, to));
        addWhatDependsOnX(parameters, sum);
        return sum;
    }

    private void addWhatDependsOnX(double[] parameters, Derivatives sum) {
        sum.addRises(parameters[R], distinctX, customersOfX);
        double b = parameters[B];
        double ab = parameters[A] + b;
        for (int i = 0; i < distinctX.length; i++) {
            double x = distinctX[i];
            double y = x + chancesBeforeRepeating;
            double weight = customersOfX[i];
            double first = GammaFunction.digammaRise(ab, y);
            double second = GammaFunction.trigammaRise(ab, y);
            sum.value += weight * (GammaFunction.logRise(b, y) - GammaFunction.logRise(ab, y));
            sum.gradient[A] -= weight * first;
            sum.gradient[B] += weight * (GammaFunction.digammaRise(b, y) - first);
            sum.hessian[A][A] -= weight * second;
            sum.hessian[A][B] -= weight * second;
            sum.hessian[B][B] += weight * (GammaFunction.trigammaRise(b, y) - second);
        }
    }

    /** By x, as far as a table is worth it: few frequencies stand in most rows. */
    private double[] logsOfBefore(double b) {
        double most = Arrays.stream(distinctX).max().orElse(0);
        double[] logs = new double[(int) Math.min(most + 1, TABLED)];
        Arrays.setAll(logs, x -> Math.log(b + (x + chancesBeforeRepeating - 1)));
        return logs;
    }

    private Derivatives between(double[] parameters, double[] logsOfBefore, int from, int to) {
        double r = parameters[R];
        double alpha = parameters[ALPHA];
        double a = parameters[A];
        double b = parameters[B];
        double logAlpha = Math.log(alpha);
        double logA = Math.log(a);
        double byA = 1 / a;
        Derivatives sum = new Derivatives(4);
        double[] g = sum.gradient;
        double[][] h = sum.hessian;
        for (int i = from; i < to; i++) {
            double x = customers.x(i);
            double T = customers.T(i);
            double weight = customers.weight(i);
            double end = alpha + T;
            double perEnd = 1 / end;
            double ofAlpha = T / alpha;
            double growth = Logarithm.ofOnePlus(ofAlpha);
            double alive = -r * growth - x * (logAlpha + growth);
            g[R] -= weight * growth;
            g[ALPHA] += weight * (r * ofAlpha - x) * perEnd;
            h[R][ALPHA] += weight * ofAlpha * perEnd;
            h[ALPHA][ALPHA] += weight * (x - r * ofAlpha * (2 + ofAlpha)) * (perEnd * perEnd);
            double stayed = x + chancesBeforeRepeating;
            if (stayed == 0) {
                sum.value += weight * alive;
                continue;
            }
            double last = alpha + customers.tx(i);
            double perLast = 1 / last;
            double silence = (T - customers.tx(i)) * perLast;
            double n = r + x;
            double before = b + (stayed - 1);
            double byR = Logarithm.ofOnePlus(silence);
            double logBefore = x < logsOfBefore.length ? logsOfBefore[(int) x] : Math.log(before);
            double z = logA - logBefore + n * byR;
            double odds = Math.exp(-Math.abs(z));
            double likelierShare = 1 / (1 + odds);
            double left = z > 0 ? likelierShare : odds * likelierShare;
            // About the likelier of "alive" and "has left", so that nothing large cancels.
            double likelier = z > 0
                    ? logA - logBefore - r * Logarithm.ofOnePlus(customers.tx(i) / alpha) - x * Math.log(last)
                    : alive;
            sum.value += weight * (likelier + Math.log(1 + odds));
            double first = weight * left;
            double second = first * (z > 0 ? odds * likelierShare : likelierShare);
            double slope = -silence * perEnd;
            double byAlpha = n * slope;
            double byB = -1 / before;
            g[R] += first * byR;
            g[ALPHA] += first * byAlpha;
            g[A] += first * byA;
            g[B] += first * byB;
            h[R][R] += second * byR * byR;
            h[R][ALPHA] += second * byR * byAlpha + first * slope;
            h[R][A] += second * byR * byA;
            h[R][B] += second * byR * byB;
            h[ALPHA][ALPHA] += second * byAlpha * byAlpha - first * byAlpha * (perEnd + perLast);
            h[ALPHA][A] += second * byAlpha * byA;
            h[ALPHA][B] += second * byAlpha * byB;
            h[A][A] += (second - first) * byA * byA;
            h[A][B] += second * byA * byB;
            h[B][B] += (second + first) * byB * byB;
        }
        return sum;
    }
}
