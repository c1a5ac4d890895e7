package perennial.webhooks.ejb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import perennial.kernel.Run;
import perennial.migrations.Databases;
import perennial.webhooks.EventKind;
import perennial.webhooks.Failure;
import perennial.webhooks.Failure.Cause;
import perennial.webhooks.Webhooks.Delivery;
import perennial.webhooks.Webhooks.Webhook;
import perennial.webhooks.jpa.Database;
import perennial.webhooks.jpa.DeliveryRows;
import perennial.webhooks.jpa.OwedRows;
import perennial.webhooks.jpa.WebhookRows;
import perennial.webhooks.model.Address;
import perennial.webhooks.model.Event;
import perennial.webhooks.model.Parcel;
import perennial.webhooks.model.Patience;
import perennial.webhooks.model.RunEvents;

/** An outbox on a database of its own, and a clock that goes on when it is told to. */
final class PostOffice {
    static final String NODE = "this node";
    static final Failure REFUSED = new Failure(Cause.REFUSED, "500");
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(10), Duration.ofHours(1), Duration.ofDays(7));

    private final WebhookRows webhooks;
    private final OwedRows owed;
    private final DeliveryRows deliveries;
    private final List<RunEvents> sources;
    private final Dispatch dispatch;
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    private PostOffice(DataSource source, List<RunEvents> sources) {
        Database database = new Database(source);
        this.webhooks = new WebhookRows(database);
        this.owed = new OwedRows(database);
        this.deliveries = new DeliveryRows(database);
        this.sources = sources;
        this.dispatch = new Dispatch(webhooks, owed, deliveries, sources, PATIENCE);
    }

    static PostOffice of(Databases databases, RunEvents... sources) {
        return new PostOffice(databases.fresh(), List.of(sources));
    }

    long receiver(EventKind... kinds) {
        long id = webhooks.nextId();
        webhooks.add(id, Address.parse("https://crm.example/hook"), Set.of(kinds), Optional.empty(), "sealed", now);
        return id;
    }

    Instant now() {
        return now;
    }

    PostOffice later(Duration by) {
        now = now.plus(by);
        return this;
    }

    void runInForce(long run) {
        sources.forEach(events -> {
            Run done = new Run(run, now);
            owed.owe(events.kind(), done, events.count(done), now);
        });
    }

    void atOnce(Event event) {
        owed.owe(event, now);
    }

    Optional<Parcel> next(long webhook) {
        return next(webhook, NODE);
    }

    Optional<Parcel> next(long webhook, String node) {
        return dispatch.next(webhook, node, now);
    }

    void accepted(Parcel parcel) {
        dispatch.note(parcel, Optional.empty(), now);
    }

    void refused(Parcel parcel) {
        dispatch.note(parcel, Optional.of(REFUSED), now);
    }

    /** Everything that a receiver gets that accepts it all. */
    List<Parcel> drained(long webhook) {
        List<Parcel> all = new ArrayList<>();
        for (Optional<Parcel> next = next(webhook); next.isPresent(); next = next(webhook)) {
            all.add(next.get());
            accepted(next.get());
        }
        return all;
    }

    static List<String> ids(List<Parcel> parcels) {
        return parcels.stream()
                .flatMap(parcel -> parcel.events().stream())
                .map(Event::id)
                .toList();
    }

    List<Long> due() {
        return webhooks.due(now);
    }

    Webhook webhook(long id) {
        return webhooks.find(id).orElseThrow();
    }

    List<Delivery> deliveries(long id) {
        return deliveries.latest(id, 100);
    }

    void pause(long id) {
        webhooks.pause(id);
    }

    void resume(long id) {
        webhooks.resume(id);
        deliveries.hurry(id, now);
    }

    void delete(long id) {
        webhooks.delete(id);
    }

    boolean redeliver(long id, long first) {
        return dispatch.sendAgain(id, first, now);
    }

    Optional<Long> oldestRunOwed() {
        return owed.oldestRun();
    }

    void forgetBefore(Instant before) {
        deliveries.forget(before);
        owed.forget(before);
    }
}
