package perennial.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;

class CustomerSnapshotTest {

    @Test
    void what_is_left_out_is_not_known() {
        CustomerSnapshot snapshot = CustomerSnapshot.of(least());
        assertThat(snapshot.churnProbability()).isNull();
        assertThat(snapshot.known()).containsOnlyKeys("customer", "moment", "currency", "stage", "orders");
        assertThat(snapshot.consent(Channel.EMAIL)).isEmpty();
    }

    @Test
    void an_empty_optional_is_not_known_and_a_full_one_is_its_value() {
        Map<String, Object> known = least();
        known.put("churnProbability", OptionalDouble.empty());
        known.put("valueRank", OptionalDouble.of(0.5));
        known.put("segmentName", Optional.of("quiet"));
        CustomerSnapshot snapshot = CustomerSnapshot.of(known);
        assertThat(snapshot.churnProbability()).isNull();
        assertThat(snapshot.valueRank()).isEqualTo(0.5);
        assertThat(snapshot.segmentName()).isEqualTo("quiet");
    }

    @Test
    void numbers_of_any_class_money_and_enumerations_are_taken_as_the_attribute_needs_them() {
        Map<String, Object> known = least();
        known.put("customer", new CustomerId("17850"));
        known.put("orders", 3.0);
        known.put("recency", 7);
        known.put("spend", new Money(12_345, Currency.getInstance("EUR")));
        CustomerSnapshot snapshot = CustomerSnapshot.of(known);
        assertThat(snapshot.customer()).isEqualTo("17850");
        assertThat(snapshot.orders()).isEqualTo(3);
        assertThat(snapshot.recency()).isEqualTo(7.0);
        assertThat(snapshot.spend()).isEqualTo(12_345L);
    }

    @Test
    void what_is_known_makes_the_same_snapshot_again() {
        Map<String, Object> known = least();
        known.put("recency", 12.5);
        known.put("emailConsent", false);
        CustomerSnapshot snapshot = CustomerSnapshot.of(known);
        assertThat(CustomerSnapshot.of(snapshot.known())).isEqualTo(snapshot);
        assertThat(snapshot.consent(Channel.EMAIL)).contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "stage, FRIENDLY",
        "orders, 2.5",
        "orders, -1",
        "churnProbability, 1.01",
        "churnProbability, NaN",
        "recency, soon",
        "nonsense, 1"
    })
    void a_value_that_does_not_fit_is_refused_by_name(String name, String value) {
        Map<String, Object> known = least();
        known.put(name, value.matches("-?[0-9.]+|NaN") ? (Object) Double.valueOf(value) : value);
        assertThatThrownBy(() -> CustomerSnapshot.of(known))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(name));
    }

    @Test
    void money_of_another_currency_is_refused() {
        Map<String, Object> known = least();
        known.put("spend", new Money(1, Currency.getInstance("JPY")));
        assertThatThrownBy(() -> CustomerSnapshot.of(known)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void what_is_never_unknown_must_be_given() {
        Map<String, Object> known = least();
        known.remove("stage");
        assertThatThrownBy(() -> CustomerSnapshot.of(known))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("stage");
    }

    private static Map<String, Object> least() {
        return new HashMap<>(
                Map.of("customer", "1", "moment", "WEEKLY", "currency", "EUR", "stage", "ACTIVE", "orders", 1));
    }
}
