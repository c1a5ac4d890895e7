package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;

/** How closely numbers have to agree. */
final class Precise {
    private Precise() {}

    /** To 1e-10 of the value or 1e-12, whichever is more. */
    static void assertAgrees(double value, Golden.Case golden) {
        double expected = Objects.requireNonNull(golden.value());
        assertThat(value).isCloseTo(expected, within(Math.max(1e-12, 1e-10 * Math.abs(expected))));
    }

    /** The Hessian of a likelihood against differences of its gradient. */
    static void assertHessian(LogLikelihood likelihood, double[] parameters) {
        double[][] hessian = likelihood.at(parameters).byLogarithms(parameters).hessian;
        double step = 1e-5;
        for (int i = 0; i < parameters.length; i++) {
            double[] up = Uncertainty.moved(parameters, i, step);
            double[] down = Uncertainty.moved(parameters, i, -step);
            double[] above = likelihood.at(up).byLogarithms(up).gradient;
            double[] below = likelihood.at(down).byLogarithms(down).gradient;
            for (int j = 0; j < parameters.length; j++) {
                double difference = (above[j] - below[j]) / (2 * step);
                assertThat(hessian[i][j]).isCloseTo(difference, within(1e-6 + 1e-6 * Math.abs(difference)));
            }
        }
    }
}
