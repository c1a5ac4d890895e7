package perennial.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.InvalidInputException;

class CustomerQueryTest {

    @Test
    void a_minus_asks_for_the_highest_first() {
        CustomerQuery query = query("-value", 50);
        assertThat(query.sort()).isEqualTo(CustomerQuery.Sort.VALUE);
        assertThat(query.descending()).isTrue();
        assertThat(query("value", 50).descending()).isFalse();
    }

    @Test
    void a_stage_is_named_by_its_label() {
        CustomerQuery query = CustomerQuery.of(
                Optional.empty(), Optional.of("churned"), Optional.empty(), "id", Optional.empty(), 50);
        assertThat(query.stage()).contains(Stage.CHURNED);
    }

    @Test
    void a_field_that_no_list_is_sorted_by_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> query("age", 50))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("id, value, churn, orders, spend, recency");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 501, Integer.MAX_VALUE})
    void a_page_outside_1_to_500_is_refused(int limit) {
        assertThatThrownBy(() -> query("id", limit)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void a_page_of_1_and_of_500_is_not(int limit) {
        assertThat(query("id", limit).limit()).isEqualTo(limit);
    }

    private static CustomerQuery query(String sort, int limit) {
        return CustomerQuery.of(Optional.empty(), Optional.empty(), Optional.empty(), sort, Optional.empty(), limit);
    }
}
