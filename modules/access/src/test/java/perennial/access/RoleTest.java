package perennial.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.kernel.InvalidInputException;

class RoleTest {
    private static final Map<Role, List<Role>> COVERED = Map.of(
            Role.READER, List.of(Role.READER),
            Role.ANALYST, List.of(Role.READER, Role.ANALYST),
            Role.MARKETER, List.of(Role.READER, Role.ANALYST, Role.MARKETER),
            Role.RISK_OFFICER, List.of(Role.READER, Role.ANALYST, Role.RISK_OFFICER),
            Role.OPERATOR, List.of(Role.READER, Role.ANALYST, Role.MARKETER, Role.RISK_OFFICER, Role.OPERATOR),
            Role.ADMINISTRATOR, List.of(Role.values()));

    @ParameterizedTest
    @EnumSource
    void a_role_covers_those_below_it_and_no_other(Role role) {
        assertThat(Arrays.stream(Role.values()).filter(role::covers)).isEqualTo(COVERED.get(role));
    }

    @ParameterizedTest
    @EnumSource
    void a_role_is_found_by_its_label(Role role) {
        assertThat(Role.named(role.label())).isEqualTo(role);
    }

    @Test
    void a_role_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> Role.named("RISK_OFFICER"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("reader, analyst, marketer, risk-officer, operator, administrator");
    }
}
