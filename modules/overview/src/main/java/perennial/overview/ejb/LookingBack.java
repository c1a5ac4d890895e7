package perennial.overview.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import perennial.activity.Histories;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.Run;
import perennial.overview.Overview.Earlier;
import perennial.profiles.Stages;

/**
 * Where the customers stood a week before a run, by what is known now: the run's own fold, definitions and rhythm, with
 * all histories cut a week earlier. So there is something to compare with from the first run on, and a change is one of
 * the customers, not of the yardstick, however often the shop runs.
 */
@ApplicationScoped
public class LookingBack {
    @Inject
    private Histories histories;

    @Inject
    private Stages stages;

    Earlier aWeekBefore(Run run) {
        Instant then = Earlier.before(run);
        return new Earlier(then, counts(histories, stages.placing(run), then));
    }

    /** Customers by stage at an instant; who was not known by then is in none. */
    static Map<Stage, Long> counts(Histories histories, Stages.Placing placing, Instant then) {
        FeatureFold fold = histories.fold();
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            counts.put(stage, 0L);
        }
        histories.each(
                then,
                history -> counts.merge(placing.of(fold.fold(history, then)).stage(), 1L, Long::sum));
        return counts;
    }
}
