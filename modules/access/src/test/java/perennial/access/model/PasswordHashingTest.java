package perennial.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashingTest {
    private final PasswordHashing few = PasswordHashing.of(1000);

    /** RFC 7914, section 11; the first 32 of the 64 bytes there. */
    @ParameterizedTest
    @CsvSource({
        "passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
        "Password, NaCl, 80000, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
    })
    void the_function_is_that_of_the_standard(String password, String salt, int iterations, String hash) {
        Base64.Encoder encoder = Base64.getEncoder();
        String kept = String.join(
                "$",
                "pbkdf2-sha256",
                String.valueOf(iterations),
                encoder.encodeToString(salt.getBytes(StandardCharsets.UTF_8)),
                encoder.encodeToString(HexFormat.of().parseHex(hash)));
        assertThat(few.matches(password, kept)).isTrue();
        assertThat(few.matches(password + " ", kept)).isFalse();
    }

    @Test
    void a_password_matches_its_own_hash_only() {
        String kept = few.hash("slow rivers run deep");
        assertThat(few.matches("slow rivers run deep", kept)).isTrue();
        assertThat(few.matches("slow rivers run Deep", kept)).isFalse();
        assertThat(few.matches("", kept)).isFalse();
    }

    @Test
    void the_same_password_is_kept_differently_each_time() {
        assertThat(few.hash("slow rivers run deep")).isNotEqualTo(few.hash("slow rivers run deep"));
    }

    @Test
    void one_text_typed_as_different_characters_is_one_password() {
        assertThat(few.matches("caf\u00e9 in the rain", few.hash("cafe\u0301 in the rain")))
                .isTrue();
    }

    @Test
    void no_password_is_that_of_nobody() {
        assertThat(few.matches("", few.ofNobody())).isFalse();
    }

    @Test
    void six_hundred_thousand_iterations_are_the_standard_and_fewer_are_weak() {
        assertThat(PasswordHashing.standard().ofNobody()).startsWith("pbkdf2-sha256$600000$");
        assertThat(PasswordHashing.standard().isWeak(few.ofNobody())).isTrue();
        assertThat(few.isWeak(few.ofNobody())).isFalse();
    }
}
