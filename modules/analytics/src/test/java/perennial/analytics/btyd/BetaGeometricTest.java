package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import perennial.kernel.InvalidInputException;

class BetaGeometricTest {
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

    static Stream<Golden.Case> likelihoods() {
        return cases("log_likelihood");
    }

    static Stream<Golden.Case> probabilities_alive() {
        return cases("p_alive");
    }

    static Stream<Golden.Case> expectations() {
        return cases("expected_transactions");
    }

    static Stream<Golden.Slope> slopes() {
        return Stream.of("BG/NBD", "MBG/NBD").flatMap(model -> Golden.slopes(model).stream());
    }

    private static Stream<Golden.Case> cases(String quantity) {
        return Stream.of("BG/NBD", "MBG/NBD").flatMap(model -> Golden.cases(model, quantity).stream());
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    void the_log_likelihood_is_the_published_one(Golden.Case golden) {
        double value = model(golden).logLikelihood(golden.in("x"), golden.in("t_x"), golden.in("T"));
        Precise.assertAgrees(value, golden);
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    void the_likelihood_that_is_fitted_is_that_of_the_model(Golden.Case golden) {
        PurchaseSummaries one = one(golden.in("x"), golden.in("t_x"), golden.in("T"));
        Derivatives at = likelihood(golden.model(), one).at(model(golden).parameters());
        Precise.assertAgrees(at.value, golden);
    }

    @ParameterizedTest
    @MethodSource("probabilities_alive")
    void the_probability_of_being_alive_is_the_published_one(Golden.Case golden) {
        double value = model(golden).pAlive(golden.in("x"), golden.in("t_x"), golden.in("T"));
        Precise.assertAgrees(value, golden);
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void the_expected_purchases_are_the_published_ones(Golden.Case golden) {
        double value =
                model(golden).expectedPurchases(golden.in("x"), golden.in("t_x"), golden.in("T"), golden.in("t"));
        Precise.assertAgrees(value, golden);
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void sum_and_integral_agree_on_the_expected_purchases(Golden.Case golden) {
        BetaGeometricModel model = model(golden);
        FutureWhileAlive future = model.inPhase(0, golden.in("x"), golden.in("T"));
        double bySum = future.expected(golden.in("t"));
        assertThat(future.byIntegral(golden.in("t"))).isCloseTo(bySum, within(1e-10 * bySum));
    }

    @ParameterizedTest
    @MethodSource("slopes")
    void the_gradient_is_exact(Golden.Slope golden) {
        double[] parameters =
                golden.parameters().stream().mapToDouble(Double::doubleValue).toArray();
        PurchaseSummaries one = one(golden.x(), golden.tx(), golden.T());
        Derivatives logs = likelihood(golden.model(), one).at(parameters).byLogarithms(parameters);
        for (int i = 0; i < parameters.length; i++) {
            double expected = golden.gradient().get(i);
            assertThat(logs.gradient[i]).isCloseTo(expected, within(1e-12 + 1e-9 * Math.abs(expected)));
        }
    }

    @ParameterizedTest
    @MethodSource("slopes")
    void the_hessian_is_the_derivative_of_the_gradient(Golden.Slope golden) {
        double[] parameters =
                golden.parameters().stream().mapToDouble(Double::doubleValue).toArray();
        LogLikelihood likelihood = likelihood(golden.model(), one(golden.x(), golden.tx(), golden.T()));
        Precise.assertHessian(likelihood, parameters);
    }

    @Test
    void the_probability_of_n_purchases_is_the_published_one() {
        List<Golden.Case> cases = Golden.cases("BG/NBD", "pmf");
        assertThat(cases).isNotEmpty();
        for (Golden.Case golden : cases) {
            Precise.assertAgrees(bg(golden).probabilityOf((int) golden.in("n"), golden.in("t")), golden);
        }
    }

    @Test
    void the_probabilities_of_all_counts_add_up_to_one_and_to_the_mean() {
        MbgNbd model = new MbgNbd(0.6, 3, 0.8, 2);
        double all = 0;
        double mean = 0;
        for (int n = 0; n < 4000; n++) {
            all += model.probabilityOf(n, 40);
            mean += n * model.probabilityOf(n, 40);
        }
        assertThat(all).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(model.expectedPurchases(0, 0, 0, 40), within(1e-10));
    }

    @Test
    void the_expected_purchases_are_the_sum_of_the_probabilities_of_at_least_n() {
        double sum = 0;
        for (int n = 1; n < 400; n++) {
            sum += CDNOW.probabilityOfAtLeast(n, 5, 30, 38, 39);
        }
        assertThat(CDNOW.expectedPurchases(5, 30, 38, 39)).isCloseTo(sum, within(1e-12));
    }

    @Test
    void a_one_time_buyer_is_alive_for_certain_in_one_model_and_not_in_the_other() {
        assertThat(CDNOW.pAlive(0, 0, 500)).isEqualTo(1);
        assertThat(new MbgNbd(0.243, 4.414, 0.793, 2.426).pAlive(0, 0, 500)).isLessThan(0.8);
    }

    @Test
    void forecasts_do_not_depend_on_the_unit_of_time() {
        BgNbd inSeconds = new BgNbd(0.243, 4.414 * 604_800, 0.793, 2.426);
        assertThat(inSeconds.pAlive(3, 20 * 604_800, 39 * 604_800)).isCloseTo(CDNOW.pAlive(3, 20, 39), within(1e-13));
        assertThat(inSeconds.expectedPurchases(3, 20 * 604_800, 39 * 604_800, 52 * 604_800))
                .isCloseTo(CDNOW.expectedPurchases(3, 20, 39, 52), within(1e-12));
    }

    @Test
    void the_outcome_interval_is_the_shortest_that_leaves_out_a_tenth_on_either_side() {
        OutcomeInterval interval = CDNOW.purchasesInterval(0.8, 20, 36, 38, 52);
        assertThat(CDNOW.probabilityOfAtLeast((int) interval.high() + 1, 20, 36, 38, 52))
                .isLessThanOrEqualTo(0.1);
        assertThat(CDNOW.probabilityOfAtLeast((int) interval.high(), 20, 36, 38, 52))
                .isGreaterThan(0.1);
        assertThat(CDNOW.probabilityOfAtLeast((int) interval.low() + 1, 20, 36, 38, 52))
                .isLessThanOrEqualTo(0.9);
        assertThat(interval.low() == 0 || CDNOW.probabilityOfAtLeast((int) interval.low(), 20, 36, 38, 52) > 0.9)
                .isTrue();
    }

    @Test
    void nothing_happens_in_no_time() {
        assertThat(CDNOW.expectedPurchases(5, 30, 38, 0)).isZero();
        assertThat(CDNOW.probabilityOfAtLeast(1, 5, 30, 38, 0)).isZero();
        assertThat(CDNOW.purchasesInterval(0.8, 5, 30, 38, 0)).isEqualTo(new OutcomeInterval(0, 0));
    }

    @Test
    void a_past_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> CDNOW.pAlive(2, 40, 38))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("t_x");
        assertThatThrownBy(() -> CDNOW.pAlive(-1, 0, 38)).hasMessageContaining("x");
        assertThatThrownBy(() -> CDNOW.pAlive(Double.NaN, 0, 38)).hasMessageContaining("x");
        assertThatThrownBy(() -> CDNOW.pAlive(0, 3, 38)).hasMessageContaining("t_x");
        assertThatThrownBy(() -> new BgNbd(Double.NaN, 1, 1, 1)).hasMessageContaining("r");
    }

    private static PurchaseSummaries one(double x, double tx, double T) {
        return PurchaseSummaries.of(new double[] {x}, new double[] {tx}, new double[] {T});
    }

    private static LogLikelihood likelihood(String model, PurchaseSummaries customers) {
        return new BetaGeometricLikelihood(customers, model.equals("BG/NBD") ? 0 : 1);
    }

    private static BetaGeometricModel model(Golden.Case golden) {
        return Objects.equals(golden.model(), "BG/NBD")
                ? bg(golden)
                : new MbgNbd(golden.in("r"), golden.in("alpha"), golden.in("a"), golden.in("b"));
    }

    private static BgNbd bg(Golden.Case golden) {
        return new BgNbd(golden.in("r"), golden.in("alpha"), golden.in("a"), golden.in("b"));
    }
}
