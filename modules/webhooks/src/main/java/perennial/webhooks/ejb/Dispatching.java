package perennial.webhooks.ejb;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.decisions.Decisions;
import perennial.profiles.Stages;
import perennial.webhooks.Failure;
import perennial.webhooks.jpa.DeliveryRows;
import perennial.webhooks.jpa.OwedRows;
import perennial.webhooks.jpa.WebhookRows;
import perennial.webhooks.model.DecisionEvents;
import perennial.webhooks.model.Parcel;
import perennial.webhooks.model.StageEvents;

/** The steps of a delivery, each in a transaction of its own; none lasts while a receiver is waited for. */
@Stateless
@LocalBean
public class Dispatching {
    @Inject
    private WebhookRows webhooks;

    @Inject
    private OwedRows owed;

    @Inject
    private DeliveryRows deliveries;

    @Inject
    private Decisions decisions;

    @Inject
    private Stages stages;

    @Inject
    private Settings settings;

    private final Clock clock = Clock.systemUTC();

    public List<Long> due() {
        return webhooks.due(clock.instant());
    }

    public Optional<Parcel> next(long webhook, String node) {
        return dispatch().next(webhook, node, clock.instant());
    }

    public void note(Parcel parcel, Optional<Failure> failure) {
        dispatch().note(parcel, failure, clock.instant());
    }

    public boolean sendAgain(long webhook, long first) {
        return dispatch().sendAgain(webhook, first, clock.instant());
    }

    public Optional<Long> oldestRunOwed() {
        return owed.oldestRun();
    }

    /** Drops what was accepted so long ago that nobody asks for it any more. */
    public void forgetOld() {
        Instant before = clock.instant().minus(settings.keep());
        deliveries.forget(before);
        owed.forget(before);
    }

    private Dispatch dispatch() {
        return new Dispatch(
                webhooks,
                owed,
                deliveries,
                List.of(new DecisionEvents(decisions), new StageEvents(stages)),
                settings.patience());
    }
}
