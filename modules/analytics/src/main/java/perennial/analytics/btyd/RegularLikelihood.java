package perennial.analytics.btyd;

import perennial.analytics.numeric.GammaFunction;
import perennial.analytics.numeric.Logarithm;

/**
 * The log-likelihood of BG/CNBD-k and MBG/CNBD-k over (r, alpha, a, b) with analytic first and second derivatives, but
 * for the part of the gaps, which no parameter changes; or over (r, alpha) of CNBD-k, in which nobody leaves.
 *
 * <p>It is that of {@link BetaGeometricLikelihood} with r + kx in place of r + x, plus {@code ln S}, and with the
 * log-odds of having left less {@code ln S}, where S is the sum over j below k of (n)_j / j! ((T - t_x) / (alpha + T))^j:
 * the probability that fewer than k events have come since the last purchase. This is a numerical kernel and is not
 * chopped.
 */
final class RegularLikelihood implements LogLikelihood {
    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int A = 2;
    private static final int B = 3;

    private final PurchaseSummaries customers;
    private final int k;
    private final boolean leaving;
    private final int chancesBeforeRepeating;
    private final double[] distinctX;
    private final double[] eventsOfX;
    private final double[] customersOfX;

    private RegularLikelihood(PurchaseSummaries customers, int k, boolean leaving, int chancesBeforeRepeating) {
        this.customers = customers;
        this.k = k;
        this.leaving = leaving;
        this.chancesBeforeRepeating = chancesBeforeRepeating;
        DistinctRows frequencies = customers.frequencies();
        distinctX = frequencies.of(customers.x());
        customersOfX = frequencies.weight();
        eventsOfX = new double[distinctX.length];
        for (int i = 0; i < eventsOfX.length; i++) {
            eventsOfX[i] = k * distinctX[i];
        }
    }

    /** @param chancesBeforeRepeating 0 for BG/CNBD-k, 1 for MBG/CNBD-k */
    static RegularLikelihood of(PurchaseSummaries customers, int k, int chancesBeforeRepeating) {
        return new RegularLikelihood(customers, k, true, chancesBeforeRepeating);
    }

    static RegularLikelihood whereNobodyLeaves(PurchaseSummaries customers, int k) {
        return new RegularLikelihood(customers, k, false, 0);
    }

    @Override
    public Derivatives at(double[] parameters) {
        int size = leaving ? 4 : 2;
        Derivatives sum = Derivatives.sum(size, customers.rows(), (from, to) -> between(parameters, from, to));
        sum.addRises(parameters[R], eventsOfX, customersOfX);
        if (leaving) {
            addChancesToLeave(parameters[A], parameters[B], sum);
        }
        return sum;
    }

    private void addChancesToLeave(double a, double b, Derivatives sum) {
        for (int i = 0; i < distinctX.length; i++) {
            double y = distinctX[i] + chancesBeforeRepeating;
            double weight = customersOfX[i];
            double first = GammaFunction.digammaRise(a + b, y);
            double second = GammaFunction.trigammaRise(a + b, y);
            sum.value += weight * (GammaFunction.logRise(b, y) - GammaFunction.logRise(a + b, y));
            sum.gradient[A] -= weight * first;
            sum.gradient[B] += weight * (GammaFunction.digammaRise(b, y) - first);
            sum.hessian[A][A] -= weight * second;
            sum.hessian[A][B] -= weight * second;
            sum.hessian[B][B] += weight * (GammaFunction.trigammaRise(b, y) - second);
        }
    }

    private Derivatives between(double[] parameters, int from, int to) {
        double r = parameters[R];
        double alpha = parameters[ALPHA];
        double a = leaving ? parameters[A] : Double.NaN;
        double b = leaving ? parameters[B] : Double.NaN;
        Derivatives sum = new Derivatives(parameters.length);
        double[] g = sum.gradient;
        double[][] h = sum.hessian;
        for (int i = from; i < to; i++) {
            double x = customers.x(i);
            double T = customers.T(i);
            double weight = customers.weight(i);
            double events = k * x;
            double n = r + events;
            double end = alpha + T;
            double growth = Logarithm.ofOnePlus(T / alpha);
            double share = (T - customers.tx(i)) / end;
            double term = 1;
            double rise = 0;
            double fall = 0;
            double s = 0;
            double sR = 0;
            double sRR = 0;
            double sJ = 0;
            double sJR = 0;
            double sJJ = 0;
            for (int j = 0; j < k; j++) {
                s += term;
                sR += term * rise;
                sRR += term * (rise * rise - fall);
                sJ += term * j;
                sJR += term * j * rise;
                sJJ += term * j * (j + 1);
                double next = n + j;
                term *= share * next / (j + 1);
                rise += 1 / next;
                fall += 1 / (next * next);
            }
            double logR = sR / s;
            double logAlpha = -sJ / s / end;
            double logRR = sRR / s - logR * logR;
            double logRAlpha = -sJR / s / end - logR * logAlpha;
            double logAlphaAlpha = sJJ / s / (end * end) - logAlpha * logAlpha;
            double logS = Math.log(s);
            sum.value += weight * (logS - r * growth - events * Math.log(end));
            g[R] += weight * (logR - growth);
            g[ALPHA] += weight * ((r * T / alpha - events) / end + logAlpha);
            h[R][R] += weight * logRR;
            h[R][ALPHA] += weight * (T / (alpha * end) + logRAlpha);
            h[ALPHA][ALPHA] += weight * ((events - r * (T / alpha) * (1 + end / alpha)) / (end * end) + logAlphaAlpha);
            double stayed = x + chancesBeforeRepeating;
            if (!leaving || stayed == 0) {
                continue;
            }
            double last = alpha + customers.tx(i);
            double silence = (T - customers.tx(i)) / last;
            double before = b + (stayed - 1);
            double longer = Logarithm.ofOnePlus(silence);
            double z = Math.log(a / before) + n * longer - logS;
            double odds = Math.exp(-Math.abs(z));
            double left = z > 0 ? 1 / (1 + odds) : odds / (1 + odds);
            sum.value += weight * (Math.max(z, 0) + Math.log(1 + odds));
            double first = weight * left;
            double second = first * (z > 0 ? odds / (1 + odds) : 1 / (1 + odds));
            double slope = -silence / end;
            double byR = longer - logR;
            double byAlpha = n * slope - logAlpha;
            double byA = 1 / a;
            double byB = -1 / before;
            g[R] += first * byR;
            g[ALPHA] += first * byAlpha;
            g[A] += first * byA;
            g[B] += first * byB;
            h[R][R] += second * byR * byR - first * logRR;
            h[R][ALPHA] += second * byR * byAlpha + first * (slope - logRAlpha);
            h[R][A] += second * byR * byA;
            h[R][B] += second * byR * byB;
            h[ALPHA][ALPHA] += second * byAlpha * byAlpha - first * (n * slope * (1 / end + 1 / last) + logAlphaAlpha);
            h[ALPHA][A] += second * byAlpha * byA;
            h[ALPHA][B] += second * byAlpha * byB;
            h[A][A] += (second - first) * byA * byA;
            h[A][B] += second * byA * byB;
            h[B][B] += (second + first) * byB * byB;
        }
        return sum;
    }
}
