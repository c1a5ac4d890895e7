package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.rules.Unit;

class WordingTest {
    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.001, 1 %", "0.125, 13 %", "0.994, 99 %", "0.9997, 99 %", "1, 100 %"})
    void a_part_is_never_told_as_all_or_as_nothing(double share, String told) {
        assertThat(Wording.number(share, Unit.SHARE, Currency.getInstance("EUR"))
                        .en())
                .isEqualTo(told);
    }
}
