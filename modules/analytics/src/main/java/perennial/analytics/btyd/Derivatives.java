package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.stream.IntStream;
import perennial.analytics.numeric.GammaFunction;

/** A value with its gradient and Hessian, to be added up over customers. Of the Hessian only i &lt;= j is kept. */
final class Derivatives {
    private static final int CHUNK = 4_096;

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

    /** What a part of many rows comes to. */
    interface OfRows {
        Derivatives between(int from, int to);
    }

    /** The sum over all rows, on all processors; in an order that does not depend on their number. */
    static Derivatives sum(int parameters, int rows, OfRows part) {
        Derivatives sum = new Derivatives(parameters);
        IntStream.range(0, (rows + CHUNK - 1) / CHUNK)
                .parallel()
                .mapToObj(chunk -> part.between(chunk * CHUNK, Math.min(rows, (chunk + 1) * CHUNK)))
                .toList()
                .forEach(sum::add);
        return sum;
    }

    /**
     * Adds what depends on the frequency alone of the models whose rates are Gamma(r, alpha): the logarithm of the rising
     * factorial of r, whose derivatives are costly, once per distinct frequency.
     */
    void addRises(double r, double[] frequencies, double[] customers) {
        for (int i = 0; i < frequencies.length; i++) {
            value += customers[i] * GammaFunction.logRise(r, frequencies[i]);
            gradient[0] += customers[i] * GammaFunction.digammaRise(r, frequencies[i]);
            hessian[0][0] += customers[i] * GammaFunction.trigammaRise(r, frequencies[i]);
        }
    }

    /** With the other half of the Hessian. */
    Derivatives symmetric() {
        for (int i = 0; i < gradient.length; i++) {
            for (int j = i; j < gradient.length; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return this;
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
            }
        }
        return logs.symmetric();
    }
}
