package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.analytics.numeric.Variates;

class TraitModelTest {
    private static final Fit.Settings STANDARD = Fit.Settings.standard();
    private static final TraitModel<ParetoNbd> TRUTH = new TraitModel<>(
            new ParetoNbd(0.8, 8, 0.7, 15), List.of("advertised", "size"), List.of(0.7, 0.3, -0.5, 0.2));

    @Test
    void without_an_effect_it_is_the_model_itself() {
        ParetoNbd base = new ParetoNbd(0.8, 8, 0.7, 15);
        TraitModel<ParetoNbd> model = new TraitModel<>(base, List.of("advertised"), List.of(0.0, 0.0));
        assertThat(model.of(1)).isEqualTo(base);
        assertThat(TRUTH.of(0, 0)).isEqualTo(base);
    }

    @Test
    void traits_move_the_parameters_as_the_note_of_2007_says() {
        ParetoNbd moved = TRUTH.of(1, 2);
        assertThat(moved.alpha()).isCloseTo(8 * Math.exp(-0.7 - 0.6), within(1e-12));
        assertThat(moved.beta()).isCloseTo(15 * Math.exp(0.5 - 0.4), within(1e-12));
        BgNbd bg = new TraitModel<>(new BgNbd(1, 8, 2, 3), List.of("z"), List.of(0.5, 0.25, -0.125)).of(2);
        assertThat(bg.alpha()).isCloseTo(8 * Math.exp(-1), within(1e-12));
        assertThat(bg.a()).isCloseTo(2 * Math.exp(0.5), within(1e-12));
        assertThat(bg.b()).isCloseTo(3 * Math.exp(-0.25), within(1e-12));
    }

    @Test
    void the_derivatives_are_those_of_the_likelihood() {
        PurchaseSummaries one = PurchaseSummaries.of(new double[] {4}, new double[] {20}, new double[] {31});
        double[] z = {1, -0.4};
        TraitLikelihood pareto = new TraitLikelihood(
                List.of(new TraitLikelihood.Group(z, new ParetoNbdLikelihood(one), 1)), TraitModel.ON_PARETO_NBD, 4, 2);
        assertDerivatives(pareto, new double[] {0.8, 8, 0.7, 15, 1.3, 0.9, 0.8, 1.1});
        TraitLikelihood bg = new TraitLikelihood(
                List.of(new TraitLikelihood.Group(z, new BetaGeometricLikelihood(one, 0), 1)),
                TraitModel.ON_BG_NBD,
                4,
                2);
        assertDerivatives(bg, new double[] {0.8, 8, 0.7, 2.5, 1.3, 0.9, 0.8, 1.1, 0.7, 1.2});
    }

    private static void assertDerivatives(Surface surface, double[] parameters) {
        Derivatives here = surface.inLogs(parameters);
        for (int i = 0; i < parameters.length; i++) {
            Derivatives up = surface.inLogs(Uncertainty.moved(parameters, i, 1e-5));
            Derivatives down = surface.inLogs(Uncertainty.moved(parameters, i, -1e-5));
            assertThat(here.gradient[i]).isCloseTo((up.value - down.value) / 2e-5, within(1e-6));
            for (int j = 0; j < parameters.length; j++) {
                assertThat(here.hessian[i][j]).isCloseTo((up.gradient[j] - down.gradient[j]) / 2e-5, within(1e-6));
            }
        }
    }

    @Test
    void a_fit_finds_the_effects_that_made_the_purchases() {
        Made made = made(6_000, 100);
        Fit<TraitModel<ParetoNbd>> fit =
                ParetoNbd.fit(made.customers, made.traits, STANDARD).found().orElseThrow();
        TraitModel<ParetoNbd> model = fit.model();
        assertThat(fit.convergence().status()).isEqualTo(Convergence.Status.CONVERGED);
        assertThat(model.parameterNames())
                .containsExactly(
                        "r",
                        "alpha",
                        "s",
                        "beta",
                        "buying.advertised",
                        "buying.size",
                        "leaving.advertised",
                        "leaving.size");
        Map<String, Double> errors = fit.standardErrors(model.parameterNames(), model.scales());
        for (int i = 0; i < 8; i++) {
            String name = model.parameterNames().get(i);
            double truth = TRUTH.parameters()[i] / (name.endsWith("size") ? 100 : 1);
            double error = errors.getOrDefault(name, Double.NaN);
            assertThat(model.parameters()[i]).as(name).isCloseTo(truth, within(4 * error));
        }
        assertThat(fit.logLikelihood()).isCloseTo(made.logLikelihood(model), within(1e-6));
        assertThat(fit.logLikelihood())
                .isGreaterThan(ParetoNbd.fit(made.customers, STANDARD)
                                .found()
                                .orElseThrow()
                                .logLikelihood()
                        + 100);
    }

    @Test
    void a_fit_does_not_depend_on_the_unit_of_a_trait_or_of_time() {
        Made made = made(1_500, 1);
        Made other = made(1_500, 1_000);
        Fit<TraitModel<BgNbd>> fit =
                BgNbd.fit(made.customers, made.traits, STANDARD).found().orElseThrow();
        Fit<TraitModel<BgNbd>> same = BgNbd.fit(other.customers.inUnitsOf(1 / 7.0), other.traits, STANDARD)
                .found()
                .orElseThrow();
        for (int i = 0; i < 10; i++) {
            String name = fit.model().parameterNames().get(i);
            double factor = name.equals("alpha") ? 7 : name.endsWith("size") ? 1e-3 : 1;
            assertThat(same.model().parameters()[i] / factor)
                    .as(name)
                    .isCloseTo(fit.model().parameters()[i], within(1e-5));
        }
        assertThat(same.logLikelihood() + made.customers.purchases() * Math.log(7))
                .isCloseTo(fit.logLikelihood(), within(1e-6));
    }

    @Test
    void traits_that_explain_nothing_or_fit_nothing_are_refused() {
        assertThatThrownBy(() -> Traits.of(List.of("z"), new double[] {1, 1})).hasMessageContaining("explains nothing");
        assertThatThrownBy(() -> Traits.of(List.of("z"), new double[] {1, Double.NaN}))
                .hasMessageContaining("number");
        assertThatThrownBy(() -> Traits.of(List.of("z", "z"), new double[] {1, 2}, new double[] {1, 2}))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> TRUTH.of(1)).hasMessageContaining("advertised");
        Made made = made(50, 1);
        assertThatThrownBy(() -> BgNbd.fit(made.customers, Traits.of(List.of("z"), new double[] {1, 2}), STANDARD))
                .hasMessageContaining("as many rows");
        Made few = made(20, 1);
        assertThat(BgNbd.fit(few.customers, few.traits, STANDARD)).isInstanceOf(NotEnoughData.class);
    }

    @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
    private record Made(PurchaseSummaries customers, Traits traits, double[][] z) {
        double logLikelihood(TraitModel<ParetoNbd> model) {
            double sum = 0;
            for (int i = 0; i < customers.rows(); i++) {
                sum += model.of(z[0][i], z[1][i]).logLikelihood(customers.x(i), customers.tx(i), customers.T(i));
            }
            return sum;
        }
    }

    private static Made made(int customers, double unitOfSize) {
        Random chance = new Random(23);
        double[] x = new double[customers];
        double[] tx = new double[customers];
        double[] T = new double[customers];
        double[][] z = new double[2][customers];
        for (int i = 0; i < customers; i++) {
            z[0][i] = chance.nextInt(2);
            double size = Math.rint(chance.nextGaussian() * 10) / 10;
            z[1][i] = unitOfSize * size;
            T[i] = 20 + chance.nextInt(60);
            ParetoNbd own = TRUTH.of(z[0][i], size);
            double rate = Variates.gamma(chance, own.r()) / own.alpha();
            double end =
                    Math.min(T[i], -Math.log(chance.nextDouble()) / (Variates.gamma(chance, own.s()) / own.beta()));
            double next = -Math.log(chance.nextDouble()) / rate;
            while (next < end) {
                x[i]++;
                tx[i] = next;
                next -= Math.log(chance.nextDouble()) / rate;
            }
        }
        return new Made(PurchaseSummaries.of(x, tx, T), Traits.of(List.of("advertised", "size"), z[0], z[1]), z);
    }
}
