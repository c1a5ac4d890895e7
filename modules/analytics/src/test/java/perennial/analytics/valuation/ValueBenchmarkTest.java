package perennial.analytics.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import perennial.analytics.btyd.BgNbd;
import perennial.analytics.btyd.Fit;
import perennial.kernel.InvalidInputException;

class ValueBenchmarkTest {
    private static final KnownPasts SHOP = MadeUpShop.of(new MadeUpShop.Settings(3_000, 7, true));

    @Test
    void a_benchmark_tells_each_phase_and_what_was_reached() throws Exception {
        List<String> told = new ArrayList<>();
        ValueBenchmark.Report report = ValueBenchmark.run(
                () -> SHOP, settings(2, PurchaseKind.BG_NBD, PurchaseKind.MBG_CNBD), (phase, round) -> told.add(phase));
        assertThat(told.stream().distinct())
                .containsExactly("read", "compress", "fit bg-nbd", "score bg-nbd", "fit mbg-cnbd", "score mbg-cnbd");
        assertThat(report.customers()).isEqualTo(3_000);
        assertThat(report.read().seconds()).hasSize(2);
        assertThat(report.compress().median())
                .isEqualTo(report.compress().seconds().get(1));
        assertThat(report.outcomes().get(0).purchases().orElseThrow().logLikelihood())
                .isEqualTo(BgNbd.fit(SHOP.summaries(), Fit.Settings.standard())
                        .found()
                        .orElseThrow()
                        .logLikelihood());
    }

    @Test
    void too_few_customers_are_measured_as_far_as_they_go() throws Exception {
        ValueBenchmark.Report report = ValueBenchmark.run(
                () -> MadeUpShop.of(new MadeUpShop.Settings(5, 7, true)),
                settings(1, PurchaseKind.BG_NBD),
                (phase, round) -> {});
        assertThat(report.outcomes().get(0).purchases()).isEmpty();
        assertThat(report.outcomes().get(0).score()).isEmpty();
        assertThat(report.outcomes().get(0).reason().english()).isNotBlank();
    }

    @Test
    void made_up_customers_are_those_of_their_seed_and_behave_as_they_were_made_to() {
        KnownPasts again = MadeUpShop.of(new MadeUpShop.Settings(3_000, 7, true));
        KnownPasts others = MadeUpShop.of(new MadeUpShop.Settings(3_000, 8, true));
        assertThat(again.summaries().purchases()).isEqualTo(SHOP.summaries().purchases());
        assertThat(others.summaries().purchases()).isNotEqualTo(SHOP.summaries().purchases());
        BgNbd found = BgNbd.fit(
                        MadeUpShop.of(new MadeUpShop.Settings(20_000, 3, false)).summaries(), Fit.Settings.standard())
                .found()
                .orElseThrow()
                .model();
        assertThat(found.r()).isCloseTo(0.5, within(0.05));
        assertThat(found.a() / (found.a() + found.b())).isCloseTo(0.8 / 3.3, within(0.03));
    }

    @Test
    void no_round_and_no_customer_are_refused() {
        assertThatThrownBy(() -> settings(0, PurchaseKind.BG_NBD)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new MadeUpShop.Settings(0, 1, true)).isInstanceOf(InvalidInputException.class);
    }

    private static ValueBenchmark.Settings settings(int rounds, PurchaseKind... kinds) {
        return new ValueBenchmark.Settings(List.of(kinds), rounds, OptionalDouble.of(365));
    }
}
