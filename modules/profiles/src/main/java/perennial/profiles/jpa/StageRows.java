package perennial.profiles.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.analytics.lifecycle.Placement;
import perennial.analytics.lifecycle.Placement.Basis;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.profiles.Stages.StageRow;

/** The stages of the run in force and of the one under way. */
@ApplicationScoped
public class StageRows {
    private static final String INSERT = "insert into customer_stage (run_id, customer_id, stage, purchase_days, "
            + "silence, usual_gap, basis, patience, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Joined, because H2 looks through all rows of the run for {@code = any (?)}. */
    private static final String OF = "select s.customer_id, s.* from unnest(?) as wanted (id) "
            + "join customer_stage s on s.customer_id = wanted.id and s.run_id = ?";

    private static final String BETWEEN =
            "select customer_id, stage from customer_stage where run_id = ? and customer_id between ? and ?";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected StageRows() {}

    public StageRows(DataSource database) {
        this.database = database;
    }

    /** Drops the rows of all other runs; of all runs where none is given. */
    public void keepOnly(Optional<Run> run) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        run.isPresent()
                                ? "delete from customer_stage where run_id <> ?"
                                : "delete from customer_stage")) {
            if (run.isPresent()) {
                delete.setLong(1, run.get().id());
            }
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the stages of older runs could not be dropped", e);
        }
    }

    public void add(Run run, List<StageRow> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (StageRow row : rows) {
                Placement placement = row.placement();
                insert.setLong(1, run.id());
                insert.setString(2, row.customer().value());
                insert.setString(3, placement.stage().label());
                insert.setLong(4, placement.purchaseDays());
                insert.setDouble(5, placement.silence());
                insert.setDouble(6, placement.usualGap());
                insert.setString(7, placement.basis().name());
                insert.setDouble(8, placement.patience());
                insert.setObject(9, row.since().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the customers' stages could not be stored", e);
        }
    }

    public Map<CustomerId, StageRow> of(Run run, Collection<CustomerId> customers) {
        return read(OF, StageRows::read, select -> {
            select.setArray(1, Ids.array(select.getConnection(), customers));
            select.setLong(2, run.id());
        });
    }

    public Map<CustomerId, Stage> stages(Run run, CustomerSpan customers) {
        return read(BETWEEN, row -> Stage.labelled(row.getString(2)), select -> {
            select.setLong(1, run.id());
            select.setString(2, customers.first().value());
            select.setString(3, customers.last().value());
        });
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Filler {
        void fill(PreparedStatement select) throws SQLException;
    }

    /** @param query tells the customer's id first */
    private <T> Map<CustomerId, T> read(String query, Reader<T> reader, Filler filler) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            filler.fill(select);
            Map<CustomerId, T> stages = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stages.put(new CustomerId(row.getString(1)), reader.read(row));
                }
            }
            return stages;
        } catch (SQLException e) {
            throw new IllegalStateException("the customers' stages could not be read", e);
        }
    }

    private static StageRow read(ResultSet row) throws SQLException {
        Placement placement = new Placement(
                Stage.labelled(row.getString("stage")),
                row.getLong("purchase_days"),
                row.getDouble("silence"),
                row.getDouble("usual_gap"),
                Basis.valueOf(row.getString("basis")),
                row.getDouble("patience"));
        return new StageRow(
                new CustomerId(row.getString("customer_id")),
                placement,
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    public Map<Stage, Long> counts(Run run) {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            counts.put(stage, 0L);
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select stage, count(*) from customer_stage where run_id = ? group by stage")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(Stage.labelled(row.getString(1)), row.getLong(2));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("the stages could not be counted", e);
        }
    }
}
