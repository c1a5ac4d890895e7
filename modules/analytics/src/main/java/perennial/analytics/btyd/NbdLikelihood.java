package perennial.analytics.btyd;

import perennial.analytics.numeric.GammaFunction;

/**
 * The log-likelihood of NBD over (r, alpha), the model in which nobody ever leaves (Ehrenberg 1959, in the form that
 * keeps the times of the purchases): what every purchase model here becomes at one edge. It depends on x and T alone.
 */
record NbdLikelihood(PurchaseSummaries customers) implements LogLikelihood {

    @Override
    public Derivatives at(double[] parameters) {
        double r = parameters[0];
        double alpha = parameters[1];
        Derivatives sum = new Derivatives(2);
        for (int i = 0; i < customers.rows(); i++) {
            double x = customers.x(i);
            double T = customers.T(i);
            double weight = customers.weight(i);
            double end = alpha + T;
            double growth = Math.log1p(T / alpha);
            sum.value += weight * (GammaFunction.logRise(r, x) - r * growth - x * Math.log(end));
            sum.gradient[0] += weight * (GammaFunction.digammaRise(r, x) - growth);
            sum.gradient[1] += weight * (r * T / alpha - x) / end;
            sum.hessian[0][0] += weight * GammaFunction.trigammaRise(r, x);
            sum.hessian[0][1] += weight * T / (alpha * end);
            sum.hessian[1][1] += weight * (x - r * (T / alpha) * (1 + end / alpha)) / (end * end);
        }
        return sum;
    }
}
