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

class BgBbTest {
    private static final BgBb DONORS = new BgBb(1.204, 0.75, 0.657, 2.783);
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    static Stream<Golden.Case> likelihoods() {
        return Golden.cases("BG/BB", "log_likelihood").stream();
    }

    static Stream<Golden.Case> probabilities_alive() {
        return Golden.cases("BG/BB", "p_alive_next").stream();
    }

    static Stream<Golden.Case> expectations() {
        return Golden.cases("BG/BB", "expected_transactions").stream();
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    void the_log_likelihood_is_the_published_one(Golden.Case golden) {
        Precise.assertAgrees(model(golden).logLikelihood(golden.in("x"), golden.in("t_x"), golden.in("n")), golden);
        PurchaseSummaries one = one(golden.in("x"), golden.in("t_x"), golden.in("n"));
        Precise.assertAgrees(new BgBbLikelihood(one).at(model(golden).parameters()).value, golden);
    }

    @ParameterizedTest
    @MethodSource("probabilities_alive")
    void the_probability_of_being_alive_on_the_next_occasion_is_the_published_one(Golden.Case golden) {
        Precise.assertAgrees(model(golden).pAlive(golden.in("x"), golden.in("t_x"), golden.in("n")), golden);
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void the_expected_purchases_are_the_published_ones(Golden.Case golden) {
        Precise.assertAgrees(
                model(golden).expectedPurchases(golden.in("x"), golden.in("t_x"), golden.in("n"), golden.in("m")),
                golden);
    }

    @Test
    void the_derivatives_are_those_of_the_likelihood() {
        double[] parameters = DONORS.parameters();
        for (double[] past : new double[][] {{3, 4, 6}, {0, 0, 6}, {6, 6, 6}, {40, 60, 400}}) {
            BgBbLikelihood likelihood = new BgBbLikelihood(one(past[0], past[1], past[2]));
            Derivatives here = likelihood.at(parameters).byLogarithms(parameters);
            for (int i = 0; i < 4; i++) {
                double up = likelihood.at(Uncertainty.moved(parameters, i, 1e-5)).value;
                double down = likelihood.at(Uncertainty.moved(parameters, i, -1e-5)).value;
                assertThat(here.gradient[i]).isCloseTo((up - down) / 2e-5, within(1e-6));
            }
            Precise.assertHessian(likelihood, parameters);
        }
    }

    @Test
    void thousands_of_purchases_and_then_silence_do_not_overflow() {
        double value = DONORS.logLikelihood(4000, 4000, 9000);
        assertThat(value).isFinite();
        assertThat(new BgBbLikelihood(one(4000, 4000, 9000)).at(DONORS.parameters()).value)
                .isCloseTo(value, within(1e-9 * Math.abs(value)));
        assertThat(DONORS.pAlive(4000, 4000, 9000)).isBetween(0.0, 1e-12);
        assertThatThrownBy(() -> DONORS.pAlive(1, 1, 1e9)).hasMessageContaining("continuous time");
    }

    @Test
    void the_probabilities_of_all_pasts_add_up_to_one() {
        double sum = Math.exp(DONORS.logLikelihood(0, 0, 6));
        for (int tx = 1; tx <= 6; tx++) {
            for (int x = 1; x <= tx; x++) {
                sum += choose(tx - 1, x - 1) * Math.exp(DONORS.logLikelihood(x, tx, 6));
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void the_expected_purchases_are_the_sum_of_the_probabilities_of_at_least_n() {
        double sum = 0;
        for (int n = 1; n <= 12; n++) {
            sum += DONORS.probabilityOfAtLeast(n, 3, 4, 6, 12);
        }
        assertThat(sum).isCloseTo(DONORS.expectedPurchases(3, 4, 6, 12), within(1e-13));
        assertThat(DONORS.probabilityOfAtLeast(13, 3, 4, 6, 12)).isZero();
        assertThat(DONORS.purchasesInterval(0.8, 6, 6, 6, 5).high()).isLessThanOrEqualTo(5);
    }

    @Test
    void the_next_occasion_is_the_same_by_all_ways() {
        double buysIfAlive = (1.204 + 3) / (1.204 + 0.75 + 6);
        assertThat(DONORS.expectedPurchases(3, 4, 6, 1)).isCloseTo(DONORS.pAlive(3, 4, 6) * buysIfAlive, within(1e-14));
        assertThat(DONORS.probabilityOfAtLeast(1, 3, 4, 6, 1))
                .isCloseTo(DONORS.expectedPurchases(3, 4, 6, 1), within(1e-14));
    }

    @Test
    void purchases_without_end_are_refused_where_they_are_infinite() {
        assertThatThrownBy(() -> DONORS.discountedPurchases(3, 4, 6, FOREVER, Discount.none()))
                .hasMessageContaining("gamma = 0.657 is not above 1");
        BgBb mortal = new BgBb(1.2, 0.75, 3, 2.8);
        assertThat(mortal.discountedPurchases(3, 4, 6, FOREVER, Discount.none()))
                .isCloseTo(mortal.expectedPurchases(3, 4, 6, 1_000_000), within(1e-10));
        double yearly = DONORS.discountedPurchases(3, 4, 6, FOREVER, Discount.perPeriod(0.1, 1));
        assertThat(DONORS.discountedPurchases(3, 4, 6, FOREVER, Discount.continuous(Math.log(1.1))))
                .isCloseTo(yearly, within(1e-12));
    }

    @Test
    void a_fit_finds_the_parameters_that_made_the_purchases() {
        Fit<BgBb> fit =
                BgBb.fit(donors(20_000), Fit.Settings.standard()).found().orElseThrow();
        assertThat(fit.convergence().status()).isEqualTo(Convergence.Status.CONVERGED);
        assertThat(fit.logLikelihood()).isGreaterThan(fit.convergence().withoutLeaving());
        for (int i = 0; i < 4; i++) {
            double error = fit.uncertainty().orElseThrow().standardErrorOfLog(i);
            assertThat(Math.log(fit.model().parameters()[i]))
                    .isCloseTo(Math.log(DONORS.parameters()[i]), within(4 * error));
        }
    }

    @Test
    void pasts_that_are_not_in_whole_occasions_are_refused() {
        assertThatThrownBy(() -> DONORS.pAlive(3, 2, 6)).hasMessageContaining("t_x");
        assertThatThrownBy(() -> DONORS.pAlive(1, 2.5, 6)).hasMessageContaining("whole");
        assertThatThrownBy(() -> BgBb.fit(one(1, 2.5, 6), new Fit.Settings(1, 1, 10)))
                .hasMessageContaining("whole");
    }

    private static PurchaseSummaries donors(int customers) {
        Random chance = new Random(3);
        double[] x = new double[customers];
        double[] tx = new double[customers];
        double[] n = new double[customers];
        for (int i = 0; i < customers; i++) {
            double buys = Variates.beta(chance, 1.204, 0.75);
            double leaves = Variates.beta(chance, 0.657, 2.783);
            n[i] = 6 + i % 7;
            for (int j = 1; j <= n[i] && chance.nextDouble() >= leaves; j++) {
                if (chance.nextDouble() < buys) {
                    x[i]++;
                    tx[i] = j;
                }
            }
        }
        return PurchaseSummaries.of(x, tx, n);
    }

    private static double choose(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) {
            value *= (n - k + i) / (double) i;
        }
        return value;
    }

    private static PurchaseSummaries one(double x, double tx, double n) {
        return PurchaseSummaries.of(new double[] {x}, new double[] {tx}, new double[] {n});
    }

    private static BgBb model(Golden.Case golden) {
        return new BgBb(golden.in("alpha"), golden.in("beta"), golden.in("gamma"), golden.in("delta"));
    }
}
