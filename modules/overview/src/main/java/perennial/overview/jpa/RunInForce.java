package perennial.overview.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.kernel.Run;
import perennial.overview.ResultsRenewed;

/** Which run is shown: one row, switched when all its results are there. */
@ApplicationScoped
public class RunInForce {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    @Inject
    private Event<ResultsRenewed> renewals;

    public Optional<Run> current() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select run_id, as_of from run_in_force");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Run(row.getLong(1), row.getTimestamp(2).toInstant()))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the run in force could not be read", e);
        }
    }

    /** Tells of the switch, unless the run was in force before. */
    public void switchTo(Run run) {
        if (current().filter(inForce -> inForce.id() == run.id()).isPresent()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update run_in_force set run_id = ?, as_of = ? where id = 1");
                PreparedStatement insert =
                        connection.prepareStatement("insert into run_in_force (run_id, as_of, id) values (?, ?, 1)")) {
            if (write(update, run) == 0) {
                write(insert, run);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run could not be put in force", e);
        }
        renewals.fire(new ResultsRenewed(run));
    }

    private static int write(PreparedStatement statement, Run run) throws SQLException {
        statement.setLong(1, run.id());
        statement.setObject(2, run.asOf().atOffset(ZoneOffset.UTC));
        return statement.executeUpdate();
    }
}
