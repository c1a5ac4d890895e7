package perennial.webhooks.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;
import perennial.webhooks.model.Patience;

class SettingsTest {
    private static Patience read(Map<String, String> properties) {
        return Settings.patience(name -> Optional.ofNullable(properties.get(name)));
    }

    @Test
    void what_is_not_set_is_standard() {
        assertThat(read(Map.of())).isEqualTo(Patience.standard());
        assertThat(read(Map.of("perennial.webhooks.park-after", "P14D")).parkAfter())
                .isEqualTo(Duration.ofDays(14));
    }

    @Test
    void what_is_no_duration_is_refused_by_name() {
        assertThatThrownBy(() -> read(Map.of("perennial.webhooks.first-pause", "soon")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("perennial.webhooks.first-pause");
    }
}
