package perennial.analytics.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static perennial.analytics.history.Story.at;

import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.analytics.metrics.Metric.Input;
import perennial.analytics.metrics.Metric.Lack;
import perennial.analytics.metrics.Metric.NotKnown;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.kernel.Window;

class MetricsTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Window YEAR = new Window(at("2025-01-01"), at("2026-01-01"));
    private static final Metrics METRICS = new Metrics(YEAR, EURO);

    private static Money euro(long minor) {
        return new Money(minor, EURO);
    }

    private static Metric ltv(double contribution, double rate, double periods) {
        return METRICS.ltv(OptionalDouble.of(contribution), rate, periods);
    }

    private static void assertNotKnown(Metric metric, Lack lack, Quantity quantity) {
        assertThat(metric.value()).isEmpty();
        assertThat(metric.outcome()).isEqualTo(new NotKnown(lack, quantity));
    }

    @Test
    void the_founding_example_of_ltv_gives_what_its_formula_says() {
        // 5000 at 10 % over 3 years: 500 / 0.331, and not the 3724.04 that was printed beside it
        assertThat(ltv(5000, 0.1, 3).value().orElseThrow()).isCloseTo(500 / 0.331, within(1e-9));
        assertThat(ltv(5000, 0.1, 3).value().orElseThrow()).isCloseTo(1510.57, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 3", "0.02, 12", "-0.05, 4", "1, 2", "0.3, 1", "0.000001, 36"})
    void ltv_paid_in_every_period_grows_to_the_contribution(double rate, int periods) {
        double instalment = ltv(5000, rate, periods).value().orElseThrow();
        double saved = 0;
        for (int t = 0; t < periods; t++) {
            saved = saved * (1 + rate) + instalment;
        }
        assertThat(saved).isCloseTo(5000, within(1e-8));
    }

    @Test
    void without_interest_ltv_is_an_even_share_and_small_rates_come_near_to_it() {
        assertThat(ltv(900, 0, 3).value()).hasValue(300);
        assertThat(ltv(900, 1e-12, 3).value().orElseThrow()).isCloseTo(300, within(1e-8));
    }

    @Test
    void ltv_over_one_period_is_the_contribution_itself() {
        assertThat(ltv(123.45, 0.07, 1).value().orElseThrow()).isCloseTo(123.45, within(1e-11));
    }

    @Test
    void without_a_contribution_ltv_is_not_known() {
        assertNotKnown(METRICS.ltv(OptionalDouble.empty(), 0.1, 3), Lack.NOT_RECORDED, Quantity.CONTRIBUTION);
    }

    @Test
    void roc_is_ltv_by_cac() {
        Metric cac = METRICS.cac(Optional.of(euro(50_000)), OptionalLong.of(5));
        assertThat(METRICS.roc(ltv(900, 0, 3), cac).value()).hasValue(3);
    }

    @Test
    void roc_is_not_known_for_the_reason_that_its_parts_are_not() {
        Metric noCosts = METRICS.cac(Optional.empty(), OptionalLong.of(5));
        Metric freeCustomers = METRICS.cac(Optional.of(euro(0)), OptionalLong.of(5));
        Metric noLtv = METRICS.ltv(OptionalDouble.empty(), 0.1, 3);

        assertNotKnown(METRICS.roc(ltv(900, 0, 3), noCosts), Lack.NOT_RECORDED, Quantity.ACQUISITION_COSTS);
        assertNotKnown(METRICS.roc(noLtv, freeCustomers), Lack.NOT_RECORDED, Quantity.CONTRIBUTION);
        assertNotKnown(METRICS.roc(ltv(900, 0, 3), freeCustomers), Lack.NONE_IN_PERIOD, Quantity.ACQUISITION_COST);
    }

    @Test
    void arpu_is_revenue_by_buyers() {
        assertThat(METRICS.arpu(euro(1_000_000), 400).value()).hasValue(25);
        assertThat(METRICS.arpu(euro(-500), 2).value()).hasValue(-2.5);
        assertNotKnown(METRICS.arpu(euro(0), 0), Lack.NONE_IN_PERIOD, Quantity.BUYERS);
    }

    @Test
    void clv_is_the_sum_of_what_each_period_brings() {
        assertThat(METRICS.clv(List.of(100.0, 80.0, 50.5)).value()).hasValue(230.5);
        assertNotKnown(METRICS.clv(List.of()), Lack.NOT_RECORDED, Quantity.CONTRIBUTION);
    }

    @Test
    void discounted_clv_discounts_the_first_period_already() {
        double expected = 100 / 1.1 + 80 / 1.21 + 50 / 1.331;
        assertThat(METRICS.discountedClv(List.of(100.0, 80.0, 50.0), 0.1)
                        .value()
                        .orElseThrow())
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void discounted_clv_of_even_periods_is_the_present_value_of_an_annuity() {
        double annuity = 100 * (1 - Math.pow(1.05, -10)) / 0.05;
        assertThat(METRICS.discountedClv(Collections.nCopies(10, 100.0), 0.05)
                        .value()
                        .orElseThrow())
                .isCloseTo(annuity, within(1e-10));
    }

    @Test
    void without_a_discount_both_clv_are_one() {
        List<Double> contributions = List.of(10.0, -3.0, 7.25);
        assertThat(METRICS.discountedClv(contributions, 0).value())
                .isEqualTo(METRICS.clv(contributions).value());
    }

    @Test
    void retention_and_churn_are_shares_of_the_customers_at_the_start() {
        // 200 at the start; at the end 230, of whom 80 are new: 150 stayed
        assertThat(METRICS.retentionRate(OptionalLong.of(200), 230, 80).value()).hasValue(0.75);
        assertThat(METRICS.churnRate(OptionalLong.of(200), 230, 80).value()).hasValue(0.25);
    }

    @Test
    void without_customers_at_the_start_nobody_can_stay() {
        assertNotKnown(METRICS.retentionRate(OptionalLong.of(0), 10, 10), Lack.NONE_IN_PERIOD, Quantity.AT_START);
        assertNotKnown(METRICS.churnRate(OptionalLong.empty(), 10, 4), Lack.RECORDS_TOO_SHORT, Quantity.AT_START);
    }

    @Test
    void costs_are_spread_over_heads() {
        assertThat(METRICS.cac(Optional.of(euro(120_000)), OptionalLong.of(48)).value())
                .hasValue(25);
        assertThat(METRICS.crc(Optional.of(euro(120_000)), 480).value()).hasValue(2.5);
    }

    @Test
    void costs_that_nobody_imported_are_not_costs_of_zero() {
        assertNotKnown(
                METRICS.cac(Optional.empty(), OptionalLong.of(48)), Lack.NOT_RECORDED, Quantity.ACQUISITION_COSTS);
        assertNotKnown(METRICS.crc(Optional.empty(), 48), Lack.NOT_RECORDED, Quantity.RETENTION_COSTS);
        assertThat(METRICS.cac(Optional.of(euro(0)), OptionalLong.of(48)).value())
                .hasValue(0);
        assertNotKnown(
                METRICS.cac(Optional.of(euro(100)), OptionalLong.empty()),
                Lack.RECORDS_TOO_SHORT,
                Quantity.FIRST_BUYERS);
        assertNotKnown(
                METRICS.cac(Optional.of(euro(100)), OptionalLong.of(0)), Lack.NONE_IN_PERIOD, Quantity.FIRST_BUYERS);
    }

    @Test
    void a_metric_names_formula_period_currency_and_inputs() {
        Metric metric = METRICS.arpu(euro(1_000_000), 400);

        assertThat(metric.measure().formula()).isEqualTo("R / B");
        assertThat(metric.period()).isEqualTo(YEAR);
        assertThat(metric.currency()).isEqualTo(EURO);
        assertThat(metric.inputs())
                .containsExactly(
                        new Input(Quantity.REVENUE, List.of(10_000.0)), new Input(Quantity.BUYERS, List.of(400.0)));
        assertThat(METRICS.cac(Optional.empty(), OptionalLong.of(3)).inputs())
                .containsExactly(
                        new Input(Quantity.ACQUISITION_COSTS, List.of()),
                        new Input(Quantity.FIRST_BUYERS, List.of(3.0)));
    }

    @Test
    void why_a_metric_is_not_known_is_a_sentence_in_both_languages() {
        NotKnown lack = new NotKnown(Lack.NOT_RECORDED, Quantity.ACQUISITION_COSTS);

        assertThat(lack.reason(Locale.ENGLISH)).isEqualTo("Not known: no record of acquisition costs for this period.");
        assertThat(lack.reason(Locale.SIMPLIFIED_CHINESE)).isEqualTo("未知：该期间没有“获客成本总额”的记录。");
    }

    @Test
    void every_measure_quantity_and_lack_has_words_in_both_languages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(Measure.values())
                    .extracting(measure -> measure.title(locale))
                    .doesNotHaveDuplicates();
            assertThat(Quantity.values())
                    .allSatisfy(quantity -> assertThat(quantity.title(locale)).isNotBlank());
            assertThat(Lack.values())
                    .allSatisfy(lack -> assertThat(new NotKnown(lack, Quantity.RATE).reason(locale))
                            .doesNotContain("{"));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -2, Double.NaN, Double.POSITIVE_INFINITY})
    void a_rate_that_loses_everything_is_refused(double rate) {
        assertRefused("rate", () -> ltv(100, rate, 3));
        assertRefused("rate", () -> METRICS.discountedClv(List.of(1.0), rate));
    }

    @Test
    void inputs_that_cannot_be_are_refused_by_name() {
        assertRefused("periods", () -> ltv(100, 0.1, 0));
        assertRefused("periods", () -> ltv(100, 0.1, Double.NaN));
        assertRefused("contribution", () -> ltv(Double.NaN, 0.1, 1));
        assertRefused("contribution", () -> METRICS.clv(List.of(1.0, Double.POSITIVE_INFINITY)));
        assertRefused("buyers", () -> METRICS.arpu(euro(1), -1));
        assertRefused("revenue", () -> METRICS.arpu(new Money(1, Currency.getInstance("USD")), 1));
        assertRefused("gained", () -> METRICS.retentionRate(OptionalLong.of(5), 3, 4));
        assertRefused("atStart", () -> METRICS.retentionRate(OptionalLong.of(5), 9, 3));
        assertRefused(
                "ltv", () -> METRICS.roc(METRICS.clv(List.of(1.0)), METRICS.cac(Optional.empty(), OptionalLong.of(1))));
        assertRefused("cac", () -> METRICS.roc(ltv(100, 0.1, 3), METRICS.crc(Optional.empty(), 1)));
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
