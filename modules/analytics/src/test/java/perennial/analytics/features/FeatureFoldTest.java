package perennial.analytics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static perennial.analytics.features.Feature.*;
import static perennial.analytics.history.Story.at;
import static perennial.analytics.history.Story.line;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import perennial.analytics.history.Event;
import perennial.analytics.history.Story;
import perennial.kernel.InvalidInputException;

class FeatureFoldTest {
    private static final FeatureFold EURO = new FeatureFold(FeatureFold.Settings.recordingAll(ZoneOffset.UTC, 2));

    private static Features asOf(String cut, Story story) {
        return EURO.fold(story.history(), at(cut));
    }

    private static double value(Features features, Feature feature) {
        return features.orElse(feature, Double.NaN);
    }

    @Test
    void a_customer_who_never_bought_has_orders_and_spend_of_zero_and_no_age_as_a_buyer() {
        Features features = asOf("2025-02-01", new Story().registers("2025-01-01T12:00"));

        assertThat(features.known())
                .containsEntry(REGISTERED_AGE, 30.0)
                .containsEntry(ORDERS, 0.0)
                .containsEntry(ORDERS_90, 0.0)
                .containsEntry(ORDERS_365, 0.0)
                .containsEntry(ORDERS_DAY, 0.0)
                .containsEntry(ORDERS_HOUR, 0.0)
                .containsEntry(SPEND, 0.0)
                .containsEntry(SPEND_90, 0.0)
                .containsEntry(SPEND_365, 0.0)
                .containsEntry(BREADTH, 0.0)
                .containsEntry(VISITS_30, 0.0)
                .containsEntry(SEARCHES_30, 0.0)
                .containsEntry(VIEWS_30, 0.0)
                .containsEntry(CASES_90, 0.0)
                .containsEntry(BAD_CASES, 0.0)
                .hasSize(15);
    }

    @Test
    void one_purchase_starts_the_age_and_tells_no_rhythm() {
        Features features = asOf("2025-01-11", new Story().buys("2025-01-01T09:00", 1999));

        assertThat(value(features, FREQUENCY)).isZero();
        assertThat(value(features, LAST_AGE)).isZero();
        assertThat(value(features, AGE)).isEqualTo(9);
        assertThat(value(features, RECENCY)).isEqualTo(9);
        assertThat(value(features, FIRST_ORDER)).isEqualTo(19.99);
        assertThat(value(features, LAST_ORDER)).isEqualTo(19.99);
        assertThat(value(features, AVERAGE_ORDER)).isEqualTo(19.99);
        assertThat(features.known())
                .doesNotContainKeys(
                        MONETARY, GAP_MEAN, GAP_TYPICAL, GAP_LONGEST, GAP_VARIATION, SILENCE, LAST_ORDER_RATIO);
    }

    @Test
    void the_day_of_the_cut_is_the_last_day_that_had_begun_before_it() {
        Story story = new Story().buys("1997-01-01T08:00", 100);

        assertThat(value(asOf("1997-10-01", story), AGE)).isEqualTo(272);
        assertThat(value(asOf("1997-09-30T00:01", story), AGE)).isEqualTo(272);
        assertThat(value(asOf("1997-09-30", story), AGE)).isEqualTo(271);
    }

    @Test
    void purchases_of_one_day_are_one_occasion_and_several_orders() {
        Features features = asOf(
                "2025-01-21",
                new Story()
                        .buys("2025-01-01T08:00", 1000)
                        .buys("2025-01-01T20:00", 500)
                        .buys("2025-01-11T08:00", 300)
                        .buys("2025-01-11T09:00", 400));

        assertThat(value(features, FREQUENCY)).isEqualTo(1);
        assertThat(value(features, ORDERS)).isEqualTo(4);
        assertThat(value(features, LAST_AGE)).isEqualTo(10);
        assertThat(value(features, MONETARY)).isEqualTo(7);
        assertThat(value(features, SPEND)).isEqualTo(22);
        assertThat(value(features, AVERAGE_ORDER)).isEqualTo(5.5);
        assertThat(value(features, GAP_MEAN)).isEqualTo(10);
        assertThat(value(features, SILENCE)).isEqualTo(0.9);
    }

    @Test
    void a_day_is_one_of_the_shops_time_zone() {
        Story story = new Story().buys("2025-01-01T15:59", 100).buys("2025-01-01T16:01", 100);
        FeatureFold shanghai = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneId.of("Asia/Shanghai"), 2));

        assertThat(value(asOf("2025-01-03", story), FREQUENCY)).isZero();
        assertThat(value(shanghai.fold(story.history(), at("2025-01-03")), FREQUENCY))
                .isEqualTo(1);
        assertThat(value(shanghai.fold(story.history(), at("2025-01-03")), RECENCY))
                .isEqualTo(1);
    }

    @Test
    void a_minute_that_the_clock_shows_twice_makes_no_negative_days() {
        FeatureFold stJohns = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneId.of("America/St_Johns"), 2));
        // On 2010-11-07 at 00:01 the clocks of St John's went back to 23:01 of the day before.
        Story story = new Story().buys("2010-11-07T02:30", 100).buys("2010-11-07T02:40", 100);
        Features features = stJohns.fold(story.history(), at("2010-11-07T03:00"));

        assertThat(features.known().values())
                .allSatisfy(value -> assertThat(value).isNotNegative());
    }

    @Test
    void gaps_tell_mean_longest_and_irregularity() {
        Features features = asOf(
                "2025-03-02",
                new Story()
                        .buys("2025-01-01T10:00", 100)
                        .buys("2025-01-11T10:00", 100)
                        .buys("2025-01-31T10:00", 100)
                        .buys("2025-03-02T10:00", 100)
                        .buys("2025-02-10T10:00", 100));

        assertThat(value(features, GAP_MEAN)).isEqualTo(40.0 / 3);
        assertThat(value(features, GAP_TYPICAL)).isCloseTo(Math.cbrt(2000), within(1e-13));
        assertThat(value(features, GAP_LONGEST)).isEqualTo(20);
        // gaps 10, 20, 10: their standard deviation is sqrt(100 / 3)
        assertThat(value(features, GAP_VARIATION)).isCloseTo(Math.sqrt(100.0 / 3) / (40.0 / 3), within(1e-15));
        assertThat(value(features, SILENCE)).isEqualTo(19 / (40.0 / 3));
    }

    @Test
    void two_gaps_are_too_few_for_their_irregularity_and_equal_gaps_have_none() {
        Story story =
                new Story().buys("2025-01-01", 100).buys("2025-01-08", 100).buys("2025-01-15", 100);
        assertThat(asOf("2025-02-01", story).get(GAP_VARIATION)).isEmpty();
        assertThat(value(asOf("2025-02-01", story.buys("2025-01-22", 100)), GAP_VARIATION))
                .isZero();
    }

    @Test
    void a_window_of_90_days_ends_with_the_day_of_the_cut() {
        Story story = new Story()
                .buys("2024-12-31T23:59", 1)
                .buys("2025-01-01T00:00", 10)
                .buys("2025-01-02T00:00", 100)
                .buys("2025-03-31T23:59", 1000);
        Features features = asOf("2025-04-01", story);

        assertThat(value(features, ORDERS_90)).isEqualTo(3);
        assertThat(value(features, SPEND_90)).isEqualTo(11.1);
        assertThat(value(features, TREND)).isEqualTo(0.5);
    }

    @Test
    void a_window_of_365_days_ends_with_the_day_of_the_cut() {
        Story story = new Story().buys("2024-01-01T23:59", 100).buys("2024-01-02T00:00", 250);

        assertThat(value(asOf("2025-01-01", story), ORDERS_365)).isEqualTo(1);
        assertThat(value(asOf("2025-01-01", story), SPEND_365)).isEqualTo(2.5);
    }

    @Test
    void the_trend_runs_from_minus_one_to_one_and_is_not_known_after_half_a_year_of_silence() {
        Story story = new Story().buys("2025-01-01", 100);

        assertThat(value(asOf("2025-01-02", story), TREND)).isEqualTo(1);
        assertThat(value(asOf("2025-06-01", story), TREND)).isEqualTo(-1);
        assertThat(asOf("2025-08-01", story).get(TREND)).isEmpty();
    }

    @Test
    void the_last_order_is_held_against_those_before_it() {
        Features features = asOf(
                "2025-02-01",
                new Story().buys("2025-01-01", 1000).buys("2025-01-02", 3000).buys("2025-01-03", 8000));

        assertThat(value(features, FIRST_ORDER)).isEqualTo(10);
        assertThat(value(features, LAST_ORDER)).isEqualTo(80);
        assertThat(value(features, LAST_ORDER_RATIO)).isEqualTo(4);
    }

    @Test
    void returns_are_a_share_of_spend_and_never_more_than_all_of_it() {
        Story story = new Story().buys("2025-01-01", 1000).returns("2025-01-05", 250);

        assertThat(value(asOf("2025-01-05", story), RETURN_SHARE)).isZero();
        assertThat(value(asOf("2025-01-06", story), RETURN_SHARE)).isEqualTo(0.25);
        assertThat(value(asOf("2025-02-01", story.returns("2025-01-07", 9999)), RETURN_SHARE))
                .isEqualTo(1);
        assertThat(asOf("2025-02-01", new Story().returns("2025-01-05", 250)).get(RETURN_SHARE))
                .isEmpty();
    }

    @Test
    void products_and_categories_tell_breadth_and_focus() {
        Features features = asOf(
                "2025-02-01",
                new Story()
                        .buys("2025-01-01", line("a", "tea", 2, 400), line("b", "tea", 1, 100))
                        .buys("2025-01-02", line("c", "cups", 3, 300), line("d", "", 1, 200)));

        assertThat(value(features, BREADTH)).isEqualTo(4);
        assertThat(value(features, TOP_SHARE)).isEqualTo(0.9);
        assertThat(value(features, CATEGORY_SHARE)).isEqualTo(500.0 / 800);
        assertThat(value(features, UNITS_PER_ORDER)).isEqualTo(3.5);
    }

    @Test
    void without_categories_and_without_spend_no_share_is_known() {
        Features features = asOf("2025-02-01", new Story().buys("2025-01-01", line("gift", "", 1, 0)));

        assertThat(features.known()).doesNotContainKeys(TOP_SHARE, CATEGORY_SHARE, RETURN_SHARE, LAST_ORDER_RATIO);
        assertThat(value(features, BREADTH)).isEqualTo(1);
    }

    @Test
    void coupons_are_a_share_of_orders_where_the_shop_records_them() {
        Story story = new Story()
                .buys("2025-01-01", "", "SPRING", "", "", line("a", "", 1, 100))
                .buys("2025-01-02", "", "", "", "", line("a", "", 1, 900));
        FeatureFold withoutCoupons = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 2));

        assertThat(value(asOf("2025-02-01", story), COUPON_SHARE)).isEqualTo(0.5);
        assertThat(withoutCoupons.fold(story.history(), at("2025-02-01")).get(COUPON_SHARE))
                .isEmpty();
    }

    @Test
    void orders_of_the_last_hour_and_day_are_counted_to_the_second() {
        Features features = asOf(
                "2025-01-02T12:00",
                new Story()
                        .buys("2025-01-01T11:59", 100)
                        .buys("2025-01-01T12:00", 100)
                        .buys("2025-01-02T10:59", 100)
                        .buys("2025-01-02T11:00", 100)
                        .buys("2025-01-02T11:59", 100)
                        .buys("2025-01-02T12:00", 100));

        assertThat(value(features, ORDERS_DAY)).isEqualTo(4);
        assertThat(value(features, ORDERS_HOUR)).isEqualTo(2);
    }

    @Test
    void the_last_order_tells_whether_payment_and_delivery_are_of_one_country() {
        Story story = new Story().buys("2025-01-01", "", "", "DE", "DE", line("a", "", 1, 100));
        assertThat(value(asOf("2025-02-01", story), COUNTRY_MISMATCH)).isZero();
        assertThat(asOf("2025-02-01", story).get(NEW_COUNTRY)).isEmpty();

        story.buys("2025-01-02", "", "", "DE", "FR", line("a", "", 1, 100));
        assertThat(value(asOf("2025-02-01", story), COUNTRY_MISMATCH)).isEqualTo(1);
        assertThat(value(asOf("2025-02-01", story), NEW_COUNTRY)).isEqualTo(1);

        story.buys("2025-01-03", "", "", "", "DE", line("a", "", 1, 100));
        assertThat(asOf("2025-02-01", story).get(COUNTRY_MISMATCH)).isEmpty();
        assertThat(value(asOf("2025-02-01", story), NEW_COUNTRY)).isZero();

        story.buys("2025-01-04", 100);
        assertThat(asOf("2025-02-01", story).known()).doesNotContainKeys(COUNTRY_MISMATCH, NEW_COUNTRY);
    }

    @Test
    void events_of_the_last_30_days_are_counted_by_kind() {
        Features features = asOf(
                "2025-02-01",
                new Story()
                        .does("2025-01-01T23:59", Event.Kind.VISIT, "")
                        .does("2025-01-02T00:00", Event.Kind.VISIT, "")
                        .does("2025-01-04T00:00", Event.Kind.SEARCH, "teapot")
                        .does("2025-01-05T00:00", Event.Kind.VIEW, "a")
                        .does("2025-01-06T00:00", Event.Kind.VIEW, "b"));

        assertThat(value(features, VISITS_30)).isEqualTo(1);
        assertThat(value(features, SEARCHES_30)).isEqualTo(1);
        assertThat(value(features, VIEWS_30)).isEqualTo(2);
        assertThat(value(features, LAST_SEEN)).isEqualTo(25);
    }

    @Test
    void what_the_shop_does_not_record_is_not_known() {
        FeatureFold visitsOnly =
                new FeatureFold(new FeatureFold.Settings(ZoneOffset.UTC, 2, Set.of(Event.Kind.VISIT), false));
        Features features = visitsOnly.fold(new Story().buys("2025-01-01", 100).history(), at("2025-02-01"));

        assertThat(features.known()).containsEntry(VISITS_30, 0.0);
        assertThat(features.known())
                .doesNotContainKeys(
                        SEARCHES_30, VIEWS_30, CASES_90, BAD_CASES, SATISFACTION, COUPON_SHARE, LAST_SEEN, CART_AGE);
    }

    @Test
    void a_cart_stands_until_an_order_follows() {
        Story story = new Story().does("2025-01-01T10:00", Event.Kind.CART, "a");
        assertThat(value(asOf("2025-01-05", story), CART_AGE)).isEqualTo(3);

        story.buys("2025-01-01T10:00", 100);
        assertThat(asOf("2025-01-05", story).get(CART_AGE)).isEmpty();

        story.does("2025-01-03T10:00", Event.Kind.CART, "b");
        assertThat(value(asOf("2025-01-05", story), CART_AGE)).isEqualTo(1);
    }

    @Test
    void service_cases_count_and_their_ratings_are_averaged() {
        Features features = asOf(
                "2025-12-01",
                new Story()
                        .rates("2024-01-01", 1)
                        .rates("2025-01-01", 5)
                        .rates("2025-11-01", 2)
                        .rates("2025-11-02", 2.5)
                        .does("2025-11-03", Event.Kind.SERVICE_CASE, "question"));

        assertThat(value(features, CASES_90)).isEqualTo(3);
        assertThat(value(features, BAD_CASES)).isEqualTo(1);
        assertThat(value(features, SATISFACTION)).isCloseTo(9.5 / 3, within(1e-15));
        assertThat(features.get(LAST_SEEN)).isEmpty();
    }

    @Test
    void money_is_in_major_units_of_the_currency() {
        FeatureFold yen = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 0));

        assertThat(value(yen.fold(new Story().buys("2025-01-01", 1234).history(), at("2025-02-01")), SPEND))
                .isEqualTo(1234);
    }

    @Test
    void a_currency_without_sensible_decimals_is_refused() {
        assertThatThrownBy(() -> FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, -1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("fractionDigits");
        assertThatThrownBy(() -> FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 5))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void tastes_are_what_most_of_the_money_and_most_orders_went_to() {
        Story story = new Story()
                .buys("2025-01-01", "shop", "", "", "DE", line("a", "tea", 1, 500), line("b", "cups", 1, 900))
                .buys("2025-01-02", "web", "", "", "DE", line("a", "tea", 1, 500))
                .buys("2025-01-03", "web", "", "", "FR", line("c", "", 1, 1))
                .does("2025-01-02T10:00", Event.Kind.CART, "c")
                .does("2025-01-04T10:00", Event.Kind.CART, "x")
                .does("2025-01-04T11:00", Event.Kind.CART, "x")
                .does("2025-01-09T11:00", Event.Kind.CART, "y");

        Tastes tastes = EURO.tastes(story.history(), at("2025-01-09"));
        assertThat(tastes.category()).contains("tea");
        assertThat(tastes.products()).containsExactly("a", "b", "c");
        assertThat(tastes.channel()).contains("web");
        assertThat(tastes.shippingCountry()).contains("DE");
        assertThat(tastes.cart()).containsExactly("x");
    }

    @Test
    void a_customer_who_did_nothing_has_no_tastes() {
        Tastes tastes = EURO.tastes(new Story().history(), at("2025-01-09"));
        assertThat(tastes.category()).isEmpty();
        assertThat(tastes.products()).isEmpty();
        assertThat(tastes.channel()).isEmpty();
        assertThat(tastes.cart()).isEmpty();
    }
}
