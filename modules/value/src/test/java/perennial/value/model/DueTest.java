package perennial.value.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.kernel.Words;
import perennial.value.ValueModels.Cause;
import perennial.value.ValueModels.Choice;

class DueTest {
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Duration OLDEST = Duration.ofDays(91);

    @Test
    void without_any_choice_one_is_due() {
        assertThat(Due.of(Optional.empty(), false, Optional.empty(), MONDAY, OLDEST))
                .contains(Cause.FIRST);
    }

    @Test
    void a_fresh_choice_that_fits_holds() {
        assertThat(due(7, false, Optional.of(Due.DRIFT))).isEmpty();
        assertThat(due(91, false, Optional.empty())).isEmpty();
    }

    @Test
    void a_choice_is_due_when_somebody_asks_when_the_last_is_old_and_when_customers_have_drifted() {
        assertThat(due(7, true, Optional.empty())).contains(Cause.DEMAND);
        assertThat(due(92, false, Optional.empty())).contains(Cause.AGE);
        assertThat(due(7, false, Optional.of(0.02))).contains(Cause.DRIFT);
    }

    private static Optional<Cause> due(int days, boolean isAsked, Optional<Double> drift) {
        Choice last = new Choice(
                1,
                MONDAY.minus(Duration.ofDays(days)),
                Cause.FIRST,
                Optional.of(182.0),
                true,
                Optional.of("mbg-nbd"),
                new Words("It foretold best.", "预测最好。"));
        return Due.of(Optional.of(last), isAsked, drift, MONDAY, OLDEST);
    }
}
