package perennial.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SealTest {
    private final Seal seal = new Seal(Seal.newKey());

    @Test
    void a_sealed_secret_is_opened_by_the_same_key_for_the_same_webhook_only() {
        String secret = Seal.newSecret();
        String sealed = seal.close(3, secret);
        assertThat(seal.open(3, sealed)).contains(secret);
        assertThat(seal.open(4, sealed)).isEmpty();
        assertThat(new Seal(Seal.newKey()).open(3, sealed)).isEmpty();
    }

    @Test
    void the_same_secret_is_sealed_differently_each_time_and_never_shows() {
        String secret = Seal.newSecret();
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(seal.close(3, secret))
                .isNotEqualTo(seal.close(3, secret))
                .doesNotContain(secret)
                .hasSizeLessThan(200);
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Seal(new byte[16]));
    }
}
