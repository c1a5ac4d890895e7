package perennial.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;
import perennial.simulator.Simulation.Settings;

class SettingsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate START = LocalDate.of(2024, 9, 30);

    @Test
    void the_sample_shop_has_5000_customers_over_two_years() {
        assertThat(Settings.sample().customers()).isEqualTo(5_000);
        assertThat(Settings.sample().weeks()).isEqualTo(104);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5, 100_000_001})
    void a_shop_without_customers_or_with_too_many_is_refused(long customers) {
        assertRefused("customers", () -> Settings.of(customers, 104, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1041})
    void a_shop_without_time_or_with_too_much_is_refused(int weeks) {
        assertRefused("weeks", () -> Settings.of(10, weeks, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -.01, 1.01, Double.POSITIVE_INFINITY})
    void a_share_that_is_none_is_refused(double others) {
        assertRefused("others", () -> shop("Shop", START, EUR, others));
    }

    @Test
    void a_shop_without_a_name_is_refused() {
        assertRefused("name", () -> shop(" ", START, EUR, .4));
    }

    @Test
    void a_start_out_of_range_is_refused() {
        assertRefused("start", () -> shop("Shop", LocalDate.of(1600, 1, 1), EUR, .4));
    }

    @Test
    void a_currency_without_a_minor_unit_is_refused() {
        assertRefused("currency", () -> shop("Shop", START, Currency.getInstance("XAU"), .4));
    }

    private static void assertRefused(String field, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.fix()).isNotBlank();
        });
    }

    private static Settings shop(String name, LocalDate start, Currency currency, double others) {
        return new Settings(name, 10, 10, 1, start, ZoneId.of("UTC"), currency, others);
    }
}
