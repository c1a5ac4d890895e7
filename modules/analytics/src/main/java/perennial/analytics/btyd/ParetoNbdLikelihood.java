package perennial.analytics.btyd;

import perennial.analytics.numeric.Logarithm;

/**
 * The log-likelihood of Pareto/NBD over (r, alpha, s, beta) with analytic first and second derivatives: that of NBD,
 * plus {@code -s ln(1 + T/beta)}, plus {@code ln(1 + R)}, R the odds of having left. This is a numerical kernel and is
 * not chopped.
 */
final class ParetoNbdLikelihood implements LogLikelihood {
    private final PurchaseSummaries customers;
    private final double[] distinctX;
    private final double[] customersOfX;

    ParetoNbdLikelihood(PurchaseSummaries customers) {
        this.customers = customers;
        DistinctRows frequencies = customers.frequencies();
        distinctX = frequencies.of(customers.x());
        customersOfX = frequencies.weight();
    }

    @Override
    public Derivatives at(double[] parameters) {
        Derivatives sum = Derivatives.sum(4, customers.rows(), (from, to) -> between(parameters, from, to));
        sum.addRises(parameters[0], distinctX, customersOfX);
        return sum;
    }

    private Derivatives between(double[] parameters, int from, int to) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        OddsOfHavingLeft odds = new OddsOfHavingLeft(r, alpha, s, beta);
        Derivatives sum = new Derivatives(4);
        double[] g = sum.gradient;
        double[][] h = sum.hessian;
        for (int i = from; i < to; i++) {
            double x = customers.x(i);
            double T = customers.T(i);
            double weight = customers.weight(i);
            double end = alpha + T;
            double growth = Logarithm.ofOnePlus(T / alpha);
            double lifeEnd = beta + T;
            double lifeGrowth = Logarithm.ofOnePlus(T / beta);
            g[0] -= weight * growth;
            g[1] += weight * (r * T / alpha - x) / end;
            g[2] -= weight * lifeGrowth;
            g[3] += weight * s * T / (beta * lifeEnd);
            h[0][1] += weight * T / (alpha * end);
            h[1][1] += weight * (x - r * (T / alpha) * (1 + end / alpha)) / (end * end);
            h[2][3] += weight * T / (beta * lifeEnd);
            h[3][3] -= weight * s * (T / beta) * (1 + lifeEnd / beta) / (lifeEnd * lifeEnd);
            odds.evaluate(x, customers.tx(i), T, true);
            if (odds.log > 0) {
                double tx = customers.tx(i);
                // About the likelier of "alive" and "has left", so that nothing large cancels.
                sum.value += weight
                        * (odds.logSinceLast
                                - r * Logarithm.ofOnePlus(tx / alpha)
                                - x * Math.log(alpha + tx)
                                - s * Logarithm.ofOnePlus(tx / beta));
            } else {
                sum.value -= weight * (r * growth + x * Math.log(end) + s * lifeGrowth);
            }
            if (odds.log == Double.NEGATIVE_INFINITY) {
                continue;
            }
            double e = Math.exp(-Math.abs(odds.log));
            double left = odds.log > 0 ? 1 / (1 + e) : e / (1 + e);
            double stayed = odds.log > 0 ? e / (1 + e) : 1 / (1 + e);
            sum.value += weight * Math.log(1 + e);
            double first = weight * left;
            for (int j = 0; j < 4; j++) {
                g[j] += first * odds.gradient[j];
                for (int k = j; k < 4; k++) {
                    h[j][k] += first * (odds.hessian[j][k] + stayed * odds.gradient[j] * odds.gradient[k]);
                }
            }
        }
        return sum;
    }
}
