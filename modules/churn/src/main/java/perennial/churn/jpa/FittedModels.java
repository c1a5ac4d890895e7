package perennial.churn.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.analytics.churn.ChurnModel;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;

/** The model of each run, whose scores are the same to the bit when it is read back. */
@ApplicationScoped
public class FittedModels {
    private static final int PART = 100_000;

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected FittedModels() {}

    public FittedModels(DataSource database) {
        this.database = database;
    }

    /** In the place of what the run had written before; empty: it has none. */
    public void write(Run run, Optional<ChurnModel> model) {
        delete("delete from churn_fitted where run_id = ?", run.id());
        model.ifPresent(fitted -> insert(run, Base64.getEncoder().encodeToString(fitted.toBytes())));
    }

    private void insert(Run run, String text) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into churn_fitted (run_id, position, part) values (?, ?, ?)")) {
            for (int from = 0; from < text.length(); from += PART) {
                insert.setLong(1, run.id());
                insert.setInt(2, from / PART);
                insert.setString(3, text.substring(from, Math.min(text.length(), from + PART)));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the churn model could not be stored", e);
        }
    }

    /** Empty where the run has none that can be read. */
    public Optional<ChurnModel> of(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select part from churn_fitted where run_id = ? order by position")) {
            select.setLong(1, run.id());
            StringBuilder text = new StringBuilder();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    text.append(row.getString(1));
                }
            }
            return text.isEmpty() ? Optional.empty() : read(Base64.getDecoder().decode(text.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException("the churn model could not be read", e);
        }
    }

    /** One that another version of the product wrote is as good as none: the next run writes one that can be read. */
    private static Optional<ChurnModel> read(byte[] bytes) {
        try {
            return Optional.of(ChurnModel.fromBytes(bytes));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    void forget(@Observes RunsExpired expired) {
        delete("delete from churn_fitted where run_id < ?", expired.oldestKept());
    }

    private void delete(String sql, long run) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, run);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the churn model could not be cleared", e);
        }
    }
}
