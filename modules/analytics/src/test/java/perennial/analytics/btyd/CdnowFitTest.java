package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIfEnvironmentVariable(named = Cdnow.VARIABLE, matches = ".+", disabledReason = Cdnow.LEFT_OUT)
class CdnowFitTest {
    private static final Fit.Settings STANDARD = Fit.Settings.standard();
    private static Cdnow sample = new Cdnow(List.of());
    private static Cdnow master = new Cdnow(List.of());

    @BeforeAll
    static void read() {
        sample = Cdnow.sample();
        master = Cdnow.master();
    }

    @Test
    void the_sample_and_the_master_compress_to_their_distinct_pasts() {
        assertThat(sample.purchases().compressed().rows()).isEqualTo(1016);
        assertThat(master.purchases().compressed().rows()).isEqualTo(8685);
    }

    @Test
    void bg_nbd_reaches_the_published_fit() {
        Fit<BgNbd> fit = BgNbd.fit(sample.purchases(), STANDARD).found().orElseThrow();
        assertReaches(fit, BgNbd::parameters, fit.model().parameterNames(), Golden.fit("BG/NBD"));
    }

    @Test
    void mbg_nbd_reaches_the_published_fit() {
        Fit<MbgNbd> fit = MbgNbd.fit(sample.purchases(), STANDARD).found().orElseThrow();
        assertReaches(fit, MbgNbd::parameters, fit.model().parameterNames(), Golden.fit("MBG/NBD"));
    }

    @Test
    void pareto_nbd_reaches_the_published_fit() {
        Fit<ParetoNbd> fit = ParetoNbd.fit(sample.purchases(), STANDARD).found().orElseThrow();
        assertReaches(fit, ParetoNbd::parameters, fit.model().parameterNames(), Golden.fit("Pareto/NBD"));
    }

    @ParameterizedTest
    @CsvSource({"0.01,0.1,0.01,0.01", "5,1,5,0.1", "20,300,0.05,30", "0.3,50,40,2", "1,1,1,1"})
    void pareto_nbd_reaches_the_same_maximum_from_any_sensible_start(double r, double alpha, double s, double beta) {
        double reached = ParetoNbd.fit(sample.purchases(), STANDARD, new ParetoNbd(r, alpha, s, beta))
                .found()
                .orElseThrow()
                .logLikelihood();
        assertThat(reached).isCloseTo(Golden.fit("Pareto/NBD").logLikelihood(), within(1e-6));
    }

    @Test
    void gamma_gamma_reaches_the_published_fit() {
        Fit<GammaGamma> fit = GammaGamma.fit(sample.spends(), STANDARD).found().orElseThrow();
        assertThat(fit.customers()).isEqualTo(946);
        assertReaches(fit, GammaGamma::parameters, GammaGamma.NAMES, Golden.fit("Gamma-Gamma"));
    }

    @ParameterizedTest
    @CsvSource({"0.01,0.1,0.01,0.01", "5,1,5,0.1", "20,300,0.05,30", "0.3,50,40,2", "1,1,1,1"})
    void a_fit_reaches_the_same_maximum_from_any_sensible_start(double r, double alpha, double a, double b) {
        double bg = BgNbd.fit(sample.purchases(), STANDARD, new BgNbd(r, alpha, a, b))
                .found()
                .orElseThrow()
                .logLikelihood();
        assertThat(bg).isCloseTo(Golden.fit("BG/NBD").logLikelihood(), within(1e-6));
        double mbg = MbgNbd.fit(sample.purchases(), STANDARD, new MbgNbd(r, alpha, a, b))
                .found()
                .orElseThrow()
                .logLikelihood();
        assertThat(mbg).isCloseTo(Golden.fit("MBG/NBD").logLikelihood(), within(1e-6));
    }

    @Test
    void the_master_reaches_the_published_log_likelihoods() {
        PurchaseSummaries purchases = master.purchases();
        assertThat(BgNbd.fit(purchases, STANDARD).found().orElseThrow().logLikelihood())
                .isCloseTo(-95368.4439, within(1e-3));
        assertThat(MbgNbd.fit(purchases, STANDARD).found().orElseThrow().logLikelihood())
                .isCloseTo(-95336.958, within(1e-3));
        assertThat(ParetoNbd.fit(purchases, STANDARD).found().orElseThrow().logLikelihood())
                .isCloseTo(-95415.1186, within(1e-3));
        assertThat(GammaGamma.fit(master.spends(), STANDARD)
                        .found()
                        .orElseThrow()
                        .logLikelihood())
                .isCloseTo(-40763.476, within(1e-3));
    }

    @Test
    void bg_nbd_predicts_the_published_number_of_purchases_for_the_time_held_out() {
        BgNbd model =
                BgNbd.fit(sample.purchases(), STANDARD).found().orElseThrow().model();
        double predicted = sample.customers().stream()
                .mapToDouble(buyer -> model.expectedPurchases(buyer.x(), buyer.tx(), buyer.T(), 39))
                .sum();
        assertThat(predicted).isCloseTo(1653.4, within(0.05));
        assertThat(sample.customers().stream().mapToInt(Cdnow.Buyer::heldOut).sum())
                .isEqualTo(1882);
    }

    @Test
    void eight_of_ten_customers_or_more_end_within_their_outcome_interval() {
        PurchaseSummaries purchases = sample.purchases();
        List<Fit<? extends PurchaseModel>> fits = List.of(
                BgNbd.fit(purchases, STANDARD).found().orElseThrow(),
                MbgNbd.fit(purchases, STANDARD).found().orElseThrow(),
                ParetoNbd.fit(purchases, STANDARD).found().orElseThrow());
        for (Fit<? extends PurchaseModel> fit : fits) {
            CustomerValues values = new LifetimeValue(
                            fit, Optional.empty(), new LifetimeValue.Settings(39, Discount.none(), 0.8))
                    .of(purchases);
            int within = 0;
            for (int i = 0; i < values.customers(); i++) {
                int heldOut = sample.customers().get(i).heldOut();
                within += values.get(i).purchasesOutcome().contains(heldOut) ? 1 : 0;
            }
            assertThat(within / (double) values.customers()).isBetween(0.8, 0.97);
        }
    }

    private static <M> void assertReaches(
            Fit<M> fit, Function<M, double[]> parameters, List<String> names, Golden.Optimum golden) {
        assertThat(fit.convergence().status()).isEqualTo(Convergence.Status.CONVERGED);
        assertThat(fit.logLikelihood()).isCloseTo(golden.logLikelihood(), within(1e-6));
        double[] values = parameters.apply(fit.model());
        Map<String, Double> errors = fit.standardErrors(names, values);
        for (int i = 0; i < values.length; i++) {
            double expected = golden.parameters().getOrDefault(names.get(i), Double.NaN);
            assertThat(values[i]).isCloseTo(expected, within(1e-6 * expected));
            double error = golden.standardErrors().getOrDefault(names.get(i), Double.NaN);
            assertThat(errors.getOrDefault(names.get(i), -1.0)).isCloseTo(error, within(1e-4 * error));
        }
    }
}
