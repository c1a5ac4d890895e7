package perennial.churn.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.analytics.churn.Contest;
import perennial.analytics.evaluation.ErrorCosts;
import perennial.churn.ChurnModels.Cause;
import perennial.churn.ChurnModels.Search;

class DueTest {
    private static final Terms TERMS = new Terms(Contest.Margin.STANDARD, new ErrorCosts(1, 1), 91, 0);
    private static final Map<String, Double> STEADY = Map.of("recency", 0.1);
    private static final Map<String, Double> DRIFTED = Map.of("recency", 0.26);

    private static Optional<Search> searched(long daysAgo) {
        Instant at = Buyers.MONDAY.minus(Duration.ofDays(daysAgo));
        return Optional.of(new Search(1, at, Cause.FIRST, true, List.of()));
    }

    private static Optional<Cause> due(Optional<Search> last, boolean isAsked, Map<String, Double> drift) {
        return Due.of(last, isAsked, drift, Buyers.MONDAY, TERMS);
    }

    @Test
    void a_search_is_due_at_first_on_demand_with_age_and_on_drift() {
        assertThat(due(Optional.empty(), false, STEADY)).contains(Cause.FIRST);
        assertThat(due(searched(7), true, STEADY)).contains(Cause.DEMAND);
        assertThat(due(searched(92), false, STEADY)).contains(Cause.AGE);
        assertThat(due(searched(28), false, DRIFTED)).contains(Cause.DRIFT);
    }

    @Test
    void else_it_is_not_and_drift_asks_for_it_once_in_four_weeks() {
        assertThat(due(searched(7), false, STEADY)).isEmpty();
        assertThat(due(searched(91), false, STEADY)).isEmpty();
        assertThat(due(searched(27), false, DRIFTED)).isEmpty();
    }
}
