package perennial.analytics.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static perennial.analytics.history.Story.at;

import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.features.Feature;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;
import perennial.analytics.history.Story;
import perennial.analytics.lifecycle.Placement.Basis;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;

class LifeCycleTest {
    private static final FeatureFold FOLD = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 2));
    private static final LifeCycle STANDARD = new LifeCycle(LifeCycle.Settings.standard());
    private static final Rhythm MONTHLY = new Rhythm(OptionalDouble.of(30), 500);
    private static final Rhythm UNKNOWN = new Rhythm(OptionalDouble.empty(), 4);

    private static Placement place(String cut, Story story, Rhythm rhythm) {
        return STANDARD.place(FOLD.fold(story.history(), at(cut)), rhythm);
    }

    private static Stage stage(String cut, Story story) {
        return place(cut, story, MONTHLY).stage();
    }

    private static Story weekly() {
        return new Story()
                .buys("2025-01-01", 100)
                .buys("2025-01-08", 100)
                .buys("2025-01-15", 100)
                .buys("2025-01-22", 100);
    }

    private static Story fortnightlyForTwoMonths() {
        return new Story()
                .buys("2025-01-01", 100)
                .buys("2025-01-16", 100)
                .buys("2025-01-31", 100)
                .buys("2025-02-15", 100)
                .buys("2025-03-02", 100);
    }

    @Test
    void who_has_not_bought_is_in_acquisition_for_as_long_as_it_takes() {
        assertThat(stage("2025-01-02", new Story().registers("2025-01-01"))).isEqualTo(Stage.ACQUISITION);
        assertThat(stage("2035-01-01", new Story().registers("2025-01-01"))).isEqualTo(Stage.ACQUISITION);
    }

    @Test
    void the_first_purchase_is_conversion_however_many_orders_the_day_holds() {
        Story story = new Story().buys("2025-01-01T10:00", 100).buys("2025-01-01T18:00", 100);
        assertThat(stage("2025-01-02", story)).isEqualTo(Stage.CONVERSION);
    }

    @Test
    void a_second_purchase_day_is_retention() {
        Story story = new Story().buys("2025-01-01", 100).buys("2025-01-02", 100);
        assertThat(stage("2025-01-03", story)).isEqualTo(Stage.RETENTION);
    }

    @Test
    void one_purchase_is_forgotten_after_three_of_the_shops_gaps_and_not_a_day_before() {
        Story story = new Story().buys("2025-01-01", 100);
        // a cut at midnight counts up to the day before: 90 days after the first of January is the first of April
        assertThat(stage("2025-04-02", story)).isEqualTo(Stage.CONVERSION);
        assertThat(stage("2025-04-03", story)).isEqualTo(Stage.CHURNED);
    }

    @Test
    void a_customer_with_a_rhythm_is_judged_by_it() {
        assertThat(stage("2025-02-13", weekly())).isEqualTo(Stage.RETENTION);
        assertThat(stage("2025-02-14", weekly())).isEqualTo(Stage.CHURNED);
        assertThat(place("2025-02-14", weekly(), MONTHLY).basis()).isEqualTo(Basis.CUSTOMER);
    }

    @Test
    void two_gaps_are_no_rhythm_of_ones_own() {
        Story story =
                new Story().buys("2025-01-01", 100).buys("2025-01-08", 100).buys("2025-01-15", 100);
        Placement placement = place("2025-02-14", story, MONTHLY);

        assertThat(placement.stage()).isEqualTo(Stage.RETENTION);
        assertThat(placement.basis()).isEqualTo(Basis.SHOP);
        assertThat(placement.patience()).isEqualTo(90);
    }

    @Test
    void a_busy_week_sets_no_pace() {
        Story story = new Story()
                .buys("2025-01-01", 100)
                .buys("2025-01-02", 100)
                .buys("2025-01-03", 100)
                .buys("2025-01-04", 100);
        Placement placement = place("2025-01-26", story, MONTHLY);

        assertThat(placement.usualGap()).isEqualTo(7);
        assertThat(placement.stage()).isEqualTo(Stage.RETENTION);
        assertThat(stage("2025-01-27", story)).isEqualTo(Stage.CHURNED);
    }

    @Test
    void who_buys_often_for_a_time_is_active() {
        assertThat(stage("2025-03-03", fortnightlyForTwoMonths())).isEqualTo(Stage.ACTIVE);
        assertThat(stage("2025-03-02", fortnightlyForTwoMonths())).isEqualTo(Stage.RETENTION);
    }

    @Test
    void who_buys_for_long_but_more_seldom_than_is_typical_is_retained_and_not_active() {
        Story story = new Story()
                .buys("2025-01-01", 100)
                .buys("2025-02-01", 100)
                .buys("2025-03-01", 100)
                .buys("2025-04-03", 100);
        // gaps of 31, 28 and 33 days: 30.67 on average
        assertThat(stage("2025-04-10", story)).isEqualTo(Stage.RETENTION);
        assertThat(place("2025-04-10", story, new Rhythm(OptionalDouble.of(31), 500))
                        .stage())
                .isEqualTo(Stage.ACTIVE);
    }

    @Test
    void who_comes_back_after_a_long_silence_has_not_churned_any_more() {
        Story story = new Story().buys("2024-01-01", 100);
        assertThat(stage("2025-01-01", story)).isEqualTo(Stage.CHURNED);
        assertThat(stage("2025-01-02", story.buys("2025-01-01T09:00", 100))).isEqualTo(Stage.RETENTION);
    }

    @Test
    void where_too_few_came_back_the_gap_is_assumed_and_the_reason_says_so() {
        Placement placement = place("2025-06-01", new Story().buys("2025-01-01", 100), UNKNOWN);

        assertThat(placement.basis()).isEqualTo(Basis.ASSUMED);
        assertThat(placement.stage()).isEqualTo(Stage.CONVERSION);
        assertThat(placement.patience()).isEqualTo(180);
        assertThat(placement.reason(Locale.ENGLISH)).contains("assumed");
        assertThat(placement.reason(Locale.SIMPLIFIED_CHINESE)).contains("假定");
    }

    @Test
    void the_shops_gap_is_the_median_of_those_who_came_back() {
        LifeCycle fromThree = new LifeCycle(new LifeCycle.Settings(3, 7, 0.5, 3, 60, 3, 4, 60));
        Rhythm rhythm = fromThree.rhythm(Stream.of(withGap(10), withGap(90), once(), withGap(20), withGap(40)));

        assertThat(rhythm.typicalGap()).hasValue(30);
        assertThat(rhythm.customers()).isEqualTo(4);
    }

    @Test
    void too_few_who_came_back_tell_no_gap() {
        Rhythm rhythm = STANDARD.rhythm(Collections.nCopies(29, withGap(10)).stream());

        assertThat(rhythm.typicalGap()).isEmpty();
        assertThat(rhythm.customers()).isEqualTo(29);
        assertThat(STANDARD.rhythm(Collections.nCopies(30, withGap(10)).stream())
                        .typicalGap())
                .hasValue(10);
    }

    @Test
    void reasons_are_sentences_with_their_figures() {
        Placement churned = place("2025-02-14", weekly(), MONTHLY);
        assertThat(churned.reason(Locale.ENGLISH))
                .isEqualTo("Silent for 22 days, longer than the 21 days after which a customer with a usual gap of 7"
                        + " days counts as gone (the customer's own rhythm).");
        assertThat(churned.reason(Locale.SIMPLIFIED_CHINESE)).isEqualTo("已沉默22天；通常间隔为7天的客户，沉默超过21天即视为流失（依据客户自身的节奏）。");

        Placement converted = place("2025-01-03", new Story().buys("2025-01-01", 100), MONTHLY);
        assertThat(converted.reason(Locale.ENGLISH))
                .isEqualTo(
                        "Bought on one day, 1 day ago; counts as gone after 90 days of silence (the shop's rhythm).");
        assertThat(converted.reason(Locale.CHINA)).isEqualTo("仅在一天购买过，距今1天；沉默超过90天视为流失（依据店铺的节奏）。");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void every_stage_has_a_name_and_a_reason_in_both_languages(Stage stage) {
        Placement placement = new Placement(stage, 5, 0, 12.4, Basis.CUSTOMER, 37.2);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(stage.title(locale)).isNotBlank();
            assertThat(placement.reason(locale)).doesNotContain("{", "}", "''").isNotBlank();
        }
        assertThat(stage.title(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @Test
    void settings_that_make_no_sense_are_refused_by_name() {
        assertRefused("ownGaps", 0, 7, 0.5, 30, 60, 3, 4, 60);
        assertRefused("shortestGap", 3, Double.NaN, 0.5, 30, 60, 3, 4, 60);
        assertRefused("quantile", 3, 7, 1, 30, 60, 3, 4, 60);
        assertRefused("quantile", 3, 7, Double.NaN, 30, 60, 3, 4, 60);
        assertRefused("leastCustomers", 3, 7, 0.5, 0, 60, 3, 4, 60);
        assertRefused("assumedGap", 3, 7, 0.5, 30, Double.POSITIVE_INFINITY, 3, 4, 60);
        assertRefused("lapse", 3, 7, 0.5, 30, 60, 0.9, 4, 60);
        assertRefused("activeDays", 3, 7, 0.5, 30, 60, 3, 1, 60);
        assertRefused("activeSpan", 3, 7, 0.5, 30, 60, 3, 4, -1);
    }

    private static void assertRefused(
            String field,
            int ownGaps,
            double shortestGap,
            double quantile,
            int leastCustomers,
            double assumedGap,
            double lapse,
            int activeDays,
            double activeSpan) {
        assertThatThrownBy(() -> new LifeCycle.Settings(
                        ownGaps, shortestGap, quantile, leastCustomers, assumedGap, lapse, activeDays, activeSpan))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static Features withGap(double days) {
        return Features.of(new CustomerId("c"), at("2025-01-01"), Map.of(Feature.GAP_MEAN, days));
    }

    private static Features once() {
        return Features.of(new CustomerId("c"), at("2025-01-01"), Map.of(Feature.FREQUENCY, 0.0));
    }
}
