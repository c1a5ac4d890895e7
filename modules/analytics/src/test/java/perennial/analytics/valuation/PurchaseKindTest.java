package perennial.analytics.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.analytics.btyd.BgNbd;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.MbgCnbd;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.analytics.btyd.TraitModel;
import perennial.analytics.btyd.Traits;
import perennial.kernel.InvalidInputException;

class PurchaseKindTest {

    @Test
    void every_model_is_found_by_its_name_and_makes_a_model_of_that_name() {
        assertThat(PurchaseKind.all()).allSatisfy(kind -> {
            assertThat(PurchaseKind.labelled(kind.label())).isSameAs(kind);
            assertThat(kind.with(kind.needsGaps() ? new double[] {2, 1, 2, 3, 4} : new double[] {1, 2, 3, 4})
                            .name())
                    .isEqualTo(kind.label());
        });
    }

    @Test
    void a_name_that_there_is_not_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> PurchaseKind.labelled("bgnbd"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("bg-nbd, mbg-nbd, pareto-nbd, bg-bb");
    }

    @Test
    void parameters_are_taken_by_name_and_have_to_be_those_of_the_model() {
        assertThat(PurchaseKind.BG_NBD.with(Map.of("b", 4.0, "a", 3.0, "alpha", 2.0, "r", 1.0)))
                .isEqualTo(new BgNbd(1, 2, 3, 4));
        assertThatThrownBy(() -> PurchaseKind.PARETO_NBD.with(Map.of("b", 4.0, "a", 3.0, "alpha", 2.0, "r", 1.0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("r, alpha, s, beta");
    }

    @Test
    void from_the_best_parameters_a_fit_leads_back_to_them() {
        KnownPasts known = KnownPasts.of(Logs.shop(500, 0.3, 2), 300);
        PurchaseSummaries pasts = known.summaries();
        assertThat(PurchaseKind.candidatesWithGaps()).allSatisfy(kind -> {
            Fit<?> cold = kind.fit(pasts, Fit.Settings.standard()).found().orElseThrow();
            Fit<?> warm = kind.fit(pasts, Fit.Settings.standard(), values((PurchaseModel) cold.model()))
                    .found()
                    .orElseThrow();
            assertThat(warm.logLikelihood()).isCloseTo(cold.logLikelihood(), within(1e-6));
        });
    }

    @Test
    void a_model_of_regular_buyers_has_k_for_a_parameter_and_needs_the_gaps() {
        PurchaseModel model = PurchaseKind.MBG_CNBD.with(Map.of("k", 3.0, "r", 1.0, "alpha", 2.0, "a", 3.0, "b", 4.0));
        assertThat(model).isEqualTo(new MbgCnbd(3, 1, 2, 3, 4));
        assertThat(model.symbols()).containsOnlyKeys("k", "r", "alpha", "a", "b");
        assertThat(PurchaseKind.BG_CNBD.needsGaps()).isTrue();
        assertThatThrownBy(() -> PurchaseKind.BG_CNBD.with(2.5, 1, 2, 3, 4)).hasMessageContaining("whole number");
        KnownPasts summary = KnownPasts.of(new double[40], new double[40], new double[40], new double[40], false);
        assertThatThrownBy(() -> PurchaseKind.BG_CNBD.fit(summary.summaries(), Fit.Settings.standard(), 2, 1, 2, 3, 4))
                .hasMessageContaining("times between");
    }

    @Test
    void a_model_with_traits_is_made_of_its_base_and_coefficients_by_name() {
        Map<String, Double> parameters = Map.of(
                "r", 1.0, "alpha", 2.0, "a", 3.0, "b", 4.0, "buying.z", 0.5, "leaving.z", 0.25, "staying.z", -1.0);
        assertThat(PurchaseKind.BG_NBD.with(parameters, List.of("z")))
                .isEqualTo(new TraitModel<>(new BgNbd(1, 2, 3, 4), List.of("z"), List.of(0.5, 0.25, -1.0)));
        assertThatThrownBy(() -> PurchaseKind.BG_NBD.with(parameters, List.of("y")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("buying.y");
        Traits traits = Traits.of(List.of("z"), new double[] {0, 1});
        KnownPasts two = KnownPasts.of(new double[2], new double[2], new double[] {1, 2}, new double[2], false);
        assertThatThrownBy(() -> PurchaseKind.MBG_NBD.fit(two.summaries(), traits, Fit.Settings.standard()))
                .hasMessageContaining("pareto-nbd and bg-nbd");
    }

    private static double[] values(PurchaseModel model) {
        return model.symbols().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
