package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.analytics.numeric.Variates;

class RegularModelTest {
    private static final Fit.Settings STANDARD = Fit.Settings.standard();
    private static final BgCnbd REGULAR = new BgCnbd(4, 0.9, 4.4, 0.4, 2.4);

    static Stream<Golden.Case> likelihoods() {
        return Stream.of("BG/CNBD-k", "MBG/CNBD-k").flatMap(model -> Golden.cases(model, "log_likelihood").stream());
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    void the_log_likelihood_is_the_published_one(Golden.Case golden) {
        double value =
                model(golden).logLikelihood(golden.in("x"), golden.in("t_x"), golden.in("T"), golden.in("sum_log_itt"));
        Precise.assertAgrees(value, golden);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1, 39, 2_000, 1e5, 1e8})
    void purchases_at_random_are_those_of_the_models_without_regularity(double t) {
        BgNbd bg = new BgNbd(0.243, 4.414, 0.793, 2.426);
        MbgNbd mbg = new MbgNbd(0.243, 4.414, 0.793, 2.426);
        for (double[] past : new double[][] {{5, 30, 38}, {0, 0, 38}, {1, 2, 2}, {300, 30, 38}}) {
            assertSame(bg, new BgCnbd(1, 0.243, 4.414, 0.793, 2.426), past, t);
            assertSame(mbg, new MbgCnbd(1, 0.243, 4.414, 0.793, 2.426), past, t);
        }
    }

    private static void assertSame(PurchaseModel known, PurchaseModel regular, double[] past, double t) {
        double x = past[0];
        double tx = past[1];
        double T = past[2];
        assertClose(regular.logLikelihood(x, tx, T), known.logLikelihood(x, tx, T));
        assertClose(regular.pAlive(x, tx, T), known.pAlive(x, tx, T));
        assertClose(regular.expectedPurchases(x, tx, T, t), known.expectedPurchases(x, tx, T, t));
        assertClose(regular.probabilityOfAtLeast(3, x, tx, T, t), known.probabilityOfAtLeast(3, x, tx, T, t));
        Discount discount = Discount.continuous(0.002);
        assertClose(
                regular.discountedPurchases(x, tx, T, t, discount), known.discountedPurchases(x, tx, T, t, discount));
    }

    private static void assertClose(double value, double expected) {
        assertThat(value).isCloseTo(expected, within(Math.max(1e-12, 1e-10 * Math.abs(expected))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void the_derivatives_are_those_of_the_likelihood(int k) {
        double[] parameters = {0.7, 6, 0.8, 2.1};
        for (double[] past : new double[][] {{3, 14, 26}, {0, 0, 6}, {6, 6, 6}, {40, 60, 61}}) {
            PurchaseSummaries one =
                    PurchaseSummaries.of(new double[] {past[0]}, new double[] {past[1]}, new double[] {past[2]});
            for (int early = 0; early <= 1; early++) {
                assertDerivatives(RegularLikelihood.of(one, k, early), parameters);
            }
            assertDerivatives(RegularLikelihood.whereNobodyLeaves(one, k), new double[] {0.7, 6});
        }
    }

    private static void assertDerivatives(LogLikelihood likelihood, double[] parameters) {
        Derivatives here = likelihood.inLogs(parameters);
        for (int i = 0; i < parameters.length; i++) {
            double up = likelihood.at(Uncertainty.moved(parameters, i, 1e-5)).value;
            double down = likelihood.at(Uncertainty.moved(parameters, i, -1e-5)).value;
            assertThat(here.gradient[i]).isCloseTo((up - down) / 2e-5, within(1e-6));
        }
        Precise.assertHessian(likelihood, parameters);
    }

    @Test
    void the_likelihood_that_is_fitted_is_that_of_the_model() {
        PurchaseSummaries one = PurchaseSummaries.of(new double[] {5}, new double[] {30}, new double[] {38.86});
        double constant = -5 * Math.log(6);
        assertThat(RegularLikelihood.of(one, 4, 0).at(REGULAR.parameters()).value + constant)
                .isCloseTo(REGULAR.logLikelihood(5, 30, 38.86, 0), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 39, 400})
    void the_probabilities_of_all_counts_add_up_to_one_and_to_the_mean(double t) {
        double all = 0;
        double mean = 0;
        double atLeast = 0;
        for (int n = 0; n < 800; n++) {
            all += REGULAR.probabilityOf(n, t);
            mean += n * REGULAR.probabilityOf(n, t);
            atLeast += REGULAR.probabilityOfAtLeast(n + 1, 5, 30, 38, t);
        }
        assertThat(all).isCloseTo(1, within(1e-11));
        assertThat(mean).isCloseTo(REGULAR.expectedPurchases(0, 0, 0, t), within(1e-9));
        assertThat(atLeast).isCloseTo(REGULAR.expectedPurchases(5, 30, 38, t), within(1e-9));
    }

    @Test
    void a_regular_buyer_who_is_overdue_is_given_up_sooner() {
        double random = new BgCnbd(1, 0.9, 4.4, 0.4, 2.4).pAlive(10, 20, 30);
        assertThat(new BgCnbd(8, 0.9, 4.4 / 8, 0.4, 2.4).pAlive(10, 20, 30)).isLessThan(0.1 * random);
    }

    @Test
    void forecasts_do_not_depend_on_the_unit_of_time() {
        double day = 86_400;
        BgCnbd inSeconds = new BgCnbd(4, 0.9, 4.4 * day, 0.4, 2.4);
        assertClose(inSeconds.pAlive(3, 20 * day, 39 * day), REGULAR.pAlive(3, 20, 39));
        assertClose(
                inSeconds.expectedPurchases(3, 20 * day, 39 * day, 52 * day), REGULAR.expectedPurchases(3, 20, 39, 52));
    }

    @Test
    void a_fit_finds_the_regularity_and_the_parameters_that_made_the_purchases() {
        BgCnbd truth = new BgCnbd(3, 0.8, 2, 0.7, 2.5);
        PurchaseSummaries days = shop(truth, 4_000);
        Fit<BgCnbd> fit = BgCnbd.fit(days, STANDARD).found().orElseThrow();
        assertThat(fit.model().k()).isEqualTo(3);
        assertThat(fit.convergence().status()).isEqualTo(Convergence.Status.CONVERGED);
        assertThat(fit.logLikelihood()).isGreaterThan(fit.convergence().withoutLeaving());
        for (int i = 0; i < 4; i++) {
            double error = fit.uncertainty().orElseThrow().standardErrorOfLog(i);
            assertThat(Math.log(fit.model().parameters()[i]))
                    .isCloseTo(Math.log(truth.parameters()[i]), within(4 * error));
        }
        PurchaseSummaries seconds = days.inUnitsOf(1 / 86_400.0);
        Fit<BgCnbd> again = BgCnbd.fit(seconds, STANDARD).found().orElseThrow();
        assertThat(again.model().k()).isEqualTo(3);
        assertThat(again.model().alpha() / 86_400).isCloseTo(fit.model().alpha(), within(1e-6));
        assertThat(again.logLikelihood() + days.purchases() * Math.log(86_400))
                .isCloseTo(fit.logLikelihood(), within(1e-5));
    }

    @Test
    void the_fit_for_purchases_at_random_is_that_of_the_model_without_regularity() {
        PurchaseSummaries shop = new Shop("ordinary", 800, new BgNbd(0.5, 6, 0.8, 2.5)).purchases();
        Fit<MbgCnbd> regular = MbgCnbd.fit(shop, STANDARD, 1).found().orElseThrow();
        Fit<MbgNbd> known = MbgNbd.fit(shop, STANDARD).found().orElseThrow();
        assertThat(regular.logLikelihood()).isCloseTo(known.logLikelihood(), within(1e-7));
        assertThat(regular.model().b()).isCloseTo(known.model().b(), within(1e-5));
    }

    @Test
    void without_the_gaps_regularity_is_not_guessed() {
        PurchaseSummaries shop = new Shop("ordinary", 800, new BgNbd(0.5, 6, 0.8, 2.5)).purchases();
        assertThatThrownBy(() -> BgCnbd.fit(shop, STANDARD)).hasMessageContaining("times between");
        assertThatThrownBy(() -> REGULAR.logLikelihood(3, 20, 30)).hasMessageContaining("gaps");
        assertThatThrownBy(() -> new BgCnbd(13, 1, 1, 1, 1)).hasMessageContaining("from 1 to 12");
        double[] two = {2};
        PurchaseSummaries one = PurchaseSummaries.of(two, new double[] {8}, new double[] {9});
        assertThatThrownBy(() -> one.withGaps(new double[] {3})).hasMessageContaining("row 1, gaps");
        assertThatThrownBy(() -> one.withGaps(new double[] {Double.NaN})).hasMessageContaining("row 1, gaps");
    }

    private static PurchaseSummaries shop(BgCnbd truth, int customers) {
        Random chance = new Random(17);
        double[] x = new double[customers];
        double[] tx = new double[customers];
        double[] T = new double[customers];
        double[] gaps = new double[customers];
        for (int i = 0; i < customers; i++) {
            T[i] = 20 + chance.nextInt(60);
            double rate = Variates.gamma(chance, truth.r()) / truth.alpha();
            double leaving = Variates.beta(chance, truth.a(), truth.b());
            boolean stays = true;
            double gap = Variates.gamma(chance, truth.k()) / rate;
            while (stays && tx[i] + gap <= T[i]) {
                x[i]++;
                tx[i] += gap;
                gaps[i] += Math.log(gap);
                stays = chance.nextDouble() >= leaving;
                gap = Variates.gamma(chance, truth.k()) / rate;
            }
        }
        return PurchaseSummaries.of(x, tx, T).withGaps(gaps);
    }

    private static RegularModel model(Golden.Case golden) {
        int k = (int) golden.in("k");
        double r = golden.in("r");
        double alpha = golden.in("alpha");
        double a = golden.in("a");
        double b = golden.in("b");
        return golden.model().equals("BG/CNBD-k") ? new BgCnbd(k, r, alpha, a, b) : new MbgCnbd(k, r, alpha, a, b);
    }
}
