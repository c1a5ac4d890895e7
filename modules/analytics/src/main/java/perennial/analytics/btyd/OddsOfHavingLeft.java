package perennial.analytics.btyd;

import perennial.analytics.numeric.GaussLegendre;

/**
 * The odds in Pareto/NBD that a customer had left before T, and their derivatives by r, alpha, s and beta.
 *
 * <p>The odds are R = s times the integral over u in [t_x, T] of ((alpha + T)/(alpha + u))^n ((beta + T)/(beta + u))^s
 * du / (beta + u), n = r + x: the integral form of the likelihood of Fader and Hardie, note 009 (2005), whose published
 * hypergeometric form is its value but has a branch, a limit at alpha = beta and cancellation for large x. With m the
 * smaller of alpha and beta and m + u = (m + t_x) e^w the integrand is smooth in w whatever the parameters; it falls
 * steeply where n is large, so the range is cut off where nothing is left, and halved into pieces over which it falls by
 * a bounded factor. One object serves many customers in turn. This is a numerical kernel and is not chopped.
 */
final class OddsOfHavingLeft {
    /** Rules by the fall and the length of a piece that they integrate to the last digit. */
    private static final Rule[] RULES = {
        new Rule(new GaussLegendre(6), 1, 0.5),
        new Rule(new GaussLegendre(8), 2.8, 1),
        new Rule(new GaussLegendre(10), 5, 1.6),
        new Rule(new GaussLegendre(14), 11, 2),
        new Rule(new GaussLegendre(20), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
    };

    private static final double NOTHING_LEFT = 45;
    private static final double FALL_PER_PIECE = 20;
    private static final double LENGTH_PER_PIECE = 2;

    private record Rule(GaussLegendre points, double fall, double length) {
        static GaussLegendre of(double fall, double length) {
            int i = 0;
            while (fall > RULES[i].fall || length > RULES[i].length) {
                i++;
            }
            return RULES[i].points;
        }
    }

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;
    private final double smaller;
    private final double excess;
    private final boolean alphaIsSmaller;

    private double n;
    private double first;
    private double other;
    private double logRange;
    private double logOtherRange;

    /** ln R; minus infinity where T = t_x. */
    double log;

    /** The same of ((alpha + t_x)/(alpha + u))^n ((beta + t_x)/(beta + u))^s: against having lived to t_x, not to T. */
    double logSinceLast;

    /** The derivatives of ln R. */
    final double[] gradient = new double[4];

    final double[][] hessian = new double[4][4];

    OddsOfHavingLeft(double r, double alpha, double s, double beta) {
        this.r = r;
        this.alpha = alpha;
        this.s = s;
        this.beta = beta;
        this.smaller = Math.min(alpha, beta);
        this.excess = Math.max(alpha, beta) - smaller;
        this.alphaIsSmaller = alpha <= beta;
    }

    void evaluate(double x, double tx, double T, boolean derivatives) {
        if (T == tx) {
            log = Double.NEGATIVE_INFINITY;
            logSinceLast = log;
            return;
        }
        n = r + x;
        first = smaller + tx;
        other = first + excess;
        logRange = Math.log1p((T - tx) / first);
        logOtherRange = Math.log1p((T - tx) / other);
        double end = whereNothingIsLeft();
        double fall = fall(end);
        int pieces = (int) Math.max(1, Math.ceil(Math.max(fall / FALL_PER_PIECE, end / LENGTH_PER_PIECE)));
        // Of several pieces the first falls more than its share.
        GaussLegendre rule = Rule.of(pieces > 1 ? Double.MAX_VALUE : fall, end);
        if (derivatives) {
            integrateWithDerivatives(rule, T, end, pieces);
        } else {
            integrate(rule, end, pieces);
        }
    }

    private double whereNothingIsLeft() {
        double share = first / other;
        double slope = alphaIsSmaller ? n + s * share - (1 - share) : s + n * share;
        double end = slope * logRange > NOTHING_LEFT ? NOTHING_LEFT / slope : logRange;
        if (fall(end) <= 1.3 * NOTHING_LEFT) {
            return end;
        }
        double low = 0;
        for (int i = 0; i < 30; i++) {
            double middle = (low + end) / 2;
            double fall = fall(middle);
            if (fall > 1.3 * NOTHING_LEFT) {
                end = middle;
            } else if (fall < NOTHING_LEFT) {
                low = middle;
            } else {
                return middle;
            }
        }
        return end;
    }

    /** By how much the logarithm of the integrand by w has fallen. */
    private double fall(double w) {
        double growth = Math.log((first * Math.exp(w) + excess) / other);
        return alphaIsSmaller ? n * w + s * growth - (w - growth) : s * w + n * growth;
    }

    private void integrate(GaussLegendre rule, double end, int pieces) {
        double half = end / pieces / 2;
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            for (int k = 0; k < rule.points(); k++) {
                double w = half * (2 * piece + 1 + rule.node(k));
                sum += rule.weight(k) * Math.exp(-fall(w));
            }
        }
        settle(s * half * (alphaIsSmaller ? sum * (first / other) : sum));
    }

    private void settle(double integral) {
        logSinceLast = Math.log(integral);
        log = logSinceLast + (alphaIsSmaller ? n * logRange + s * logOtherRange : s * logRange + n * logOtherRange);
    }

    /** The gradient is the mean, under the integrand, of its own log's gradient; the Hessian adds their covariance. */
    private void integrateWithDerivatives(GaussLegendre rule, double T, double end, int pieces) {
        double half = end / pieces / 2;
        double atAlpha = 1 / (alpha + T);
        double atBeta = 1 / (beta + T);
        double inverseOther = 1 / other;
        double mass = 0;
        double m0 = 0;
        double m1 = 0;
        double m2 = 0;
        double m3 = 0;
        double m00 = 0;
        double m01 = 0;
        double m02 = 0;
        double m03 = 0;
        double m11 = 0;
        double m12 = 0;
        double m13 = 0;
        double m22 = 0;
        double m23 = 0;
        double m33 = 0;
        for (int piece = 0; piece < pieces; piece++) {
            for (int k = 0; k < rule.points(); k++) {
                double w = half * (2 * piece + 1 + rule.node(k));
                double near = first * Math.exp(w);
                double far = near + excess;
                double growth = Math.log(far * inverseOther);
                double inverseNear = 1 / near;
                double inverseFar = 1 / far;
                double nearRatio = logRange - w;
                double otherRatio = logOtherRange - growth;
                double a = alphaIsSmaller ? nearRatio : otherRatio;
                double b = alphaIsSmaller ? otherRatio : nearRatio;
                double p = atAlpha - (alphaIsSmaller ? inverseNear : inverseFar);
                double q = atBeta - (alphaIsSmaller ? inverseFar : inverseNear);
                double height = alphaIsSmaller ? n * w + s * growth : s * w + n * growth;
                double density = rule.weight(k) * Math.exp(-height) * (alphaIsSmaller ? near * inverseFar : 1);
                mass += density;
                double da = density * a;
                double dp = density * p;
                double db = density * b;
                m0 += da;
                m1 += dp;
                m2 += db;
                m3 += density * q;
                m00 += da * a;
                m01 += da * p;
                m02 += da * b;
                m03 += da * q;
                m11 += dp * p;
                m12 += dp * b;
                m13 += dp * q;
                m22 += db * b;
                m23 += db * q;
                m33 += density * q * q;
            }
        }
        settle(s * half * mass);
        double inverse = 1 / mass;
        m0 *= inverse;
        m1 *= inverse;
        m2 *= inverse;
        m3 *= inverse;
        double more = s + 1;
        gradient[0] = m0;
        gradient[1] = n * m1;
        gradient[2] = 1 / s + m2;
        gradient[3] = more * m3 - atBeta;
        hessian[0][0] = m00 * inverse - m0 * m0;
        hessian[0][1] = n * (m01 * inverse - m0 * m1) + m1;
        hessian[0][2] = m02 * inverse - m0 * m2;
        hessian[0][3] = more * (m03 * inverse - m0 * m3);
        // 1/(alpha+u)^2 - 1/(alpha+T)^2 is p (p - 2/(alpha+T)), and so for beta.
        hessian[1][1] = n * n * (m11 * inverse - m1 * m1) + n * (m11 * inverse - 2 * atAlpha * m1);
        hessian[1][2] = n * (m12 * inverse - m1 * m2);
        hessian[1][3] = n * more * (m13 * inverse - m1 * m3);
        hessian[2][2] = m22 * inverse - m2 * m2 - 1 / (s * s);
        hessian[2][3] = more * (m23 * inverse - m2 * m3) + m3;
        hessian[3][3] =
                more * more * (m33 * inverse - m3 * m3) + more * (m33 * inverse - 2 * atBeta * m3) + atBeta * atBeta;
    }
}
