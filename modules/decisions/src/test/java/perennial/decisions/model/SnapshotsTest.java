package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.analytics.churn.Factors;
import perennial.analytics.features.Feature;
import perennial.churn.ChurnScores.Risk;
import perennial.kernel.Words;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Vocabulary;
import perennial.segmentation.Segments.Segment;
import perennial.value.ValueScores.Range;
import perennial.value.ValueScores.ValueScore;

class SnapshotsTest {
    private static final Words WORDS = new Words("big spenders", "高消费");

    private static CustomerSnapshot of(A customer) {
        return new Snapshots(A.shop(A.product("mug", "kitchen", 800)), A.NOW).of(customer.known());
    }

    private static Duration days(long days) {
        return Duration.ofDays(days);
    }

    @Test
    void of_whom_nothing_is_known_a_snapshot_says_nothing() {
        assertThat(new Snapshots(A.emptyShop(), A.NOW).of(A.customer().known()).known())
                .isEqualTo(Map.of(
                        "customer", "anna", "moment", "WEEKLY", "currency", "EUR", "stage", "RETENTION", "orders", 0));
    }

    @Test
    void features_are_taken_over_as_folded_and_amounts_in_minor_units() {
        CustomerSnapshot snapshot = of(A.customer()
                .with(Feature.ORDERS, 3)
                .with(Feature.RECENCY, 12)
                .with(Feature.REGISTERED_AGE, 400)
                .with(Feature.SPEND, 123.45)
                .with(Feature.SILENCE, 1.5));
        assertThat(snapshot.orders()).isEqualTo(3);
        assertThat(snapshot.recency()).isEqualTo(12);
        assertThat(snapshot.daysSinceRegistration()).isEqualTo(400);
        assertThat(snapshot.spend()).isEqualTo(12_345);
        assertThat(snapshot.silence()).isEqualTo(1.5);
        assertThat(snapshot.gapMean()).isNull();
        assertThat(snapshot.medianOrder()).isEqualTo(5_000);
    }

    @Test
    void spend_is_ranked_among_those_who_bought() {
        assertThat(of(A.customer().with(Feature.SPEND, 50)).spendRank()).isEqualTo(0.5);
        assertThat(of(A.customer()).spendRank()).isNull();
    }

    @Test
    void scores_come_with_reasons_ranges_and_rank() {
        CustomerSnapshot snapshot = of(A.customer()
                .in(new Segment("s1", WORDS, 1, 1, A.euros(1), Optional.empty(), Map.of(), List.of()))
                .whoCameFrom("s2")
                .atRisk(new Risk(0.7, List.of("silence")))
                .worth(new ValueScore(
                        A.ANNA,
                        0.4,
                        2.5,
                        Optional.of(A.euros(20_000)),
                        Optional.of(new Range(A.euros(-100), A.euros(30_000))),
                        Optional.of(new Range(A.euros(0), A.euros(50_000))))));
        assertThat(snapshot.segmentName()).isEqualTo("big spenders");
        assertThat(snapshot.segmentBefore()).isEqualTo("s2");
        assertThat(snapshot.churnProbability()).isEqualTo(0.7);
        assertThat(snapshot.mainChurnReason()).isEqualTo("SILENCE");
        assertThat(snapshot.churnReason()).isEqualTo("silence");
        assertThat(snapshot.churnReason2()).isNull();
        assertThat(snapshot.aliveProbability()).isEqualTo(0.4);
        assertThat(snapshot.expectedValue()).isEqualTo(20_000);
        assertThat(snapshot.valueRank()).isEqualTo(1);
        assertThat(snapshot.expectedValueLower()).isZero();
        assertThat(snapshot.expectedValueUpper()).isEqualTo(30_000);
        assertThat(snapshot.valueOutcomeLower()).isZero();
        assertThat(snapshot.valueOutcomeUpper()).isEqualTo(50_000);
    }

    @Test
    void a_value_without_a_spend_model_has_no_rank() {
        CustomerSnapshot snapshot = of(A.customer()
                .worth(new ValueScore(A.ANNA, 0.4, 2.5, Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(snapshot.expectedPurchases()).isEqualTo(2.5);
        assertThat(snapshot.expectedValue()).isNull();
        assertThat(snapshot.valueRank()).isNull();
    }

    @Test
    void a_channel_that_was_never_asked_for_is_neither_yes_nor_no() {
        CustomerSnapshot snapshot =
                of(A.customer().whoSaid("email", true, days(9), false).whoSaid("sms", false, days(9), false));
        assertThat(snapshot.emailConsent()).isTrue();
        assertThat(snapshot.smsConsent()).isFalse();
        assertThat(snapshot.pushConsent()).isNull();
        assertThat(snapshot.phoneConsent()).isNull();
        assertThat(snapshot.consentAssumed()).isFalse();
    }

    @Test
    void a_consent_that_was_told_after_the_run_is_not_known_to_it() {
        CustomerSnapshot snapshot = of(A.customer().whoSaid("email", true, days(-1), false));
        assertThat(snapshot.emailConsent()).isNull();
        assertThat(snapshot.consentAssumed()).isNull();
    }

    @Test
    void an_assumed_consent_says_so_and_a_way_that_no_rule_uses_is_left_out() {
        assertThat(of(A.customer().whoSaid("email", true, days(1), true)).consentAssumed())
                .isTrue();
        assertThat(of(A.customer().whoSaid("post", true, days(1), true)).consentAssumed())
                .isNull();
    }

    @Test
    void the_offered_product_is_of_the_favourite_category_with_its_margin_and_cover() {
        A lover =
                A.customer().whoLikes("kitchen").with(Feature.AVERAGE_ORDER, 30).with(Feature.UNITS_PER_ORDER, 3);
        CustomerSnapshot snapshot = of(lover);
        assertThat(snapshot.offerProduct()).isEqualTo("mug");
        assertThat(snapshot.offerListPrice()).isEqualTo(800);
        assertThat(snapshot.offerByUsual()).isEqualTo(0.8);
        assertThat(snapshot.offerCost()).isEqualTo(400);
        assertThat(snapshot.offerMargin()).isEqualTo(0.5);
        assertThat(snapshot.offerStockCover()).isEqualTo(180);
        assertThat(of(A.customer().whoLikes("garden")).offerProduct()).isNull();
    }

    @Test
    void an_order_of_the_last_seven_days_is_seen_with_those_around_it() {
        CustomerSnapshot snapshot = of(A.customer()
                .whoBought(days(30), 1_000, "DE", "DE")
                .whoBought(days(2).plusHours(20), 1_000, "DE", "DE")
                .whoBought(days(2).plusMinutes(30), 1_000, "DE", "DE")
                .whoBought(days(2), 20_000, "DE", "FR"));
        assertThat(snapshot.orderValue()).isEqualTo(20_000);
        assertThat(snapshot.orderByMedian()).isEqualTo(4);
        assertThat(snapshot.ordersLastHour()).isEqualTo(2);
        assertThat(snapshot.ordersLastDay()).isEqualTo(3);
        assertThat(snapshot.countryMismatch()).isTrue();
    }

    @Test
    void an_older_order_is_not_the_order_of_the_week() {
        CustomerSnapshot snapshot = of(A.customer().whoBought(days(8), 1_000, "DE", "DE"));
        assertThat(snapshot.orderValue()).isNull();
        assertThat(snapshot.ordersLastHour()).isNull();
        assertThat(snapshot.countryMismatch()).isNull();
    }

    @Test
    void countries_that_are_not_both_known_do_not_mismatch() {
        assertThat(of(A.customer().whoBought(days(1), 1_000, "DE", "")).countryMismatch())
                .isNull();
    }

    @Test
    void a_cart_left_standing_is_valued_at_list_prices_by_the_last_quantities() {
        CustomerSnapshot snapshot = of(A.customer()
                .whoPutIntoTheCart(days(40), "plate", 9)
                .whoPutIntoTheCart(days(4), "plate", 1)
                .whoPutIntoTheCart(days(3), "mug", 1)
                .whoPutIntoTheCart(days(2), "mug", 2));
        assertThat(snapshot.cartValue()).isEqualTo(2 * 800 + 1_200);
        assertThat(snapshot.cartByMedian()).isEqualTo(0.56);
    }

    @Test
    void a_cart_that_an_order_followed_or_with_a_product_without_a_price_has_no_value() {
        assertThat(of(A.customer().whoPutIntoTheCart(days(4), "mug", 1).whoBought(days(3), 800, "", ""))
                        .cartValue())
                .isNull();
        assertThat(of(A.customer().whoPutIntoTheCart(days(4), "mug", 1).whoPutIntoTheCart(days(4), "vase", 1))
                        .cartValue())
                .isNull();
    }

    @Test
    void the_last_bad_service_case_has_an_age_and_a_good_one_has_not() {
        assertThat(of(A.customer()
                                .whoRatedAServiceCase(days(20), 1)
                                .whoRatedAServiceCase(days(6), 2)
                                .whoRatedAServiceCase(days(1), 5))
                        .badCaseAge())
                .isEqualTo(6);
        assertThat(of(A.customer().whoRatedAServiceCase(days(1), 5)).badCaseAge())
                .isNull();
    }

    @Test
    void the_reasons_for_leaving_that_a_rule_may_name_are_those_that_the_model_tells() {
        assertThat(Vocabulary.standard()
                        .attribute("mainChurnReason")
                        .orElseThrow()
                        .oneOf())
                .isEqualTo(Arrays.stream(Factors.values()).map(Factors::name).toList());
    }
}
