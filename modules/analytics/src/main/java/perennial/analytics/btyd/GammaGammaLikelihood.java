package perennial.analytics.btyd;

import perennial.analytics.numeric.BetaFunction;
import perennial.analytics.numeric.GammaFunction;

/**
 * The log-likelihood of Gamma-Gamma over (p, q, gamma), equation (1a) of note 025 arranged so that large parameters
 * don't cancel: -ln B(px, q) - q ln(1 + mx/gamma) - px ln(1 + gamma/(mx)) - ln m. This is a numerical kernel and is not
 * chopped.
 */
record GammaGammaLikelihood(SpendSummaries customers) implements LogLikelihood {

    @Override
    public Derivatives at(double[] parameters) {
        double p = parameters[0];
        double q = parameters[1];
        double gamma = parameters[2];
        Derivatives sum = new Derivatives(3);
        sum.value = -customers.sumOfLogs();
        double[] g = sum.gradient;
        double[][] h = sum.hessian;
        double digammaQ = GammaFunction.digamma(q);
        double trigammaQ = GammaFunction.trigamma(q);
        double tabulated = Double.NaN;
        double logBeta = 0;
        double riseByQ = 0;
        double digamma = 0;
        double trigammaRise = 0;
        double trigamma = 0;
        for (int i = 0; i < customers.rows(); i++) {
            double x = customers.x(i);
            double shape = p * x;
            if (x != tabulated) {
                tabulated = x;
                logBeta = BetaFunction.log(shape, q);
                riseByQ = GammaFunction.digammaRise(shape, q);
                digamma = GammaFunction.digamma(shape + q) - digammaQ;
                trigammaRise = GammaFunction.trigammaRise(shape, q);
                trigamma = GammaFunction.trigamma(shape + q);
            }
            double weight = customers.weight(i);
            double ratio = customers.m(i) * x / gamma;
            double total = gamma * (1 + ratio);
            double logUp = Math.log1p(ratio);
            double logDown = Math.log1p(1 / ratio);
            sum.value -= weight * (logBeta + q * logUp + shape * logDown);
            g[0] += weight * x * (riseByQ - logDown);
            g[1] += weight * (digamma - logUp);
            g[2] += weight * (q * ratio - shape) / total;
            h[0][0] += weight * x * x * trigammaRise;
            h[0][1] += weight * x * trigamma;
            h[0][2] -= weight * x / total;
            h[1][1] += weight * (trigamma - trigammaQ);
            h[1][2] += weight * ratio / total;
            h[2][2] += weight * (shape - q * ratio * (2 + ratio)) / (total * total);
        }
        return sum;
    }
}
