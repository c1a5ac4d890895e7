package perennial.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00.9Z");
    private static final byte[] BODY = "{\"version\":1}".getBytes(StandardCharsets.UTF_8);

    /** By {@code printf '1767225600.{"version":1}' | openssl dgst -sha256 -hmac 'a secret that is shared'}. */
    @Test
    void it_is_what_openssl_makes_of_the_seconds_a_dot_and_the_body() {
        assertThat(Signature.of("a secret that is shared", NEW_YEAR, BODY))
                .isEqualTo("t=1767225600,v1=c421ab5877cf1e07216e09e4074c1388d09fbce8a1270211e90668592cf7e592");
    }

    @Test
    void another_secret_second_or_body_gives_another_one() {
        String signature = Signature.of("secret", NEW_YEAR, BODY);
        assertThat(Signature.of("Secret", NEW_YEAR, BODY)).isNotEqualTo(signature);
        assertThat(Signature.of("secret", NEW_YEAR.plusSeconds(1), BODY).split(",")[1])
                .isNotEqualTo(signature.split(",")[1]);
        assertThat(Signature.of("secret", NEW_YEAR, new byte[0])).isNotEqualTo(signature);
    }
}
