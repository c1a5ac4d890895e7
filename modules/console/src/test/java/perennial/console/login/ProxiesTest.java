package perennial.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;

class ProxiesTest {
    private static final String STRANGER = "203.0.113.7";

    @Test
    void nobody_is_believed_by_default() {
        Proxies none = new Proxies(Optional.empty());
        assertThat(none.client("127.0.0.1", List.of(STRANGER))).isEqualTo("127.0.0.1");
    }

    @Test
    void a_trusted_proxy_is_believed_and_nobody_else() {
        Proxies one = trusting("127.0.0.1");
        assertThat(one.client("127.0.0.1", List.of(STRANGER))).isEqualTo(STRANGER);
        assertThat(one.client("198.51.100.1", List.of(STRANGER))).isEqualTo("198.51.100.1");
        assertThat(one.client("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
    }

    @Test
    void what_a_stranger_has_written_before_the_proxys_word_is_not_believed() {
        assertThat(trusting("127.0.0.1").client("127.0.0.1", List.of("192.0.2.1, " + STRANGER)))
                .isEqualTo(STRANGER);
        assertThat(trusting("127.0.0.1").client("127.0.0.1", List.of("192.0.2.1", STRANGER)))
                .isEqualTo(STRANGER);
    }

    @Test
    void proxies_may_stand_before_each_other() {
        Proxies two = trusting("127.0.0.1", "10.0.0.5");
        assertThat(two.client("127.0.0.1", List.of("192.0.2.1, 2001:db8::7, 10.0.0.5")))
                .isEqualTo("2001:db8::7");
    }

    @Test
    void what_is_no_address_is_not_believed() {
        assertThat(trusting("127.0.0.1").client("127.0.0.1", List.of("unknown")))
                .isEqualTo("127.0.0.1");
        for (String wrong : List.of("proxy.example", "dead", "1.2.3", "1.2.3.256", "127.0.0.1:80", "10.0.0.0/8")) {
            assertThatThrownBy(() -> trusting(wrong))
                    .as(wrong)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("such as 127.0.0.1");
        }
    }

    @Test
    void addresses_are_those_of_both_versions() {
        for (String right : List.of("10.0.0.255", "::1", "2001:db8::7", "::ffff:192.0.2.1")) {
            assertThat(trusting(right).client(right, List.of(STRANGER))).isEqualTo(STRANGER);
        }
    }

    private static Proxies trusting(String... addresses) {
        return new Proxies(Optional.of(String.join(", ", addresses)));
    }
}
