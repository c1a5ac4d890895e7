package perennial.overview.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;
import perennial.overview.CustomerQuery;

class CursorTest {

    @Test
    void a_cursor_comes_back_as_it_went_to_the_last_bit() {
        CustomerQuery byChurn = sortedBy("-churn");
        Cursor cursor = Cursor.parse(Cursor.start(7, 3).text(byChurn, 0.1 + 0.2, "Anna Ä 17"), byChurn);
        assertThat(cursor.run()).isEqualTo(7);
        assertThat(cursor.placing()).isEqualTo(3);
        assertThat(cursor.after()).contains(new Cursor.After(0.1 + 0.2, "Anna Ä 17"));
    }

    @Test
    void a_cursor_of_a_list_of_another_order_is_refused() {
        String text = Cursor.start(7, 3).text(sortedBy("-churn"), 0.3, "A");
        assertThatThrownBy(() -> Cursor.parse(text, sortedBy("churn")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("another list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "bm8gY3Vyc29y", "NyBJRCsgeCBB"})
    void what_no_list_gave_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, sortedBy("id"))).isInstanceOf(InvalidInputException.class);
    }

    private static CustomerQuery sortedBy(String sort) {
        return CustomerQuery.of(Optional.empty(), Optional.empty(), Optional.empty(), sort, Optional.empty(), 10);
    }
}
