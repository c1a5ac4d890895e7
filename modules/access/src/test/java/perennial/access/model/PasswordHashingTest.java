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

    /**
     * With SHA-256 those of RFC 7914, section 11; with SHA-512, for which no RFC has any, what Python's hashlib makes of
     * the words of RFC 6070. The first 32 bytes of each.
     */
    @ParameterizedTest
    @CsvSource({
        "pbkdf2-sha256, passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
        "pbkdf2-sha256, Password, NaCl, 80000, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56",
        "pbkdf2-sha512, password, salt, 1, 867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252",
        "pbkdf2-sha512, password, salt, 4096, d197b1b33db0143e018b12f3d1d1479e6cdebdcc97c5c0f87f6902e072f457b5"
    })
    void the_functions_are_those_of_the_standard(
            String scheme, String password, String salt, int iterations, String hash) {
        Base64.Encoder encoder = Base64.getEncoder();
        String kept = String.join(
                "$",
                scheme,
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
    void two_hundred_and_twenty_thousand_iterations_are_the_standard_and_fewer_are_outdated() {
        assertThat(PasswordHashing.standard().ofNobody()).startsWith("pbkdf2-sha512$220000$");
        assertThat(PasswordHashing.standard().isOutdated(few.ofNobody())).isTrue();
        assertThat(few.isOutdated(few.ofNobody())).isFalse();
    }

    @Test
    void a_hash_by_an_earlier_function_is_outdated_however_many_its_iterations() {
        String earlier = few.ofNobody().replace("pbkdf2-sha512$1000$", "pbkdf2-sha256$600000$");
        assertThat(few.isOutdated(earlier)).isTrue();
    }
}
