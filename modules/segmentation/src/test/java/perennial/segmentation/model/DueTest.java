package perennial.segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.segmentation.Segments.Cause;

class DueTest {
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Duration OLDEST = Duration.ofDays(91);

    @Test
    void without_any_search_one_is_due() {
        assertThat(Due.of(Optional.empty(), false, Map.of(), MONDAY, OLDEST)).contains(Cause.FIRST);
    }

    @Test
    void a_fresh_search_from_which_customers_have_not_drifted_holds() {
        assertThat(due(7, false, Due.DRIFT)).isEmpty();
        assertThat(due(91, false, 0)).isEmpty();
    }

    @Test
    void a_search_is_due_when_somebody_asks_when_the_last_is_old_and_when_any_feature_has_drifted() {
        assertThat(due(7, true, 0)).contains(Cause.DEMAND);
        assertThat(due(92, false, 0)).contains(Cause.AGE);
        assertThat(due(7, false, 0.26)).contains(Cause.DRIFT);
    }

    private static Optional<Cause> due(int days, boolean isAsked, double drift) {
        Searched last = new Searched(MONDAY.minus(Duration.ofDays(days)), Cause.FIRST, Map.of());
        return Due.of(Optional.of(last), isAsked, Map.of("recency", 0.0, "spend", drift), MONDAY, OLDEST);
    }
}
