package perennial.analytics.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.analytics.btyd.BgNbd;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.kernel.InvalidInputException;

class PurchaseKindTest {

    @Test
    void every_model_is_found_by_its_name_and_makes_a_model_of_that_name() {
        assertThat(PurchaseKind.all()).allSatisfy(kind -> {
            assertThat(PurchaseKind.labelled(kind.label())).isSameAs(kind);
            assertThat(kind.with(1, 2, 3, 4).name()).isEqualTo(kind.label());
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
        assertThat(PurchaseKind.candidates()).allSatisfy(kind -> {
            Fit<?> cold = kind.fit(pasts, Fit.Settings.standard()).found().orElseThrow();
            Fit<?> warm = kind.fit(pasts, Fit.Settings.standard(), ((PurchaseModel) cold.model()).parameters())
                    .found()
                    .orElseThrow();
            assertThat(warm.logLikelihood()).isCloseTo(cold.logLikelihood(), within(1e-6));
        });
    }
}
