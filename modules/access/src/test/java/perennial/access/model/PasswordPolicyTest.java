package perennial.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.access.UnfitPasswordException;
import perennial.access.UnfitPasswordException.Flaw;

class PasswordPolicyTest {
    @ParameterizedTest
    @ValueSource(strings = {"four small green hills", "k3-9vR!pQ2x+", "春眠不觉晓处处闻啼鸟夜来风雨声", "anno domini 1066"})
    void a_long_password_is_fit_whatever_characters_it_has(String password) {
        assertThatCode(() -> PasswordPolicy.check(password, "anna")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, SHORT",
        "my own Anna is, HOLDS_NAME",
        "Password1234, COMMON",
        "qwertyuiop123, COMMON",
        "abababababababab, COMMON",
    })
    void a_password_that_is_easy_to_guess_is_refused_by_its_flaw(String password, Flaw flaw) {
        assertThatThrownBy(() -> PasswordPolicy.check(password, "anna"))
                .isInstanceOfSatisfying(
                        UnfitPasswordException.class,
                        refusal -> assertThat(refusal.flaw()).isEqualTo(flaw));
    }

    @Test
    void a_password_is_refused_from_two_hundred_and_one_characters_on() {
        String longest = "0123456789".repeat(20);
        assertThatCode(() -> PasswordPolicy.check(longest, "anna")).doesNotThrowAnyException();
        assertThatThrownBy(() -> PasswordPolicy.check(longest + "!", "anna"))
                .isInstanceOfSatisfying(
                        UnfitPasswordException.class,
                        refusal -> assertThat(refusal.flaw()).isEqualTo(Flaw.LONG));
    }

    @Test
    void a_short_name_may_occur_in_a_password() {
        assertThatCode(() -> PasswordPolicy.check("four small green hills", "al"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_refusal_does_not_tell_the_password() {
        assertThatThrownBy(() -> PasswordPolicy.check("password1234", "anna"))
                .hasMessageNotContaining("password1234")
                .isInstanceOfSatisfying(
                        UnfitPasswordException.class,
                        refusal -> assertThat(refusal.value()).isEmpty());
    }
}
