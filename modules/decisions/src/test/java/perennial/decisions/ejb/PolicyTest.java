package perennial.decisions.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.Holdout;
import perennial.ruleengine.QuietHours;

class PolicyTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    private static Policy.Allowance allowance(Map<String, String> properties) {
        return Policy.allowance(name -> Optional.ofNullable(properties.get(name)));
    }

    @Test
    void without_properties_the_guard_rails_are_standard_and_nothing_limits_the_money() {
        assertThat(allowance(Map.of()))
                .isEqualTo(new Policy.Allowance(GuardRails.standard(), Optional.empty(), new Holdout(0.05)));
        assertThat(allowance(Map.of()).budget(EURO).left()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_shop_sets_its_own_rails_and_budget() {
        Policy.Allowance own = allowance(Map.of(
                "perennial.decisions.maxDiscount", "15",
                "perennial.decisions.minMargin", "0.2",
                "perennial.decisions.maxDecisions", "1",
                "perennial.decisions.holdout", "0.1",
                "perennial.decisions.quietHours", "21:00-08:00 Europe/Berlin",
                "perennial.decisions.budget", " 250.50 "));
        assertThat(own.rails().maxDiscount()).isEqualTo(15);
        assertThat(own.rails().minMargin()).isEqualTo(0.2);
        assertThat(own.rails().maxDecisions()).isEqualTo(1);
        assertThat(own.rails().quietHours())
                .isEqualTo(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of("Europe/Berlin")));
        assertThat(own.holdout()).isEqualTo(new Holdout(0.1));
        assertThat(own.budget()).contains(new BigDecimal("250.50"));
        assertThat(own.budget(EURO).left()).isEqualTo(25_050);
    }

    @Test
    void a_value_that_makes_no_sense_is_refused_with_the_name_of_the_property() {
        assertThatThrownBy(() -> allowance(Map.of("perennial.decisions.maxDiscount", "130")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("perennial.decisions.maxDiscount: ");
        assertThatThrownBy(() -> allowance(Map.of("perennial.decisions.holdout", "1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("perennial.decisions.holdout: ");
        assertThatThrownBy(() -> allowance(Map.of("perennial.decisions.quietHours", "at night")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("perennial.decisions.quietHours: ");
        assertThatThrownBy(() -> allowance(Map.of("perennial.decisions.budget", "-1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("perennial.decisions.budget: ");
        assertThatThrownBy(() -> allowance(Map.of("perennial.decisions.budget", "much")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("much");
    }
}
