package perennial.crmapi.door;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The stored first answers to requests with an Idempotency-Key; whoever stores the key first does the work. */
@ApplicationScoped
public class FirstAnswers {
    /** So long a key is known. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final String DUPLICATE = "23505";
    private static final String INSERT =
            "insert into first_answer (caller, idempotency_key, request, created_at) values (?, ?, ?, ?)";
    private static final String ANSWER = "update first_answer set body_fingerprint = ?, status = ?, location = ?, "
            + "media_type = ?, answer = ? where caller = ? and idempotency_key = ?";
    private static final String FIND = "select request, body_fingerprint, status, location, media_type, answer "
            + "from first_answer where caller = ? and idempotency_key = ?";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected FirstAnswers() {}

    FirstAnswers(DataSource database) {
        this.database = database;
    }

    /** A key of one caller's. */
    record Key(String caller, String name) {}

    /** @param body the fingerprint of the request's body */
    record Answer(String body, int status, Optional<String> location, String mediaType, String text) {}

    /** @param answer empty while the first request is not answered */
    record Kept(String request, Optional<Answer> answer) {}

    /** Takes the key for a request; false if it is taken. Keys that are too old are dropped before. */
    boolean begin(Key key, String request, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement drop = connection.prepareStatement("delete from first_answer where created_at < ?");
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            drop.setObject(1, now.minus(KEPT).atOffset(ZoneOffset.UTC));
            drop.executeUpdate();
            insert.setString(1, key.caller());
            insert.setString(2, key.name());
            insert.setString(3, request);
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (Objects.equals(e.getSQLState(), DUPLICATE)) {
                return false;
            }
            throw new IllegalStateException("the Idempotency-Key could not be stored", e);
        }
    }

    Optional<Kept> find(Key key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, key.caller());
            select.setString(2, key.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Kept(row.getString("request"), answer(row))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the Idempotency-Key could not be looked up", e);
        }
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        @Nullable String body = row.getString("body_fingerprint");
        return body == null
                ? Optional.empty()
                : Optional.of(new Answer(
                        body,
                        row.getInt("status"),
                        Optional.ofNullable(row.getString("location")),
                        row.getString("media_type"),
                        row.getString("answer")));
    }

    void keep(Key key, Answer answer) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(ANSWER)) {
            update.setString(1, answer.body());
            update.setInt(2, answer.status());
            update.setString(3, answer.location().orElse(null));
            update.setString(4, answer.mediaType());
            update.setString(5, answer.text());
            update.setString(6, key.caller());
            update.setString(7, key.name());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the first answer could not be kept", e);
        }
    }

    /** Gives the key back: nothing was done under it. */
    void forget(Key key) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from first_answer where caller = ? and idempotency_key = ?")) {
            delete.setString(1, key.caller());
            delete.setString(2, key.name());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the Idempotency-Key could not be given back", e);
        }
    }
}
