package perennial.profiles.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.profiles.Stages.CustomerChange;
import perennial.profiles.Stages.StageChange;

/** The customers' courses through the stages, as the runs that came into force saw them. */
@ApplicationScoped
public class StageChanges {
    private static final String SELECT = "select customer_id, changed_at, from_stage, to_stage from stage_change ";
    private static final String ORDER = " order by changed_at, run_id";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected StageChanges() {}

    public StageChanges(DataSource database) {
        this.database = database;
    }

    /**
     * Drops what later runs than the one in force had written: they failed, or are being done again. Drops everything
     * where no run is in force.
     */
    public void forgetAfter(Optional<Run> inForce) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from stage_change where run_id > ?")) {
            delete.setLong(1, inForce.map(Run::id).orElse(Long.MIN_VALUE));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the changes of unfinished runs could not be dropped", e);
        }
    }

    /** The last change of all; empty where there is none. */
    public Optional<Instant> latest() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select max(changed_at) from stage_change");
                ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        } catch (SQLException e) {
            throw new IllegalStateException("the last change of stages could not be read", e);
        }
    }

    /** The last change of each of the customers up to an instant, itself included. */
    public Map<CustomerId, StageChange> last(Collection<CustomerId> customers, Instant upTo) {
        Map<CustomerId, StageChange> last = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        SELECT + "where customer_id = any (?) and changed_at <= ?" + ORDER)) {
            select.setArray(1, Ids.array(connection, customers));
            select.setObject(2, upTo.atOffset(ZoneOffset.UTC));
            for (CustomerChange entry : read(select)) {
                last.put(entry.customer(), entry.change());
            }
            return last;
        } catch (SQLException e) {
            throw new IllegalStateException("the last changes of stages could not be read", e);
        }
    }

    public List<StageChange> of(CustomerId customer) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + "where customer_id = ?" + ORDER)) {
            select.setString(1, customer.value());
            return read(select).stream().map(CustomerChange::change).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the changes of a customer's stage could not be read", e);
        }
    }

    public long count(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select count(*) from stage_change where run_id = ?")) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run's changes of stages could not be counted", e);
        }
    }

    public List<CustomerChange> page(Run run, Optional<CustomerId> after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        SELECT + "where run_id = ? and customer_id > ? order by run_id, customer_id limit ?")) {
            select.setLong(1, run.id());
            select.setString(2, after.map(CustomerId::value).orElse(""));
            select.setInt(3, limit);
            return read(select);
        } catch (SQLException e) {
            throw new IllegalStateException("a page of the run's changes of stages could not be read", e);
        }
    }

    private static List<CustomerChange> read(PreparedStatement select) throws SQLException {
        List<CustomerChange> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                StageChange change = new StageChange(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("from_stage")).map(Stage::labelled),
                        Stage.labelled(row.getString("to_stage")));
                entries.add(new CustomerChange(new CustomerId(row.getString("customer_id")), change));
            }
        }
        return entries;
    }

    public void add(Run run, List<CustomerChange> entries) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into stage_change (customer_id, run_id, changed_at, from_stage, to_stage) "
                                + "values (?, ?, ?, ?, ?)")) {
            for (CustomerChange entry : entries) {
                insert.setString(1, entry.customer().value());
                insert.setLong(2, run.id());
                insert.setObject(3, entry.change().at().atOffset(ZoneOffset.UTC));
                insert.setString(4, entry.change().from().map(Stage::label).orElse(null));
                insert.setString(5, entry.change().to().label());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the changes of stages could not be stored", e);
        }
    }
}
