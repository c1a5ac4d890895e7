package perennial.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;

class PatienceTest {
    private static final Patience STANDARD = Patience.standard();

    @Test
    void the_pause_doubles_from_five_seconds_to_an_hour_give_or_take_a_fifth() {
        long[] seconds = {5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600};
        for (int attempt = 1; attempt <= seconds.length; attempt++) {
            long exact = seconds[attempt - 1] * 1000;
            assertThat(STANDARD.pause(attempt, 17).toMillis()).isBetween(exact * 4 / 5, exact * 6 / 5);
        }
        assertThat(STANDARD.pause(Integer.MAX_VALUE, 17)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    @Test
    void the_same_seed_gives_the_same_pause_and_others_scatter() {
        assertThat(STANDARD.pause(3, 17)).isEqualTo(STANDARD.pause(3, 17));
        assertThat(LongStream.range(0, 100)
                        .mapToObj(seed -> STANDARD.pause(3, seed))
                        .distinct())
                .hasSizeGreaterThan(90);
    }

    @Test
    void a_patience_that_makes_no_sense_is_refused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Patience(Duration.ZERO, second, second))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("perennial.webhooks.first-pause");
        assertThatThrownBy(() -> new Patience(Duration.ofSeconds(2), second, second))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("perennial.webhooks.longest-pause");
        assertThatThrownBy(() -> new Patience(second, second, Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("perennial.webhooks.park-after");
    }
}
