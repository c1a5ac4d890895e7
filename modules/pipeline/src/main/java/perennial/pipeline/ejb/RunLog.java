package perennial.pipeline.ejb;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.churn.ModelPutBackAhead;
import perennial.kernel.ConflictException;
import perennial.kernel.OldestNeeded;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.kernel.Words;
import perennial.pipeline.RunCompleted;
import perennial.pipeline.Runs.Status;
import perennial.pipeline.Station;
import perennial.pipeline.jpa.RunRows;
import perennial.segmentation.PlacingAhead;
import perennial.storage.RestoreAhead;

/** What the job writes down of its run, each entry in a transaction of its own. */
@Stateless
public class RunLog {
    @Inject
    private RunRows rows;

    @Inject
    private Event<Object> events;

    private final Clock clock = Clock.systemUTC();

    public Optional<Long> open() {
        return rows.open();
    }

    public Optional<Instant> lastCreated() {
        return rows.lastCreated();
    }

    public Run run(long id) {
        return rows.run(id);
    }

    /** The run that was in force when this one was asked for. */
    public Optional<Run> before(long id) {
        return rows.before(id);
    }

    /** False if that step of the run is finished already. */
    public boolean begin(long id, Station station) {
        return rows.begin(id, station, clock.instant());
    }

    /** Apart from the transaction that the step is in, so that its progress shows before it ends. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void advance(long id, Station station, long done, long total) {
        rows.advance(id, station, done, total);
    }

    public void complete(long id, Station station) {
        rows.complete(id, station, clock.instant());
        if (isCompleted(id)) {
            events.fire(new RunCompleted(rows.run(id)));
        }
    }

    /** In the transaction of the restore. */
    public void onRestoreAhead(@Observes RestoreAhead restore) {
        refuseBesideARun(new Words("wait for it, then restore", "请等待其结束，然后恢复"));
    }

    /** In the transaction of the decision about segments. */
    public void onPlacingAhead(@Observes PlacingAhead placing) {
        refuseBesideARun(new Words("wait for it, then decide", "请等待其结束，然后再作决定"));
    }

    /** In the transaction of the decision about churn models. */
    public void onModelPutBackAhead(@Observes ModelPutBackAhead putBack) {
        refuseBesideARun(new Words("wait for it, then decide", "请等待其结束，然后再作决定"));
    }

    private void refuseBesideARun(Words fix) {
        rows.open().ifPresent(open -> {
            throw new ConflictException(new Words("run " + open + " is not finished", "运行 " + open + " 尚未结束"), fix);
        });
    }

    /** Lets every module drop what it holds of runs before the newest few that ended well, unless one is needed still. */
    public void keepNewest(int kept) {
        List<Run> newest = rows.completed(kept);
        if (newest.size() == kept) {
            OldestNeeded needed = new OldestNeeded(newest.get(kept - 1).id());
            events.fire(needed);
            events.fire(new RunsExpired(needed.run(), newest.get(0).asOf()));
        }
    }

    public void fail(long id, Optional<Station> station, Words why) {
        rows.fail(id, station, why, clock.instant());
    }

    private boolean isCompleted(long id) {
        return rows.report(id, clock.instant())
                .filter(r -> r.status() == Status.COMPLETED)
                .isPresent();
    }
}
