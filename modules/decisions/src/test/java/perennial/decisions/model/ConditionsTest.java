package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.InvalidInputException;

class ConditionsTest {
    private static Conditions read(Map<String, String> properties) {
        return Conditions.read(name -> Optional.ofNullable(properties.get(name)));
    }

    private static Features row(Map<Feature, Double> known) {
        return Features.of(A.ANNA, A.NOW, known);
    }

    @Test
    void a_shop_sets_its_own_conditions_and_what_it_leaves_out_is_standard() {
        assertThat(read(Map.of())).isEqualTo(Conditions.standard());
        assertThat(read(Map.of("perennial.alarm.silence", " 3 ", "perennial.alarm.cart", "off")))
                .isEqualTo(new Conditions(
                        Optional.of(3.0),
                        Optional.empty(),
                        Conditions.standard().service()));
    }

    @ParameterizedTest
    @CsvSource({"silence, 1.1", "silence, 10.1", "cart, 0", "cart, 6", "service, 0.5", "service, 61", "cart, soon"})
    void what_makes_no_sense_is_refused_by_name_in_both_languages(String name, String value) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(Map.of("perennial.alarm." + name, value)))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("perennial.alarm." + name);
                    assertThat(refusal.fix(Locale.CHINESE)).contains("off");
                });
    }

    @Test
    void a_row_is_suspect_when_time_alone_may_have_made_it_so() {
        Conditions conditions = Conditions.standard();
        Features regular = row(Map.of(Feature.RECENCY, 20.0, Feature.GAP_MEAN, 10.0, Feature.SILENCE, 2.0));
        assertThat(conditions.maySince(regular, A.NOW)).isFalse();
        assertThat(conditions.maySince(regular, A.NOW.plus(Duration.ofDays(5)))).isTrue();
        Features silent = row(Map.of(Feature.RECENCY, 30.0, Feature.GAP_MEAN, 10.0, Feature.SILENCE, 3.0));
        assertThat(conditions.maySince(silent, A.NOW.plus(Duration.ofDays(5)))).isFalse();
        assertThat(conditions.may(silent, A.NOW)).isTrue();
        assertThat(conditions.maySince(row(Map.of()), A.NOW.plus(Duration.ofDays(5))))
                .isFalse();
    }

    @Test
    void what_is_off_makes_nobody_suspect() {
        Conditions off = new Conditions(Optional.empty(), Optional.empty(), Optional.empty());
        Features row = row(
                Map.of(Feature.RECENCY, 30.0, Feature.GAP_MEAN, 10.0, Feature.CART_AGE, 2.0, Feature.BAD_CASES, 1.0));
        assertThat(off.may(row, A.NOW)).isFalse();
        assertThat(off.maySince(row, A.NOW)).isFalse();
    }
}
