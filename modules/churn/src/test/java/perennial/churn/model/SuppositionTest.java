package perennial.churn.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.analytics.churn.Assessment;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.Contribution;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.churn.ChurnExplanations.Change;
import perennial.churn.LeavingShop;
import perennial.kernel.InvalidInputException;

class SuppositionTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final LeavingShop SHOP = new LeavingShop(1200, 1);
    private static final ChurnModel MODEL = SHOP.model();
    private static final Features REGULAR = SHOP.alive().stream()
            .filter(customer -> customer.orElse(Feature.FREQUENCY, 0) >= 5 && customer.orElse(Feature.RECENCY, 0) < 10)
            .findFirst()
            .orElseThrow();

    private static Assessment assessed(Features customer) {
        return MODEL.assess(List.of(customer), EURO).get(0);
    }

    private static Supposition supposing(String feature, double value) {
        return Supposition.of(MODEL, REGULAR, Map.of(feature, OptionalDouble.of(value)));
    }

    @Test
    void a_customer_supposed_to_be_silent_for_long_is_more_likely_to_leave() {
        assertThat(assessed(supposing("recency", 50).features()).probability())
                .isGreaterThan(assessed(REGULAR).probability());
    }

    @Test
    void the_contributions_of_a_supposed_customer_add_up_to_the_supposed_score() {
        Assessment supposed = assessed(supposing("recency", 50).features());
        double sum = supposed.contributions().stream()
                .mapToDouble(Contribution::logOdds)
                .sum();
        assertThat(supposed.base() + sum).isCloseTo(supposed.score(), within(1e-5));
    }

    @Test
    void the_silence_follows_the_recency_unless_it_is_given() {
        double gap = REGULAR.get(Feature.GAP_MEAN).orElseThrow();
        assertThat(supposing("recency", 50).features().get(Feature.SILENCE)).hasValue(50 / gap);
        assertThat(supposing("recency", 50).changed())
                .extracting(Change::feature)
                .containsExactly(Feature.RECENCY, Feature.SILENCE);
        assertThat(Supposition.of(
                                MODEL,
                                REGULAR,
                                Map.of("recency", OptionalDouble.of(50), "silence", OptionalDouble.of(2)))
                        .features()
                        .get(Feature.SILENCE))
                .hasValue(2);
    }

    @Test
    void what_a_customer_has_already_changes_nothing() {
        Features same = supposing("spend90", REGULAR.get(Feature.SPEND_90).orElseThrow())
                .features();
        assertThat(same).isEqualTo(REGULAR);
    }

    @Test
    void a_feature_can_be_supposed_not_to_be_known() {
        Supposition unknown = Supposition.of(MODEL, REGULAR, Map.of("gapVariation", OptionalDouble.empty()));
        assertThat(unknown.features().get(Feature.GAP_VARIATION)).isEmpty();
        assertThat(unknown.changed()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "recency, -1, 0 – 56",
        "recency, 57, 0 – 56",
        "recency, NaN, 0 – 56",
        "trend, 1.1, -1 – 1",
        "gapMean, 36501, 0 – 36500",
        "orders, 2.5, 0 – 1000000",
        "spend90, Infinity, 0 – 1000000000"
    })
    void a_value_that_nobody_can_have_is_refused_with_field_range_and_fix(String feature, double value, String range) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> supposing(feature, value))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("changes." + feature);
                    assertThat(refusal.reason()).contains(range);
                    assertThat(refusal.fix(Locale.CHINESE)).contains("请给出 " + range);
                });
    }

    @Test
    void a_misspelt_feature_is_refused_with_the_nearest_one() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> supposing("recensy", 3))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("changes.recensy");
                    assertThat(refusal.fix()).startsWith("did you mean \"recency\"?");
                });
    }

    @Test
    void nothing_changed_and_a_recency_unknown_are_refused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Supposition.of(MODEL, REGULAR, Map.of()));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Supposition.of(MODEL, REGULAR, Map.of("recency", OptionalDouble.empty())));
    }
}
