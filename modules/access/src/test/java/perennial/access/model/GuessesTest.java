package perennial.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 30", "6, 60", "7, 120", "11, 1920", "12, 3600", "13, 3600", "2000000000, 3600"})
    void each_failure_doubles_the_wait_up_to_an_hour(int failures, long seconds) {
        assertThat(new Guesses(failures, NOON).barredUntil(5)).isEqualTo(NOON.plusSeconds(seconds));
    }

    @Test
    void a_failure_is_added_to_those_of_the_same_day() {
        Guesses four = new Guesses(4, NOON);
        assertThat(four.failedAt(NOON.plusSeconds(86_399)).failures()).isEqualTo(5);
        assertThat(four.failedAt(NOON.plus(Duration.ofDays(1)))).isEqualTo(new Guesses(1, NOON.plusSeconds(86_400)));
    }

    @Test
    void a_pardon_takes_one_failure_back_and_never_more() {
        assertThat(new Guesses(2, NOON).pardoned().failures()).isEqualTo(1);
        assertThat(new Guesses(0, NOON).pardoned().failures()).isZero();
    }
}
