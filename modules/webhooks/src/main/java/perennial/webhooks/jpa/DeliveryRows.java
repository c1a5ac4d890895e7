package perennial.webhooks.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import perennial.webhooks.Failure;
import perennial.webhooks.Webhooks.Delivery;

/** The requests that were made of what is owed, until some time after they were accepted. */
@Dependent
public class DeliveryRows {
    private static final String SELECT = "select first_number, last_number, owed_id, after_position, state, attempts, "
            + "tried_at, next_try_at, delivered_at, failure, failure_detail from webhook_delivery where webhook_id = ? ";
    private static final String INSERT = "insert into webhook_delivery (webhook_id, first_number, last_number, "
            + "owed_id, after_position, state, attempts, owed_since, taken_at, next_try_at) "
            + "values (?, ?, ?, ?, ?, 'waiting', 0, ?, ?, ?)";
    private static final String FAILED = "update webhook_delivery set attempts = ?, tried_at = ?, next_try_at = ?, "
            + "failure = ?, failure_detail = ? where webhook_id = ? and first_number = ? and state = 'waiting'";
    private static final String DELIVERED = "update webhook_delivery set state = 'delivered', attempts = attempts + 1, "
            + "tried_at = ?, delivered_at = ?, next_try_at = null, failure = null, failure_detail = null "
            + "where webhook_id = ? and first_number = ?";
    private static final String AGAIN = "update webhook_delivery set state = 'waiting', attempts = 0, "
            + "delivered_at = null, next_try_at = ? where webhook_id = ? and first_number = ?";

    private final Database database;

    @Inject
    public DeliveryRows(Database database) {
        this.database = database;
    }

    /** Which of the owed events are in it: of a run's those after a position, else the single ones that it took. */
    public record Content(long first, int events, OptionalLong owed, String after) {}

    public record Waiting(Content content, int attempts, Instant nextTry) {}

    public void add(
            long webhook, long first, long last, Optional<Long> owed, String after, Instant owedSince, Instant now) {
        database.update(INSERT, webhook, first, last, owed, after, owedSince, now, now);
    }

    /** The one that is to be accepted before any other is sent. */
    public Optional<Waiting> waiting(long webhook) {
        return database.first(
                SELECT + "and state = 'waiting' order by first_number limit 1", DeliveryRows::waiting, webhook);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(content(row), row.getInt("attempts"), Database.instantOf(row, "next_try_at"));
    }

    /** What is in one, be it accepted or not. */
    public Optional<Content> content(long webhook, long first) {
        return database.first(SELECT + "and first_number = ?", DeliveryRows::content, webhook, first);
    }

    private static Content content(ResultSet row) throws SQLException {
        long first = row.getLong("first_number");
        long owed = row.getLong("owed_id");
        return new Content(
                first,
                Math.toIntExact(row.getLong("last_number") - first + 1),
                row.getObject("owed_id") == null ? OptionalLong.empty() : OptionalLong.of(owed),
                row.getString("after_position"));
    }

    public List<Delivery> latest(long webhook, int limit) {
        return database.select(SELECT + "order by first_number desc limit ?", DeliveryRows::delivery, webhook, limit);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        String detail = row.getString("failure_detail");
        return new Delivery(
                row.getLong("first_number"),
                row.getLong("last_number"),
                row.getInt("attempts"),
                Database.instant(row, "tried_at"),
                Database.instant(row, "next_try_at"),
                Database.instant(row, "delivered_at"),
                Optional.ofNullable(row.getString("failure"))
                        .map(cause -> new Failure(Failure.Cause.valueOf(cause), detail)));
    }

    public void delivered(long webhook, long first, Instant now) {
        database.update(DELIVERED, now, now, webhook, first);
    }

    public void failed(long webhook, long first, int attempts, Failure failure, Instant now, Instant nextTry) {
        database.update(FAILED, attempts, now, nextTry, failure.cause().name(), failure.detail(), webhook, first);
    }

    public void sendAgain(long webhook, long first, Instant now) {
        database.update(AGAIN, now, webhook, first);
    }

    /** Lets what waits be tried at once. */
    public void hurry(long webhook, Instant now) {
        database.update(
                "update webhook_delivery set next_try_at = ? where webhook_id = ? and state = 'waiting'", now, webhook);
    }

    /** Drops what was accepted before an instant. */
    public void forget(Instant before) {
        database.update("delete from webhook_delivery where state = 'delivered' and delivered_at < ?", before);
    }
}
