package perennial.analytics.btyd;

import java.util.Arrays;

/** A value with its gradient and Hessian, to be added up over customers. Of the Hessian only i &lt;= j is kept. */
final class Derivatives {
    double value;
    final double[] gradient;
    final double[][] hessian;

    Derivatives(int parameters) {
        gradient = new double[parameters];
        hessian = new double[parameters][parameters];
    }

    void add(Derivatives other) {
        value += other.value;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += other.gradient[i];
            for (int j = i; j < gradient.length; j++) {
                hessian[i][j] += other.hessian[i][j];
            }
        }
    }

    boolean isFinite() {
        return Double.isFinite(value)
                && Arrays.stream(gradient).allMatch(Double::isFinite)
                && Arrays.stream(hessian).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    /** The derivatives by the logarithms of the parameters, with both halves of the Hessian. */
    Derivatives byLogarithms(double[] parameters) {
        int n = gradient.length;
        Derivatives logs = new Derivatives(n);
        logs.value = value;
        for (int i = 0; i < n; i++) {
            logs.gradient[i] = parameters[i] * gradient[i];
            for (int j = i; j < n; j++) {
                double second = parameters[i] * parameters[j] * hessian[i][j] + (i == j ? logs.gradient[i] : 0);
                logs.hessian[i][j] = second;
                logs.hessian[j][i] = second;
            }
        }
        return logs;
    }
}
