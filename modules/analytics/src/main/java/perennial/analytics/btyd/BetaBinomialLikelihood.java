package perennial.analytics.btyd;

import perennial.analytics.numeric.GammaFunction;

/** The log-likelihood of the beta-binomial over (alpha, beta): BG/BB where nobody leaves. */
record BetaBinomialLikelihood(PurchaseSummaries customers) implements LogLikelihood {

    @Override
    public Derivatives at(double[] parameters) {
        double alpha = parameters[0];
        double beta = parameters[1];
        double both = alpha + beta;
        Derivatives sum = new Derivatives(2);
        for (int i = 0; i < customers.rows(); i++) {
            double x = customers.x(i);
            double n = customers.T(i);
            double weight = customers.weight(i);
            double first = GammaFunction.digammaRise(both, n);
            double second = GammaFunction.trigammaRise(both, n);
            sum.value += weight
                    * (GammaFunction.logRise(alpha, x)
                            + GammaFunction.logRise(beta, n - x)
                            - GammaFunction.logRise(both, n));
            sum.gradient[0] += weight * (GammaFunction.digammaRise(alpha, x) - first);
            sum.gradient[1] += weight * (GammaFunction.digammaRise(beta, n - x) - first);
            sum.hessian[0][0] += weight * (GammaFunction.trigammaRise(alpha, x) - second);
            sum.hessian[0][1] -= weight * second;
            sum.hessian[1][1] += weight * (GammaFunction.trigammaRise(beta, n - x) - second);
        }
        return sum;
    }
}
