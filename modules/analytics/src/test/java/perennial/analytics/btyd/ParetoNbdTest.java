package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParetoNbdTest {
    private static final ParetoNbd CDNOW = new ParetoNbd(0.553, 10.578, 0.606, 11.669);

    static Stream<Golden.Case> likelihoods() {
        return Golden.cases("Pareto/NBD", "log_likelihood").stream();
    }

    static Stream<Golden.Case> probabilities_alive() {
        return Golden.cases("Pareto/NBD", "p_alive").stream();
    }

    static Stream<Golden.Case> expectations() {
        return Golden.cases("Pareto/NBD", "expected_transactions").stream();
    }

    static Stream<Golden.Case> residuals() {
        return Golden.cases("Pareto/NBD", "dert").stream();
    }

    static Stream<Golden.Slope> slopes() {
        return Golden.slopes("Pareto/NBD").stream();
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    void the_log_likelihood_is_the_published_one(Golden.Case golden) {
        Precise.assertAgrees(model(golden).logLikelihood(golden.in("x"), golden.in("t_x"), golden.in("T")), golden);
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    void the_likelihood_that_is_fitted_is_that_of_the_model(Golden.Case golden) {
        PurchaseSummaries one = one(golden.in("x"), golden.in("t_x"), golden.in("T"));
        Precise.assertAgrees(new ParetoNbdLikelihood(one).at(model(golden).parameters()).value, golden);
    }

    @ParameterizedTest
    @MethodSource("probabilities_alive")
    void the_probability_of_being_alive_is_the_published_one(Golden.Case golden) {
        Precise.assertAgrees(model(golden).pAlive(golden.in("x"), golden.in("t_x"), golden.in("T")), golden);
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void the_expected_purchases_are_the_published_ones(Golden.Case golden) {
        Precise.assertAgrees(
                model(golden).expectedPurchases(golden.in("x"), golden.in("t_x"), golden.in("T"), golden.in("t")),
                golden);
    }

    @ParameterizedTest
    @MethodSource("residuals")
    void the_discounted_purchases_without_end_are_the_published_ones(Golden.Case golden) {
        Precise.assertAgrees(
                model(golden)
                        .discountedPurchases(
                                golden.in("x"),
                                golden.in("t_x"),
                                golden.in("T"),
                                Double.POSITIVE_INFINITY,
                                Discount.continuous(golden.in("d"))),
                golden);
    }

    @ParameterizedTest
    @MethodSource("slopes")
    void the_gradient_is_exact(Golden.Slope golden) {
        double[] parameters =
                golden.parameters().stream().mapToDouble(Double::doubleValue).toArray();
        LogLikelihood likelihood = new ParetoNbdLikelihood(one(golden.x(), golden.tx(), golden.T()));
        Derivatives logs = likelihood.at(parameters).byLogarithms(parameters);
        for (int i = 0; i < parameters.length; i++) {
            double expected = golden.gradient().get(i);
            assertThat(logs.gradient[i]).isCloseTo(expected, within(1e-13 + 1e-9 * Math.abs(expected)));
        }
        Precise.assertHessian(likelihood, parameters);
    }

    @Test
    void the_expected_purchases_are_the_sum_of_the_probabilities_of_at_least_n() {
        double sum = 0;
        for (int n = 1; n < 400; n++) {
            sum += CDNOW.probabilityOfAtLeast(n, 5, 30, 38, 39);
        }
        assertThat(sum).isCloseTo(CDNOW.expectedPurchases(5, 30, 38, 39), within(1e-10));
    }

    @Test
    void with_a_lifetime_that_hardly_ends_the_counts_are_negative_binomial() {
        ParetoNbd forever = new ParetoNbd(0.553, 10.578, 1e-12, 11.669);
        BgNbd same = new BgNbd(0.553, 10.578, 1e-12, 1);
        for (int n : new int[] {1, 3, 20}) {
            assertThat(forever.probabilityOfAtLeast(n, 5, 30, 38, 39))
                    .isCloseTo(same.probabilityOfAtLeast(n, 5, 30, 38, 39), within(1e-10));
        }
        assertThat(forever.logLikelihood(5, 30, 38)).isCloseTo(same.logLikelihood(5, 30, 38), within(1e-9));
    }

    @Test
    void purchases_without_end_are_refused_where_they_are_infinite_and_finite_where_they_are_not() {
        assertThatThrownBy(() -> CDNOW.discountedPurchases(2, 30, 38, Double.POSITIVE_INFINITY, Discount.none()))
                .hasMessageContaining("s = 0.606 is not above 1")
                .hasMessageContaining("finite horizon or a discount");
        ParetoNbd mortal = new ParetoNbd(0.553, 10.578, 2.5, 11.669);
        assertThat(mortal.discountedPurchases(2, 30, 38, Double.POSITIVE_INFINITY, Discount.none()))
                .isCloseTo(mortal.expectedPurchases(2, 30, 38, 1e12), within(1e-9));
    }

    @Test
    void forecasts_do_not_depend_on_the_unit_of_time() {
        double week = 604_800;
        ParetoNbd inSeconds = new ParetoNbd(0.553, 10.578 * week, 0.606, 11.669 * week);
        assertThat(inSeconds.pAlive(3, 20 * week, 39 * week)).isCloseTo(CDNOW.pAlive(3, 20, 39), within(1e-12));
        assertThat(inSeconds.expectedPurchases(3, 20 * week, 39 * week, 52 * week))
                .isCloseTo(CDNOW.expectedPurchases(3, 20, 39, 52), within(1e-11));
        assertThat(inSeconds.probabilityOfAtLeast(2, 3, 20 * week, 39 * week, 52 * week))
                .isCloseTo(CDNOW.probabilityOfAtLeast(2, 3, 20, 39, 52), within(1e-12));
    }

    private static PurchaseSummaries one(double x, double tx, double T) {
        return PurchaseSummaries.of(new double[] {x}, new double[] {tx}, new double[] {T});
    }

    private static ParetoNbd model(Golden.Case golden) {
        return new ParetoNbd(golden.in("r"), golden.in("alpha"), golden.in("s"), golden.in("beta"));
    }
}
