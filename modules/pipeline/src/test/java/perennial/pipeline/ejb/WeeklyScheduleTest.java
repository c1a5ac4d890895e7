package perennial.pipeline.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;

class WeeklyScheduleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final WeeklySchedule mondayAtThree = WeeklySchedule.parse("MON 03");

    @Test
    void on_the_day_after_the_hour_it_was_due_today() {
        assertThat(mondayAtThree.lastBefore(Instant.parse("2026-11-23T02:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
    }

    @Test
    void on_the_day_before_the_hour_it_was_due_a_week_ago() {
        assertThat(mondayAtThree.lastBefore(Instant.parse("2026-11-23T01:59:59Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-11-16T02:00:00Z"));
    }

    @Test
    void the_hour_is_that_of_the_shop_in_summer_too() {
        assertThat(mondayAtThree.lastBefore(Instant.parse("2026-07-09T12:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-07-06T01:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MON", "03", "MON 24", "MOO 03", "Monday 3", "MON 3.5"})
    void what_names_no_day_and_hour_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> WeeklySchedule.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("MON 03");
    }
}
