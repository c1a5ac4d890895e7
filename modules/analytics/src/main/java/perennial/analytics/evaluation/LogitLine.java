package perennial.analytics.evaluation;

import java.util.Optional;

/**
 * A logistic regression on one variable: log-odds = intercept + slope x. With the log-odds that a model predicted as x
 * it is the calibration line (Cox, Biometrika 45, 1958, 562-565; 0 and 1 are perfect) and, with Platt's targets, his
 * calibration.
 */
public record LogitLine(double intercept, double slope) {
    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-10;

    /**
     * The line of maximum likelihood, by Newton's method.
     *
     * @param targets outcomes from 0 to 1, one for each x
     * @return empty where no finite line is best: x is constant, or separates the outcomes
     */
    public static Optional<LogitLine> fit(double[] x, double[] targets) {
        double intercept = 0;
        double slope = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Derivatives d = Derivatives.at(intercept, slope, x, targets);
            double determinant = d.h00 * d.h11 - d.h01 * d.h01;
            if (!(determinant > 1e-12 * d.h00 * d.h11)) {
                return Optional.empty();
            }
            double changeIntercept = (d.h11 * d.g0 - d.h01 * d.g1) / determinant;
            double changeSlope = (d.h00 * d.g1 - d.h01 * d.g0) / determinant;
            double part = 1;
            while (part > 1e-6
                    && !(loss(intercept + part * changeIntercept, slope + part * changeSlope, x, targets)
                            <= d.loss + 1e-12 * Math.abs(d.loss))) {
                part /= 2;
            }
            intercept += part * changeIntercept;
            slope += part * changeSlope;
            if (Math.abs(part * changeIntercept) <= TOLERANCE * (1 + Math.abs(intercept))
                    && Math.abs(part * changeSlope) <= TOLERANCE * (1 + Math.abs(slope))) {
                return Optional.of(new LogitLine(intercept, slope));
            }
        }
        return Optional.empty();
    }

    public double at(double x) {
        return intercept + slope * x;
    }

    private static double loss(double intercept, double slope, double[] x, double[] targets) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double eta = intercept + slope * x[i];
            loss += Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))) - targets[i] * eta;
        }
        return loss;
    }

    /** Minus log-likelihood, its downhill gradient and its Hessian. */
    private record Derivatives(double loss, double g0, double g1, double h00, double h01, double h11) {
        static Derivatives at(double intercept, double slope, double[] x, double[] targets) {
            double g0 = 0;
            double g1 = 0;
            double h00 = 0;
            double h01 = 0;
            double h11 = 0;
            for (int i = 0; i < x.length; i++) {
                double p = 1 / (1 + Math.exp(-intercept - slope * x[i]));
                double weight = p * (1 - p);
                g0 += targets[i] - p;
                g1 += (targets[i] - p) * x[i];
                h00 += weight;
                h01 += weight * x[i];
                h11 += weight * x[i] * x[i];
            }
            return new Derivatives(LogitLine.loss(intercept, slope, x, targets), g0, g1, h00, h01, h11);
        }
    }
}
