package perennial.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;

class UserNameTest {
    @ParameterizedTest
    @CsvSource({"' Anna ', anna", "ANNA@Shop.Example, anna@shop.example", "王芳, 王芳", "ａｎｎａ, anna"})
    void a_name_has_one_spelling(String typed, String kept) {
        assertThat(UserName.chosen(typed).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-anna", "anna b", "<b>anna</b>", "an\nna", "system", "Operator", "anonymous"})
    void a_name_that_would_mislead_is_refused(String typed) {
        assertThatThrownBy(() -> UserName.chosen(typed))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("name"));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1000})
    void a_name_has_at_most_64_characters(int length) {
        assertThat(UserName.chosen("a".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> UserName.chosen("a".repeat(length))).isInstanceOf(InvalidInputException.class);
    }
}
