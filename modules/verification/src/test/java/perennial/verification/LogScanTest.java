package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan that finds nothing proves something only if it finds what was put there. */
class LogScanTest {
    private final LogScan scan =
            new LogScan(Map.of("s3cret-of-the-database", "the database's password"), Set.of("C000123"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"Key (customer_id)=(C000123) already exists\"}",
                "{\"message\":\"no customer \\\"C000123\\\"\"}",
                "{\"message\":\"url jdbc:postgresql://db/shop?user=u&password=hunter2\"}",
                "{\"message\":\"opened with s3cret-of-the-database\"}",
                "{\"message\":\"Authorization: Bearer hkTso00CrvXtwnTKVPQdl6kfg3ih6NTAda4NHhL7140\"}",
                "{\"message\":\"made hkTso00CrvXtwnTKVPQdl6kfg3ih6NTAda4NHhL7140\"}",
                "{\"message\":\"ada.lovelace@shop.example\"}"
            })
    void a_canary_is_caught(String line) {
        assertThat(scan.found(line)).isNotEmpty();
    }

    @Test
    void plain_words_pass() {
        assertThat(scan.found("{\"message\":\"run 1 waits at features until the database answers\"}"))
                .isEmpty();
    }
}
