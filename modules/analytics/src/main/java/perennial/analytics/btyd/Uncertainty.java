package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import perennial.analytics.numeric.SymmetricEigen;

/**
 * The covariance matrix of the logarithms of a model's parameters: the inverse of minus the Hessian at the maximum. From
 * it follows how well anything that is computed from the parameters is known (the delta method; Casella and Berger 2002,
 * Statistical Inference, 5.5.4).
 */
public final class Uncertainty {
    static final double STEP = 1e-4;

    private final double[][] covariance;

    private Uncertainty(double[][] covariance) {
        this.covariance = covariance;
    }

    static Uncertainty of(double[][] hessianInLogs) {
        SymmetricEigen eigen = SymmetricEigen.of(hessianInLogs);
        int n = hessianInLogs.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    covariance[i][j] -= eigen.vectors()[i][k] * eigen.vectors()[j][k] / eigen.values()[k];
                }
            }
        }
        return new Uncertainty(covariance);
    }

    /** That of other units: each logarithm times a factor. */
    Uncertainty scaled(double[] factors) {
        double[][] scaled = new double[factors.length][factors.length];
        for (int i = 0; i < factors.length; i++) {
            for (int j = 0; j < factors.length; j++) {
                scaled[i][j] = factors[i] * covariance[i][j] * factors[j];
            }
        }
        return new Uncertainty(scaled);
    }

    double standardErrorOfLog(int parameter) {
        return Math.sqrt(covariance[parameter][parameter]);
    }

    /** The covariance of the logarithms of two parameters. */
    public double covariance(int left, int right) {
        return covariance[left][right];
    }

    /** The standard error of a smooth function of the parameters, by central differences in their logarithms. */
    public double standardError(double[] parameters, ToDoubleFunction<double[]> function) {
        double[] slopes = new double[parameters.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (function.applyAsDouble(moved(parameters, i, STEP))
                            - function.applyAsDouble(moved(parameters, i, -STEP)))
                    / (2 * STEP);
        }
        return standardError(slopes);
    }

    /** The standard error that follows from the slopes by the logarithms of the parameters. */
    double standardError(double[] slopes) {
        double variance = 0;
        for (int i = 0; i < slopes.length; i++) {
            for (int j = 0; j < slopes.length; j++) {
                variance += slopes[i] * covariance[i][j] * slopes[j];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    static double[] moved(double[] parameters, int index, double step) {
        double[] moved = Arrays.copyOf(parameters, parameters.length);
        moved[index] *= Math.exp(step);
        return moved;
    }
}
