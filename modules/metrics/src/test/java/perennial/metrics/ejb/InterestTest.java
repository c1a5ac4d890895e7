package perennial.metrics.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;

class InterestTest {
    @Test
    void a_rate_is_a_share() {
        assertThat(Interest.parse(" 0.08 ")).isEqualTo(0.08);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 %", "NaN", "-1", "Infinity", ""})
    void what_is_no_rate_is_refused_with_the_name_of_the_property(String text) {
        assertThatThrownBy(() -> Interest.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("perennial.metrics.annualRate: ");
    }
}
