package perennial.pipeline.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import perennial.storage.Node;

/** One row that lets one node of several work; who stops renewing it loses it. */
@ApplicationScoped
public class Lease {
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    @Inject
    private Node node;

    /** Takes or renews the lease for this node; false if another one holds it. */
    public boolean hold(Instant now) {
        String sql =
                "update lease set holder = ?, ends_at = ? where name = 'weekly-run' and (holder = ? or ends_at < ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, node.name());
            statement.setTimestamp(2, Timestamp.from(now.plus(LENGTH)));
            statement.setString(3, node.name());
            statement.setTimestamp(4, Timestamp.from(now));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the lease could not be taken", e);
        }
    }
}
