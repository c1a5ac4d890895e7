package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import perennial.analytics.numeric.Variates;

class GammaGammaTest {
    static Stream<Golden.Case> likelihoods() {
        return Golden.cases("Gamma-Gamma", "log_likelihood").stream();
    }

    static Stream<Golden.Case> means() {
        return Golden.cases("Gamma-Gamma", "conditional_mean_spend").stream();
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    void the_log_likelihood_is_the_published_one(Golden.Case golden) {
        Precise.assertAgrees(model(golden).logLikelihood(golden.in("x"), golden.in("m")), golden);
        SpendSummaries one = SpendSummaries.of(new double[] {golden.in("x")}, new double[] {golden.in("m")});
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(one);
        Precise.assertAgrees(likelihood.at(model(golden).parameters()).value, golden);
    }

    @ParameterizedTest
    @MethodSource("means")
    void the_expected_spend_is_the_published_one_or_absent_where_it_is_undefined(Golden.Case golden) {
        var mean = model(golden).expectedSpend(golden.in("x"), golden.in("m"));
        if (golden.value() == null) {
            assertThat(mean).isEmpty();
        } else {
            Precise.assertAgrees(mean.orElseThrow(), golden);
        }
    }

    @Test
    void the_derivatives_are_those_of_the_likelihood() {
        SpendSummaries some = SpendSummaries.of(new double[] {1, 4, 300}, new double[] {12, 30, 21});
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(some);
        double[] parameters = {6.25, 3.74, 15.44};
        Derivatives here = likelihood.at(parameters).byLogarithms(parameters);
        for (int i = 0; i < 3; i++) {
            double up = likelihood.at(Uncertainty.moved(parameters, i, 1e-5)).value;
            double down = likelihood.at(Uncertainty.moved(parameters, i, -1e-5)).value;
            assertThat(here.gradient[i]).isCloseTo((up - down) / 2e-5, within(1e-6));
        }
        Precise.assertHessian(likelihood, parameters);
    }

    @Test
    void a_fit_finds_the_parameters_that_made_the_spends() {
        Fit<GammaGamma> fit = GammaGamma.fit(spends(20_000, 1), Fit.Settings.standard())
                .found()
                .orElseThrow();
        assertThat(fit.convergence().status()).isEqualTo(Convergence.Status.CONVERGED);
        double[] truth = {6, 4, 15};
        for (int i = 0; i < 3; i++) {
            double error = fit.uncertainty().orElseThrow().standardErrorOfLog(i);
            assertThat(Math.log(fit.model().parameters()[i])).isCloseTo(Math.log(truth[i]), within(4 * error));
        }
    }

    @Test
    void a_fit_does_not_depend_on_the_unit_of_money() {
        Fit<GammaGamma> major =
                GammaGamma.fit(spends(500, 1), Fit.Settings.standard()).found().orElseThrow();
        Fit<GammaGamma> minor = GammaGamma.fit(spends(500, 100), Fit.Settings.standard())
                .found()
                .orElseThrow();
        assertThat(minor.model().p()).isCloseTo(major.model().p(), within(1e-7));
        assertThat(minor.model().gamma()).isCloseTo(100 * major.model().gamma(), within(1e-5));
    }

    @Test
    void spends_that_do_not_differ_between_purchases_have_no_finite_fit() {
        double[] x = new double[50];
        double[] m = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = 1 + i % 4;
            m[i] = 20;
        }
        Fit<GammaGamma> fit = GammaGamma.fit(SpendSummaries.of(x, m), Fit.Settings.standard())
                .found()
                .orElseThrow();
        assertThat(fit.convergence().status()).isEqualTo(Convergence.Status.AT_EDGE);
        assertThat(fit.convergence().edges()).contains(new Convergence.Edge("p", true));
        assertThat(fit.uncertainty()).isEmpty();
        assertThat(fit.model().expectedSpend(2, 20).orElseThrow()).isCloseTo(20, within(1e-3));
    }

    @Test
    void customers_without_a_repeat_purchase_or_spend_are_left_out_and_counted() {
        SpendSummaries customers = SpendSummaries.of(new double[] {0, 2, 1}, new double[] {Double.NaN, 0, 5});
        assertThat(customers.customers()).isEqualTo(1);
        assertThat(customers.withoutSpend()).isEqualTo(2);
        assertThat(GammaGamma.fit(customers, Fit.Settings.standard())).isInstanceOf(NotEnoughData.class);
    }

    @Test
    void a_negative_spend_is_refused_with_its_row() {
        assertThatThrownBy(() -> SpendSummaries.of(new double[] {1, 1}, new double[] {5, -3}))
                .hasMessageContaining("row 2");
    }

    private static SpendSummaries spends(int customers, double unit) {
        Random chance = new Random(7);
        double[] x = new double[customers];
        double[] m = new double[customers];
        for (int i = 0; i < customers; i++) {
            x[i] = 1 + chance.nextInt(8);
            double nu = Variates.gamma(chance, 4) / 15;
            m[i] = unit * Variates.gamma(chance, 6 * x[i]) / (nu * x[i]);
        }
        return SpendSummaries.of(x, m);
    }

    private static GammaGamma model(Golden.Case golden) {
        return new GammaGamma(golden.in("p"), golden.in("q"), golden.in("gamma"));
    }
}
