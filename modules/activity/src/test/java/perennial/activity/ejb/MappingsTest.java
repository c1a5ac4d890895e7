package perennial.activity.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.Reason;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.migrations.Databases;

class MappingsTest {
    private static final String CUSTOMERS = "kind: customers\nfields:\n  customer_id: Id\n";

    @ParameterizedTest
    @EnumSource
    void a_mapping_that_was_put_here_stands_beside_the_shipped_ones(Databases database) {
        Mappings mappings = TestShop.on(database).mappings;
        mappings.put("acme-customers", CUSTOMERS);
        mappings.put("acme-customers", CUSTOMERS + "zone: Asia/Shanghai\n");
        assertThat(mappings.kinds())
                .containsEntry("acme-customers", "customers")
                .containsEntry("online-retail", "orders")
                .hasSize(Mappings.SHIPPED.size() + 1);
        assertThat(mappings.yaml("acme-customers")).contains("Shanghai");
    }

    @Test
    void a_shipped_mapping_is_not_changed_and_a_name_is_plain() {
        Mappings mappings = TestShop.on(Databases.H2).mappings;
        assertThatThrownBy(() -> mappings.put("online-retail", CUSTOMERS)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> mappings.put("Acme!", CUSTOMERS)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> mappings.yaml("nowhere"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("online-retail");
    }

    @Test
    void every_reason_has_words_in_both_languages() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.title(Locale.ENGLISH)).isNotBlank();
            assertThat(reason.title(Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(reason.title(Locale.ENGLISH));
            assertThat(Reason.of(reason.code())).contains(reason);
        }
    }
}
