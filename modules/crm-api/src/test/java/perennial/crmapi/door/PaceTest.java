package perennial.crmapi.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;

class PaceTest {
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2025-06-02T00:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hands clock = new Hands();

    @Test
    void a_burst_passes_and_the_next_one_is_told_when_to_come_again() {
        Pace pace = new Pace(0.5, 3, clock);
        assertThat(IntStream.range(0, 3).filter(i -> pace.ask("crm").isPresent()))
                .isEmpty();
        assertThat(pace.ask("crm")).hasValue(2);
        clock.turn(Duration.ofSeconds(1));
        assertThat(pace.ask("crm")).hasValue(1);
        clock.turn(Duration.ofSeconds(1));
        assertThat(pace.ask("crm")).isEmpty();
        assertThat(pace.ask("crm")).hasValue(2);
    }

    @Test
    void keys_do_not_hold_each_other_up_and_rest_fills_no_more_than_a_burst() {
        Pace pace = new Pace(10, 2, clock);
        pace.ask("crm");
        pace.ask("crm");
        assertThat(pace.ask("crm")).isPresent();
        assertThat(pace.ask("shop")).isEmpty();
        clock.turn(Duration.ofDays(1));
        assertThat(IntStream.range(0, 3).filter(i -> pace.ask("crm").isPresent()))
                .hasSize(1);
    }

    @Test
    void a_pace_at_which_nobody_could_ask_is_refused() {
        assertThatThrownBy(() -> new Pace(Double.NaN, 1, clock)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Pace(1, 0, clock)).isInstanceOf(InvalidInputException.class);
    }
}
