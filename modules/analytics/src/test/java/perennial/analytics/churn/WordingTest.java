package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;

class WordingTest {
    private static final Features REGULAR = customer(Map.of(
            Feature.FREQUENCY, 4.0,
            Feature.RECENCY, 61.0,
            Feature.AGE, 153.0,
            Feature.GAP_MEAN, 23.0,
            Feature.SILENCE, 61 / 23.0,
            Feature.SPEND_90, 0.0));
    private static final Features ONCE = customer(Map.of(
            Feature.FREQUENCY, 0.0,
            Feature.RECENCY, 40.0,
            Feature.AGE, 40.0));

    @Test
    void silence_is_told_against_the_customers_own_rhythm() {
        Reason reason = only(REGULAR, raises(Feature.RECENCY, 61, 20, 1.2));

        assertThat(reason.english()).isEqualTo("usually buys every 23 days, silent for 61 days");
        assertThat(reason.chinese()).isEqualTo("通常每23天购买一次，已沉默61天");
        assertThat(reason.value()).hasValue(61);
        assertThat(reason.typical()).hasValue(20);
        assertThat(reason.sentence(Locale.CHINA)).isEqualTo(reason.chinese());
    }

    @Test
    void who_bought_once_has_no_rhythm_to_be_told() {
        assertThat(only(ONCE, raises(Feature.RECENCY, 40, 20, 1)).english())
                .isEqualTo("bought on one day only, 40 days ago");
        assertThat(only(ONCE, new Contribution(Feature.GAP_VARIATION, OptionalDouble.empty(), OptionalDouble.of(1), 1))
                        .chinese())
                .isEqualTo("只有一天购买过，尚无购买规律");
    }

    @Test
    void money_and_habit_come_with_their_units() {
        assertThat(only(REGULAR, raises(Feature.SPEND_90, 0, 120.5, 0.4)).english())
                .isEqualTo("spent GBP 0.00 in the last 90 days, typically GBP 120.50");
        assertThat(only(REGULAR, raises(Feature.AGE, 153, 100, 0.4)).english())
                .isEqualTo("bought on 5 days in 153 days");
        assertThat(only(REGULAR, raises(Feature.AGE, 153, 100, 0.4)).chinese()).isEqualTo("153天内在5天购买过");
        assertThat(only(REGULAR, raises(Feature.ORDERS_90, 0, 2, 0.4)).chinese())
                .isEqualTo("近90天订单数：0，一般客户为2");
    }

    @Test
    void features_of_one_story_are_one_reason_with_their_sum() {
        List<Reason> reasons =
                reasons(REGULAR, raises(Feature.RECENCY, 61, 20, 0.5), raises(Feature.SILENCE, 61 / 23.0, 0.8, 0.75));

        assertThat(reasons).hasSize(1);
        assertThat(reasons.get(0).feature()).isEqualTo(Feature.SILENCE);
        assertThat(reasons.get(0).logOdds()).isEqualTo(1.25);
    }

    @Test
    void what_lowers_the_risk_or_hardly_raises_it_is_no_reason() {
        assertThat(reasons(
                        REGULAR,
                        raises(Feature.RECENCY, 61, 20, -0.5),
                        raises(Feature.ORDERS_90, 0, 2, 0.01),
                        raises(Feature.LAST_ORDER, 10, 20, 0.6),
                        raises(Feature.LAST_ORDER_RATIO, 0.5, 1, -0.8)))
                .isEmpty();
    }

    @Test
    void more_of_what_keeps_customers_is_no_reason_for_leaving() {
        assertThat(reasons(REGULAR, raises(Feature.ORDERS_90, 19, 7, 0.7))).isEmpty();
    }

    @Test
    void what_is_as_typical_as_can_be_is_no_reason() {
        assertThat(reasons(REGULAR, raises(Feature.ORDERS_90, 1, 1, 0.7))).isEmpty();
    }

    @Test
    void three_reasons_at_most_the_strongest_first() {
        List<Reason> reasons = reasons(
                REGULAR,
                raises(Feature.RECENCY, 61, 20, 0.2),
                raises(Feature.ORDERS_90, 0, 2, 0.9),
                raises(Feature.LAST_ORDER, 10, 20, 0.6),
                raises(Feature.TOP_SHARE, 0.9, 0.4, 0.3));

        assertThat(reasons)
                .extracting(Reason::feature)
                .containsExactly(Feature.ORDERS_90, Feature.LAST_ORDER, Feature.TOP_SHARE);
        assertThat(reasons.get(2).english()).contains("90 %", "40 %");
    }

    @Test
    void every_feature_can_be_worded_in_both_languages() {
        for (Feature feature : Factors.features()) {
            double typical = 2;
            double value = switch (Factors.column(feature).direction()) {
                case LOWERS -> 1;
                case RAISES, EITHER -> 3;
            };
            Reason reason = only(REGULAR, raises(feature, value, typical, 1));
            assertThat(reason.english()).isNotBlank().doesNotContain("{");
            assertThat(reason.chinese())
                    .isNotBlank()
                    .doesNotContain("{")
                    .matches(text -> text.codePoints()
                            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        }
    }

    @Test
    void every_shortfall_can_be_worded_in_both_languages() {
        for (ChurnFit.Part part : ChurnFit.Part.values()) {
            for (ChurnFit.Count count : ChurnFit.Count.values()) {
                ChurnFit.Shortfall shortfall = new ChurnFit.Shortfall(part, count, 3, 30);
                assertThat(shortfall.sentence(Locale.ENGLISH)).contains("3", "30");
                assertThat(shortfall.sentence(Locale.SIMPLIFIED_CHINESE)).contains("至少需要30");
            }
        }
    }

    private static Contribution raises(Feature feature, double value, double typical, double logOdds) {
        return new Contribution(feature, OptionalDouble.of(value), OptionalDouble.of(typical), logOdds);
    }

    private static Reason only(Features customer, Contribution contribution) {
        List<Reason> reasons = reasons(customer, contribution);
        assertThat(reasons).hasSize(1);
        return reasons.get(0);
    }

    private static List<Reason> reasons(Features customer, Contribution... contributions) {
        return new Wording(Currency.getInstance("GBP")).reasons(customer, Arrays.asList(contributions));
    }

    private static Features customer(Map<Feature, Double> known) {
        return Features.of(new CustomerId("17850"), Instant.parse("2025-01-01T00:00:00Z"), known);
    }
}
