package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.decisions.RuleEffects.Lever;
import perennial.kernel.InvalidInputException;

class EffectTableTest {
    private static Lever lever(String verb, String kind) {
        return new Lever(verb, kind, Optional.empty());
    }

    @Test
    void what_may_win_customers_has_an_effect() {
        assertThat(EffectTable.levers())
                .contains(lever("sendMessage", "marketing.win-back"), lever("offerPrice", "pricing.clearance"))
                .noneMatch(lever -> lever.kind().startsWith("risk."));
        assertThatCode(() -> EffectTable.requireLever(lever("offerCoupon", "marketing.loyalty")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_transactional_message_has_none() {
        assertThat(EffectTable.levers()).noneMatch(lever -> lever.kind().startsWith("service."));
        assertThatThrownBy(() -> EffectTable.requireLever(lever("sendNotice", "service.order-check")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("transactional");
    }

    @Test
    void what_no_rule_may_propose_is_refused() {
        assertThatThrownBy(() -> EffectTable.requireLever(lever("offerCoupon", "marketing.lunch")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no rule may propose that");
    }
}
