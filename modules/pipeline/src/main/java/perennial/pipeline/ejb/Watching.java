package perennial.pipeline.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import perennial.decisions.Alarms;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.overview.Overview;

/**
 * Between two runs, looks for what should not wait for the next one: at those of whom something new was told as soon as
 * it is, and every hour, since a cart stands on; at everybody once a day, since silence makes no noise.
 */
@ApplicationScoped
public class Watching {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private RunLog log;

    @Inject
    private Overview overview;

    @Inject
    private Alarms alarms;

    private final Clock clock = Clock.systemUTC();
    private volatile Look last = new Look(0, Instant.EPOCH, Instant.EPOCH);

    /** When those with news, and when everybody, were last looked at to the end, and beside which run. */
    private record Look(long run, Instant news, Instant everybody) {}

    void watch(boolean isNew) {
        overview.inForce().ifPresent(run -> {
            Instant now = clock.instant();
            boolean everybody =
                    last.run() != run.id() || !now.isBefore(last.everybody().plus(DAY));
            if (everybody || isNew || !now.isBefore(last.news().plus(HOUR))) {
                Instant before = last.everybody();
                // what fails is tried again in an hour, and not at each tick
                last = new Look(run.id(), now, everybody ? now.minus(DAY).plus(HOUR) : before);
                if (raised(run, everybody)) {
                    last = new Look(run.id(), now, everybody ? now : before);
                }
            }
        });
    }

    /** False if a new run, which goes first, kept it from the end. */
    private boolean raised(Run inForce, boolean everybody) {
        for (CustomerId customer : alarms.suspects(inForce, everybody)) {
            if (log.open().isPresent()) {
                return false;
            }
            alarms.raise(inForce, customer);
        }
        return true;
    }
}
