package perennial.webhooks.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.kernel.Run;
import perennial.webhooks.EventKind;
import perennial.webhooks.model.Event;
import perennial.webhooks.model.RunEvents;
import perennial.webhooks.model.Wire;

/** The outbox: what each webhook is owed, in the order in which it is told. */
@Dependent
public class OwedRows {
    private static final String OWE = """
            insert into webhook_owed (webhook_id, kind, source, run_id, as_of, body, position, events, taken, pending,
              owed_since)
            select k.webhook_id, k.kind, ?, ?, ?, ?, ?, ?, 0, true, ? from webhook_kind k
            where k.kind = ? and not exists (select 1 from webhook_owed o
              where o.webhook_id = k.webhook_id and o.kind = k.kind and o.source = ?)
            """;
    private static final String SELECT = "select id, kind, source, run_id, as_of, body, position, events, taken, "
            + "owed_since from webhook_owed where webhook_id = ? and ";
    private static final String OLDEST_RUN = """
            select o.run_id from webhook_owed o where o.run_id is not null and (o.pending or exists (
              select 1 from webhook_delivery d where d.webhook_id = o.webhook_id and d.owed_id = o.id))
            order by o.run_id limit 1
            """;
    private static final String FORGET = """
            delete from webhook_owed where not pending and owed_since < ? and not exists (
              select 1 from webhook_delivery d where d.webhook_id = webhook_owed.webhook_id
                and (d.owed_id = webhook_owed.id or d.first_number = webhook_owed.delivery))
            """;

    private final Database database;

    @Inject
    public OwedRows(Database database) {
        this.database = database;
    }

    /**
     * @param single the event, where it is one by itself; empty for those of a run
     * @param position of the last event that was taken
     */
    public record Owed(
            long id,
            EventKind kind,
            Optional<Run> run,
            Optional<Event> single,
            String position,
            long left,
            Instant since) {}

    /** Owes the events of a run to every webhook that wants the kind; a second time it changes nothing. */
    public void owe(EventKind kind, Run run, long events, Instant now) {
        if (events > 0) {
            owe(kind, "run " + run.id(), Optional.of(run), Optional.empty(), RunEvents.START, events, now);
        }
    }

    /** Owes one event to every webhook that wants the kind; a second time it changes nothing. */
    public void owe(Event event, Instant now) {
        String body = event.content().toString();
        owe(event.kind(), event.id(), Optional.empty(), Optional.of(body), event.position(), 1, now);
    }

    private void owe(
            EventKind kind,
            String source,
            Optional<Run> run,
            Optional<String> body,
            String position,
            long events,
            Instant now) {
        database.update(
                OWE, source, run.map(Run::id), run.map(Run::asOf), body, position, events, now, kind.label(), source);
    }

    /** What is owed first of what was not taken wholly, in the order in which it was owed. */
    public List<Owed> pending(long webhook, int limit) {
        return database.select(SELECT + "pending order by id limit ?", OwedRows::owed, webhook, limit);
    }

    public Optional<Owed> find(long webhook, long id) {
        return database.first(SELECT + "id = ?", OwedRows::owed, webhook, id);
    }

    /** The oldest run of which something was not accepted yet, or was and can be sent again. */
    public Optional<Long> oldestRun() {
        return database.first(OLDEST_RUN, row -> row.getLong(1));
    }

    /** The single events that a delivery took. */
    public List<Owed> takenBy(long webhook, long delivery) {
        return database.select(SELECT + "delivery = ? order by id", OwedRows::owed, webhook, delivery);
    }

    private static Owed owed(ResultSet row) throws SQLException {
        EventKind kind = EventKind.labelled(row.getString("kind"));
        String position = row.getString("position");
        String source = row.getString("source");
        Optional<Instant> asOf = Database.instant(row, "as_of");
        long run = row.getLong("run_id");
        return new Owed(
                row.getLong("id"),
                kind,
                asOf.map(instant -> new Run(run, instant)),
                Optional.ofNullable(row.getString("body"))
                        .map(body -> new Event(source, kind, position, Wire.read(body))),
                position,
                row.getLong("events") - row.getLong("taken"),
                Database.instantOf(row, "owed_since"));
    }

    public void takeSingle(long id, long delivery) {
        database.update("update webhook_owed set taken = 1, pending = false, delivery = ? where id = ?", delivery, id);
    }

    public void take(long id, String position, int events) {
        database.update(
                "update webhook_owed set position = ?, taken = taken + ?, pending = taken + ? < events where id = ?",
                position,
                events,
                events,
                id);
    }

    /** Ends what has nothing more to tell. */
    public void end(long id) {
        database.update("update webhook_owed set taken = events, pending = false where id = ?", id);
    }

    /** Drops what was taken wholly and is told of in no delivery any more. */
    public void forget(Instant before) {
        database.update(FORGET, before);
    }
}
