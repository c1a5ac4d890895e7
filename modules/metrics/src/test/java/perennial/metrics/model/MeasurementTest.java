package perennial.metrics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.analytics.metrics.CohortTable.Cohort;
import perennial.analytics.metrics.Measure;
import perennial.analytics.metrics.Metric;
import perennial.analytics.metrics.Metric.Input;
import perennial.analytics.metrics.Metric.NotKnown;
import perennial.analytics.metrics.Quantity;
import perennial.kernel.Window;
import perennial.metrics.Metrics.PeriodMetrics;
import perennial.metrics.Metrics.Report;

class MeasurementTest {

    private static PeriodMetrics metrics(TeaShop shop) {
        return shop.report(TeaShop.PERIOD).periods().get(0);
    }

    private static Metric metric(PeriodMetrics period, Measure measure) {
        return period.metrics().get(measure.ordinal());
    }

    private static double value(TeaShop shop, Measure measure) {
        return metric(metrics(shop), measure).value().orElseThrow();
    }

    private static Stream<Measure> unknown(PeriodMetrics period) {
        return period.metrics().stream()
                .filter(metric -> metric.value().isEmpty())
                .map(Metric::measure);
    }

    private static String reason(Metric metric, Locale locale) {
        return metric.outcome() instanceof NotKnown unknown ? unknown.reason(locale) : "known";
    }

    private static List<Double> input(Metric metric, Quantity quantity) {
        return metric.inputs().stream()
                .filter(input -> input.quantity() == quantity)
                .map(Input::values)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_report_has_all_nine_metrics_in_their_order() {
        assertThat(new TeaShop().report(TeaShop.PERIOD).periods().get(0).metrics())
                .extracting(Metric::measure)
                .containsExactly(Measure.values());
    }

    @Test
    void revenue_per_buyer_is_net_of_what_came_back() {
        // 2 tea, 1 tea, a pot and a tea are 70.00; a tea came back; Anna, Carl and Dora bought
        Metric arpu = metric(metrics(new TeaShop()), Measure.ARPU);
        assertThat(arpu.value()).hasValue(60.0 / 3);
        assertThat(input(arpu, Quantity.REVENUE)).containsExactly(60.0);
        assertThat(input(arpu, Quantity.BUYERS)).containsExactly(3.0);
    }

    @Test
    void of_two_customers_at_the_start_one_stayed() {
        assertThat(value(new TeaShop(), Measure.RETENTION_RATE)).isEqualTo(0.5);
        assertThat(value(new TeaShop(), Measure.CHURN_RATE)).isEqualTo(0.5);
    }

    @Test
    void acquisition_costs_of_all_channels_fall_on_the_one_first_time_buyer() {
        assertThat(value(new TeaShop(), Measure.CAC)).isEqualTo(50);
    }

    @Test
    void retention_costs_fall_on_the_three_buyers_and_marketing_costs_on_nobody() {
        assertThat(value(new TeaShop(), Measure.CRC)).isEqualTo(10);
    }

    @Test
    void contributions_are_what_is_left_after_the_cost_of_the_goods_that_stayed_by_month_and_buyer() {
        // first half: 30.00 revenue less 3 tea at 4.00; second half: 30.00 less a pot at 10.00
        Metric clv = metric(metrics(new TeaShop()), Measure.CLV);
        assertThat(input(clv, Quantity.CONTRIBUTION)).containsExactly(18.0 / 3, 20.0 / 3);
        assertThat(clv.value().orElseThrow()).isCloseTo(38.0 / 3, within(1e-12));
    }

    @Test
    void the_lifetime_formulas_take_one_percent_a_month_and_two_months() {
        assertThat(value(new TeaShop(), Measure.LTV)).isCloseTo(38.0 / 3 * 0.01 / 0.0201, within(1e-9));
        assertThat(value(new TeaShop(), Measure.DISCOUNTED_CLV)).isCloseTo(6 / 1.01 + 20.0 / 3 / 1.0201, within(1e-9));
        assertThat(value(new TeaShop(), Measure.ROC)).isCloseTo(38.0 / 3 * 0.01 / 0.0201 / 50, within(1e-9));
    }

    @Test
    void without_costs_what_rests_on_them_is_not_known_and_says_why() {
        PeriodMetrics metrics = metrics(new TeaShop().withoutCosts());
        assertThat(unknown(metrics)).containsExactlyInAnyOrder(Measure.CAC, Measure.ROC, Measure.CRC);
        assertThat(reason(metric(metrics, Measure.ROC), Locale.ENGLISH))
                .isEqualTo("Not known: no record of acquisition costs for this period.");
        assertThat(reason(metric(metrics, Measure.CRC), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("未知：该期间没有“留存成本总额”的记录。");
    }

    @Test
    void one_product_without_a_known_cost_makes_contributions_unknown() {
        PeriodMetrics metrics = metrics(new TeaShop().withoutTheCostOf("pot"));
        assertThat(unknown(metrics))
                .containsExactlyInAnyOrder(Measure.LTV, Measure.CLV, Measure.DISCOUNTED_CLV, Measure.ROC);
        assertThat(reason(metric(metrics, Measure.LTV), Locale.ENGLISH)).contains("revenue less the cost of goods");
    }

    @Test
    void where_the_records_begin_within_the_period_before_nobody_can_tell_who_stayed_or_is_new() {
        PeriodMetrics metrics = metrics(new TeaShop().recordedFrom("2025-01-10"));
        assertThat(unknown(metrics))
                .containsExactlyInAnyOrder(Measure.RETENTION_RATE, Measure.CHURN_RATE, Measure.CAC, Measure.ROC);
    }

    @Test
    void of_a_period_in_which_nobody_bought_only_retention_and_churn_are_known() {
        Window quiet = new Window(TeaShop.day("2025-01-20"), TeaShop.day("2025-02-03"));
        PeriodMetrics metrics = new TeaShop().report(quiet).periods().get(0);
        assertThat(metric(metrics, Measure.RETENTION_RATE).value()).hasValue(0);
        assertThat(unknown(metrics)).hasSize(7);
    }

    @Test
    void the_cohorts_stand_beside_the_metrics() {
        Report report = new TeaShop().report(TeaShop.PERIOD);
        assertThat(report.cohorts().lastMonthIsPartial()).isFalse();
        assertThat(report.cohorts().cohorts())
                .containsExactly(
                        new Cohort(YearMonth.of(2024, 12), List.of(1L, 0L, 0L, 0L, 1L)),
                        new Cohort(YearMonth.of(2025, 1), List.of(2L, 0L, 1L, 1L)),
                        new Cohort(YearMonth.of(2025, 2), List.of(0L, 0L, 0L)),
                        new Cohort(YearMonth.of(2025, 3), List.of(1L, 0L)),
                        new Cohort(YearMonth.of(2025, 4), List.of(0L)));
    }
}
