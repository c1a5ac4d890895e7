package perennial.analytics.btyd;

import perennial.analytics.numeric.Logarithm;

/**
 * The log-likelihood of NBD over (r, alpha), the model in which nobody ever leaves (Ehrenberg 1959, in the form that
 * keeps the times of the purchases): what every purchase model here becomes at one edge. It depends on x and T alone.
 */
final class NbdLikelihood implements LogLikelihood {
    private final PurchaseSummaries customers;
    private final double[] distinctX;
    private final double[] customersOfX;

    NbdLikelihood(PurchaseSummaries customers) {
        this.customers = customers;
        DistinctRows frequencies = customers.frequencies();
        distinctX = frequencies.of(customers.x());
        customersOfX = frequencies.weight();
    }

    @Override
    public Derivatives at(double[] parameters) {
        double r = parameters[0];
        double alpha = parameters[1];
        Derivatives sum = Derivatives.sum(2, customers.rows(), (from, to) -> between(r, alpha, from, to));
        sum.addRises(r, distinctX, customersOfX);
        return sum;
    }

    private Derivatives between(double r, double alpha, int from, int to) {
        Derivatives sum = new Derivatives(2);
        for (int i = from; i < to; i++) {
            double x = customers.x(i);
            double T = customers.T(i);
            double weight = customers.weight(i);
            double end = alpha + T;
            double growth = Logarithm.ofOnePlus(T / alpha);
            sum.value -= weight * (r * growth + x * Math.log(end));
            sum.gradient[0] -= weight * growth;
            sum.gradient[1] += weight * (r * T / alpha - x) / end;
            sum.hessian[0][1] += weight * T / (alpha * end);
            sum.hessian[1][1] += weight * (x - r * (T / alpha) * (1 + end / alpha)) / (end * end);
        }
        return sum;
    }
}
