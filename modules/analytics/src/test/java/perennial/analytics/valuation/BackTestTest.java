package perennial.analytics.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import perennial.analytics.btyd.Fit;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.analytics.valuation.BackTest.Cell;
import perennial.kernel.InvalidInputException;

class BackTestTest {

    @Test
    @EnabledIfEnvironmentVariable(
            named = Logs.VARIABLE,
            matches = ".+",
            disabledReason = "left out: set PERENNIAL_DATA to the folder of public data sets")
    void on_the_cdnow_sample_the_figures_are_the_published_ones() {
        BackTest test = new BackTest(Logs.cdnowSample(), settings(Logs.CDNOW_CUT, 273, Logs.CDNOW_CUT + 273));
        ForecastQuality bgNbd = purchases(test, "bg-nbd", Logs.CDNOW_CUT);
        assertThat(bgNbd.count()).isEqualTo(2357);
        assertThat(bgNbd.actual()).isEqualTo(1882);
        assertThat(bgNbd.forecast()).isEqualTo(1653.4, within(0.05));
        assertThat(bgNbd.mae()).isEqualTo(0.7855, within(5e-5));
        assertThat(bgNbd.rmse()).isEqualTo(1.6080, within(5e-5));
        // The anchor does not say how it ranks customers whose forecasts are all but equal.
        assertThat(bgNbd.gini()).hasValueCloseTo(0.6625, within(1e-4));
        ForecastQuality asBefore = purchases(test, BackTest.AS_BEFORE, Logs.CDNOW_CUT);
        assertThat(asBefore.spearman().orElseThrow())
                .isGreaterThan(bgNbd.spearman().orElseThrow());
    }

    @Test
    void what_comes_after_an_origin_changes_no_forecast_made_at_it() {
        PurchaseLog whole = Logs.shop(400, 0.2, 7);
        PurchaseLog untilOrigin = until(whole, 250);
        for (String forecaster : List.of("mbg-nbd", "pareto-nbd", BackTest.AS_BEFORE, BackTest.MEAN)) {
            Judgement knowing = new BackTest(whole, settings(250, 100, 400)).judge(new Cell(forecaster, 250));
            Judgement ignorant = new BackTest(untilOrigin, settings(250, 100, 400)).judge(new Cell(forecaster, 250));
            assertThat(ignorant.purchases().orElseThrow().forecast())
                    .isEqualTo(knowing.purchases().orElseThrow().forecast());
            assertThat(ignorant.money().orElseThrow().forecast())
                    .isEqualTo(knowing.money().orElseThrow().forecast());
        }
    }

    @Test
    void an_origin_whose_future_is_not_known_to_the_end_of_the_horizon_is_refused() {
        assertThatThrownBy(() -> settings(350, 100, 400))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not known yet");
    }

    @Test
    void origins_begin_in_the_middle_and_end_where_the_horizon_still_fits() {
        assertThat(BackTest.origins(0, 728, 182, 3)).containsExactly(364.0, 455.0, 546.0);
        assertThatThrownBy(() -> BackTest.origins(0, 100, 60, 3)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void every_model_is_judged_beside_both_naive_baselines_at_every_origin() {
        BackTest test = new BackTest(Logs.shop(300, 0.2, 5), settings(200, 100, 400));
        assertThat(test.cells())
                .extracting(Cell::forecaster)
                .containsExactly(BackTest.AS_BEFORE, BackTest.MEAN, "mbg-nbd", "pareto-nbd", "bg-nbd");
        assertThat(test.cells()).allMatch(cell -> test.judge(cell).purchases().isPresent());
    }

    @Test
    void as_before_and_mean_say_what_their_names_say() {
        PurchaseLog.Collector log = new PurchaseLog.Collector();
        for (int who = 0; who < 40; who++) {
            log.add(who, 0, 10);
            log.add(who, 150, 20);
        }
        log.add(0, 160, 30);
        log.add(0, 210, 40);
        BackTest test = new BackTest(log.collected(), settings(200, 100, 400));
        ForecastQuality asBefore = purchases(test, BackTest.AS_BEFORE, 200);
        assertThat(asBefore.forecast()).isEqualTo(41);
        assertThat(asBefore.actual()).isEqualTo(1);
        ForecastQuality mean = purchases(test, BackTest.MEAN, 200);
        assertThat(mean.forecast()).isEqualTo(41, within(1e-9));
        assertThat(mean.gini()).hasValueCloseTo(0.0, within(1e-12));
        assertThat(test.judge(new Cell(BackTest.AS_BEFORE, 200))
                        .money()
                        .orElseThrow()
                        .forecast())
                .isEqualTo(40 * 20 + 30);
    }

    @Test
    void outcome_intervals_of_four_in_five_hold_for_at_least_about_as_many() {
        Judgement judged =
                new BackTest(Logs.shop(1500, 0.2, 3), settings(250, 100, 400)).judge(new Cell("pareto-nbd", 250));
        assertThat(judged.purchasesCoverage().orElseThrow()).isBetween(0.76, 1.0);
        assertThat(judged.moneyCoverage().orElseThrow()).isBetween(0.72, 1.0);
    }

    @Test
    void the_course_ends_with_all_purchases_and_an_expectation_near_them() {
        Judgement judged =
                new BackTest(Logs.shop(1500, 0.2, 3), settings(300, 100, 400)).judge(new Cell("mbg-nbd", 300));
        Judgement.Week last = judged.course().get(judged.course().size() - 1);
        PurchaseLog log = Logs.shop(1500, 0.2, 3);
        assertThat(last.actual()).isEqualTo(log.purchases() - (double) log.customers());
        assertThat(last.expected()).isCloseTo(last.actual(), within(0.15 * last.actual()));
        assertThat(judged.course()).isSortedAccordingTo((a, b) -> Double.compare(a.until(), b.until()));
    }

    @Test
    void too_few_customers_at_an_origin_are_a_stated_reason_and_no_number() {
        Judgement judged = new BackTest(Logs.shop(20, 0.2, 3), settings(250, 100, 400)).judge(new Cell("mbg-nbd", 250));
        assertThat(judged.purchases()).isEmpty();
        assertThat(judged.reason().orElseThrow().english()).contains("30");
        assertThat(judged.reason().orElseThrow().chinese()).contains("30");
    }

    @Test
    void where_amounts_are_not_known_only_purchases_are_judged() {
        PurchaseLog.Collector log = new PurchaseLog.Collector();
        for (int who = 0; who < 100; who++) {
            log.add(who, who % 50, Double.NaN);
            log.add(who, 100 + who, Double.NaN);
        }
        Judgement judged = new BackTest(log.collected(), settings(150, 50, 200)).judge(new Cell("mbg-nbd", 150));
        assertThat(judged.purchases()).isPresent();
        assertThat(judged.money()).isEmpty();
    }

    private static ForecastQuality purchases(BackTest test, String forecaster, double origin) {
        return test.judge(new Cell(forecaster, origin)).purchases().orElseThrow();
    }

    private static BackTest.Settings settings(double origin, double horizon, double end) {
        return new BackTest.Settings(
                PurchaseKind.candidates(), List.of(origin), horizon, end, 7, 500, Fit.Settings.standard());
    }

    private static PurchaseLog until(PurchaseLog log, double end) {
        PurchaseLog.Collector kept = new PurchaseLog.Collector();
        for (int who = 0; who < log.customers(); who++) {
            for (int i = log.from(who); i < log.to(who) && log.time(i) <= end; i++) {
                kept.add(who, log.time(i), log.amount(i));
            }
        }
        return kept.collected();
    }
}
