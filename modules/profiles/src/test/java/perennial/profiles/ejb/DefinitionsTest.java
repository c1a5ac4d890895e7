package perennial.profiles.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.analytics.lifecycle.LifeCycle.Settings;
import perennial.kernel.InvalidInputException;

class DefinitionsTest {

    private static Settings settings(Map<String, String> properties) {
        return Definitions.settings(name -> Optional.ofNullable(properties.get(name)));
    }

    @Test
    void without_properties_the_definitions_are_standard() {
        assertThat(settings(Map.of())).isEqualTo(Settings.standard());
    }

    @Test
    void every_definition_can_be_set() {
        Map<String, String> all = Map.of(
                "perennial.lifecycle.ownGaps", "5",
                "perennial.lifecycle.shortestGap", "14",
                "perennial.lifecycle.quantile", "0.75",
                "perennial.lifecycle.leastCustomers", "100",
                "perennial.lifecycle.assumedGap", "90",
                "perennial.lifecycle.lapse", " 2.5 ",
                "perennial.lifecycle.activeDays", "6",
                "perennial.lifecycle.activeSpan", "120");
        assertThat(settings(all)).isEqualTo(new Settings(5, 14, 0.75, 100, 90, 2.5, 6, 120));
    }

    @Test
    void a_value_that_makes_no_sense_is_refused_with_the_name_of_the_property() {
        assertThatThrownBy(() -> settings(Map.of("perennial.lifecycle.lapse", "0.5")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("perennial.lifecycle.lapse: ")
                .hasMessageContaining("0.5");
    }

    @Test
    void a_value_that_is_no_number_is_refused_with_the_fix() {
        assertThatThrownBy(() -> settings(Map.of("perennial.lifecycle.ownGaps", "three")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("perennial.lifecycle.ownGaps: it is no whole number (was: three); give such as 3");
    }
}
