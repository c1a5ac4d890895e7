package perennial.pipeline.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import perennial.activity.Ledger;
import perennial.activity.Shop;
import perennial.kernel.Act;
import perennial.kernel.ConflictException;
import perennial.overview.Overview;
import perennial.pipeline.Runs;
import perennial.pipeline.UnknownRunException;
import perennial.pipeline.jpa.RunRows;

@Stateless
@Local(Runs.class)
public class RunQueue implements Runs {
    @Inject
    private RunRows rows;

    @Inject
    private Shop shop;

    @Inject
    private Ledger ledger;

    @Inject
    private Overview overview;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    @Override
    public long start(String actor) {
        rows.open().ifPresent(open -> {
            throw new ConflictException("run " + open + " is not finished", "wait for it, then start another");
        });
        long id = rows.add(asOf(), overview.inForce(), clock.instant());
        acts.fire(new Act(actor, "run.started", Long.toString(id)));
        return id;
    }

    /** A shop of the past is looked at from the end of its last day; else everybody in it would have left. */
    private Instant asOf() {
        Shop.Settings settings = shop.settings()
                .orElseThrow(
                        () -> new ConflictException("the shop has not been opened", "open it, then import orders"));
        Instant lastDay = ledger.endOfActivity()
                .orElseThrow(() -> new ConflictException("the shop holds no activity", "import orders first"));
        return settings.asOf().orElse(settings.historic() ? lastDay : clock.instant());
    }

    @Override
    public RunReport report(long id) {
        return rows.report(id, clock.instant()).orElseThrow(() -> new UnknownRunException(id));
    }

    @Override
    public List<RunReport> latest(int limit) {
        return rows.latest(limit, clock.instant());
    }

    @Override
    public Map<Status, Long> counts() {
        return rows.counts();
    }
}
