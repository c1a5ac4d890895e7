package perennial.activity.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.Shop.Settings;
import perennial.kernel.ConflictException;
import perennial.migrations.Databases;

class ShopRowTest {
    private static final Settings TEAHOUSE = new Settings(
            "茶馆",
            Currency.getInstance("CNY"),
            ZoneId.of("Asia/Shanghai"),
            Optional.empty(),
            false,
            false,
            true,
            Optional.empty());
    private static final Settings SAMPLE = new Settings(
            "Tea House",
            Currency.getInstance("JPY"),
            ZoneId.of("Asia/Tokyo"),
            Optional.of("simulated"),
            true,
            true,
            false,
            Optional.of(Instant.parse("2025-06-02T00:00:00Z")));

    private static ShopRow unopened(Databases database) {
        return new ShopRow(new Database(database.fresh()));
    }

    @ParameterizedTest
    @EnumSource
    void a_shop_that_was_never_opened_has_no_settings(Databases database) {
        ShopRow shop = unopened(database);
        assertThat(shop.read()).isEmpty();
        assertThatThrownBy(shop::opened).isInstanceOf(ConflictException.class);
    }

    @ParameterizedTest
    @EnumSource
    void settings_are_read_as_they_were_written(Databases database) {
        ShopRow shop = unopened(database);
        shop.write(TEAHOUSE);
        assertThat(shop.opened()).isEqualTo(TEAHOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void the_one_shop_takes_on_other_settings(Databases database) {
        ShopRow shop = unopened(database);
        shop.write(TEAHOUSE);
        shop.write(SAMPLE);
        assertThat(shop.read()).contains(SAMPLE);
    }
}
