package perennial.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void an_amount_has_as_many_decimals_as_its_currency() {
        assertThat(Decimals.major(1290, Currency.getInstance("EUR"))).isEqualTo("12.90");
        assertThat(Decimals.major(7, Currency.getInstance("EUR"))).isEqualTo("0.07");
        assertThat(Decimals.major(-105, Currency.getInstance("EUR"))).isEqualTo("-1.05");
        assertThat(Decimals.major(1290, Currency.getInstance("JPY"))).isEqualTo("1290");
        assertThat(Decimals.major(1290, Currency.getInstance("KWD"))).isEqualTo("1.290");
    }

    @Test
    void a_real_number_is_rounded() {
        assertThat(Decimals.rounded(2.0 / 3, 4)).isEqualTo("0.6667");
        assertThat(Decimals.rounded(0, 2)).isEqualTo("0.00");
    }
}
