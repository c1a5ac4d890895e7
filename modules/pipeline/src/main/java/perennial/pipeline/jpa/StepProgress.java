package perennial.pipeline.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.pipeline.Station;

/** Stores how far a step is, at most a few times a second, apart from the transaction of the step itself. */
public final class StepProgress implements Progress {
    private static final long PAUSE_MILLIS = 300;

    private final DataSource database;
    private final Run run;
    private final Station station;
    private final Clock clock;
    private long done;
    private long total;
    private long storedAt;

    public StepProgress(DataSource database, Run run, Station station, Clock clock) {
        this.database = database;
        this.run = run;
        this.station = station;
        this.clock = clock;
    }

    @Override
    public synchronized void total(long all) {
        total = all;
        done = 0;
        store();
    }

    @Override
    public synchronized void advance(long by) {
        done += by;
        if (clock.millis() - storedAt >= PAUSE_MILLIS) {
            store();
        }
    }

    private void store() {
        storedAt = clock.millis();
        String sql = "update run_step set done = ?, total = ? where run_id = ? and station = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, done);
            statement.setLong(2, total);
            statement.setLong(3, run.id());
            statement.setString(4, station.label());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the progress could not be stored", e);
        }
    }
}
