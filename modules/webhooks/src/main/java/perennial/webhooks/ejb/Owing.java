package perennial.webhooks.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import perennial.decisions.DecisionMade;
import perennial.decisions.Decisions;
import perennial.kernel.OldestNeeded;
import perennial.overview.ResultsRenewed;
import perennial.profiles.Stages;
import perennial.webhooks.jpa.OwedRows;
import perennial.webhooks.model.DecisionEvents;
import perennial.webhooks.model.RunEvents;
import perennial.webhooks.model.StageEvents;

/**
 * Writes to the outbox what has become valid, in the transaction that makes it so: both are kept or neither. No EJB,
 * since each live decision tells it, and a call to one without an interface throws and catches inside the container.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Owing {
    @Inject
    private OwedRows owed;

    @Inject
    private Decisions decisions;

    @Inject
    private Stages stages;

    private final Clock clock = Clock.systemUTC();

    /** One row for each webhook and kind, however many customers there are: the events are read when they are sent. */
    public void onRun(@Observes ResultsRenewed renewed) {
        List<RunEvents> all = List.of(new StageEvents(stages), new DecisionEvents(decisions));
        all.forEach(events -> owed.owe(events.kind(), renewed.run(), events.count(renewed.run()), clock.instant()));
    }

    public void onDecision(@Observes DecisionMade made) {
        owed.owe(DecisionEvents.event(made.decision()), clock.instant());
    }

    /** A run's events are read when they are sent, and sent again for as long as their delivery is kept. */
    public void onExpiry(@Observes OldestNeeded needed) {
        owed.oldestRun().ifPresent(needed::need);
    }
}
