package perennial.webhooks.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.webhooks.EventKind;
import perennial.webhooks.Webhooks.Backlog;
import perennial.webhooks.Webhooks.State;
import perennial.webhooks.Webhooks.Webhook;
import perennial.webhooks.model.Address;

/** The registered addresses. */
@Dependent
public class WebhookRows {
    /** Longer than a request may take, so that nobody else sends the same one meanwhile. */
    private static final Duration HOLD = Duration.ofMinutes(1);

    private static final String SELECT = """
            select w.id, w.address, (select string_agg(k.kind, ',') from webhook_kind k
                where k.webhook_id = w.id) as kinds, w.description, w.state, w.created_at, w.failing_since,
              (select coalesce(sum(o.events - o.taken), 0) from webhook_owed o
                where o.webhook_id = w.id and o.pending) as owed,
              (select min(o.owed_since) from webhook_owed o where o.webhook_id = w.id and o.pending) as owed_since,
              (select coalesce(sum(d.last_number - d.first_number + 1), 0) from webhook_delivery d
                where d.webhook_id = w.id and d.state = 'waiting') as under_way,
              (select min(d.owed_since) from webhook_delivery d
                where d.webhook_id = w.id and d.state = 'waiting') as under_way_since
            from webhook w
            """;
    private static final String DUE = """
            select w.id from webhook w where w.state = 'active' and (
              exists (select 1 from webhook_delivery d
                where d.webhook_id = w.id and d.state = 'waiting' and d.next_try_at <= ?)
              or (exists (select 1 from webhook_owed o where o.webhook_id = w.id and o.pending)
                and not exists (select 1 from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting')))
            order by w.id
            """;
    private static final String HOLD_ONE = "update webhook set holder = ?, held_until = ? "
            + "where id = ? and state = 'active' and (holder is null or holder = ? or held_until < ?)";

    private final Database database;

    @Inject
    public WebhookRows(Database database) {
        this.database = database;
    }

    /** What is needed to send: where to, signed by what, and the number of the next event. */
    public record Target(long id, URI address, String sealedSecret, long nextNumber) {}

    public long nextId() {
        return database.first("select nextval('webhook_id')", row -> row.getLong(1))
                .orElseThrow();
    }

    public void add(
            long id,
            Address address,
            Set<EventKind> kinds,
            Optional<String> description,
            String sealedSecret,
            Instant now) {
        database.update(
                "insert into webhook (id, address, description, sealed_secret, state, created_at, next_number) "
                        + "values (?, ?, ?, ?, 'active', ?, 1)",
                id,
                address.uri().toString(),
                description,
                sealedSecret,
                now);
        kinds.forEach(
                kind -> database.update("insert into webhook_kind (webhook_id, kind) values (?, ?)", id, kind.label()));
    }

    public List<Webhook> all() {
        return database.select(SELECT + "order by w.id", WebhookRows::webhook);
    }

    public Optional<Webhook> find(long id) {
        return database.first(SELECT + "where w.id = ?", WebhookRows::webhook, id);
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        URI address = URI.create(row.getString("address"));
        Optional<Instant> oldest = Stream.of(
                        Database.instant(row, "owed_since"), Database.instant(row, "under_way_since"))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return new Webhook(
                row.getLong("id"),
                address,
                kinds(row.getString("kinds")),
                Optional.ofNullable(row.getString("description")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Database.instantOf(row, "created_at"),
                Database.instant(row, "failing_since"),
                new Backlog(row.getLong("owed") + row.getLong("under_way"), oldest),
                new Address(address).warning());
    }

    private static Set<EventKind> kinds(String labels) {
        return Arrays.stream(labels.split(","))
                .map(EventKind::labelled)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));
    }

    public void pause(long id) {
        database.update("update webhook set state = 'paused' where id = ?", id);
    }

    public void park(long id) {
        database.update("update webhook set state = 'parked' where id = ? and state = 'active'", id);
    }

    public void resume(long id) {
        database.update("update webhook set state = 'active', failing_since = null where id = ?", id);
    }

    public void reseal(long id, String sealedSecret) {
        database.update("update webhook set sealed_secret = ? where id = ?", sealedSecret, id);
    }

    public void delete(long id) {
        database.update("delete from webhook where id = ?", id);
    }

    /** Those that have something to send now. */
    public List<Long> due(Instant now) {
        return database.select(DUE, row -> row.getLong(1), now);
    }

    /** Takes the webhook to oneself for a while; empty if another node has it, or it is not active. */
    public Optional<Target> hold(long id, String node, Instant now) {
        if (database.update(HOLD_ONE, node, now.plus(HOLD), id, node, now) == 0) {
            return Optional.empty();
        }
        return database.first(
                "select id, address, sealed_secret, next_number from webhook where id = ?",
                row -> new Target(
                        row.getLong("id"),
                        URI.create(row.getString("address")),
                        row.getString("sealed_secret"),
                        row.getLong("next_number")),
                id);
    }

    public void countOn(long id, long nextNumber) {
        database.update("update webhook set next_number = ? where id = ?", nextNumber, id);
    }

    public void accepted(long id) {
        database.update("update webhook set failing_since = null where id = ? and failing_since is not null", id);
    }

    /** Since when it has failed. */
    public Optional<Instant> failed(long id, Instant now) {
        database.update("update webhook set failing_since = ? where id = ? and failing_since is null", now, id);
        return database.first(
                "select failing_since from webhook where id = ?", row -> Database.instantOf(row, "failing_since"), id);
    }
}
