package perennial.decisions.jpa;

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
import java.util.List;
import javax.sql.DataSource;
import perennial.decisions.Alarms.Alarm;
import perennial.decisions.Moment;
import perennial.decisions.model.Conditions.Happening;
import perennial.kernel.CustomerId;

/** What was put before the rules between runs; the key keeps it from being put there twice. */
@ApplicationScoped
public class AlarmRows {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected AlarmRows() {}

    public AlarmRows(DataSource database) {
        this.database = database;
    }

    public boolean holds(CustomerId customer, Happening happening) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select 1 from alarm where customer_id = ? and moment = ? and happened_at = ?")) {
            fill(select, customer, happening);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the alarms could not be looked through", e);
        }
    }

    public void add(CustomerId customer, Happening happening, Instant raised, long occasion) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into alarm (customer_id, moment, happened_at, raised_at, "
                                + "occasion_id) values (?, ?, ?, ?, ?)")) {
            fill(insert, customer, happening);
            insert.setObject(4, raised.atOffset(ZoneOffset.UTC));
            insert.setLong(5, occasion);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the alarm could not be stored", e);
        }
    }

    private static void fill(PreparedStatement statement, CustomerId customer, Happening happening)
            throws SQLException {
        statement.setString(1, customer.value());
        statement.setString(2, happening.moment().name());
        statement.setObject(3, happening.happened().atOffset(ZoneOffset.UTC));
    }

    public List<Alarm> latest(CustomerId customer, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select * from alarm where customer_id = ? order by raised_at desc, happened_at desc limit ?")) {
            select.setString(1, customer.value());
            select.setInt(2, limit);
            List<Alarm> alarms = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    alarms.add(new Alarm(
                            Moment.valueOf(row.getString("moment")),
                            instant(row, "happened_at"),
                            instant(row, "raised_at"),
                            row.getLong("occasion_id")));
                }
            }
            return alarms;
        } catch (SQLException e) {
            throw new IllegalStateException("the alarms could not be read", e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
