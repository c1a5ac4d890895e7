package perennial.overview.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

/** The segments in the stored rows of a run. */
@ApplicationScoped
public class RowSegments {
    private static final int TOGETHER = 1000;
    private static final String UPDATE = "update customer_row set segment_id = ? where run_id = ? and customer_id = ?";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected RowSegments() {}

    public RowSegments(DataSource database) {
        this.database = database;
    }

    /** @param segments of some customers; who is in none is not in it */
    public void replace(Run run, Function<List<CustomerId>, Map<CustomerId, String>> segments) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select customer_id from customer_row "
                        + "where run_id = ? and customer_id > ? order by run_id, customer_id limit " + TOGETHER);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            List<CustomerId> some = next(select, run, "");
            while (!some.isEmpty()) {
                update(update, run, some, segments.apply(some));
                some = next(select, run, some.get(some.size() - 1).value());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the customers' segments could not be stored", e);
        }
    }

    /** Of some customers of a run. */
    public void replace(Run run, List<CustomerId> customers, Map<CustomerId, String> segments) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update(update, run, customers, segments);
        } catch (SQLException e) {
            throw new IllegalStateException("the customers' segments could not be stored", e);
        }
    }

    private static List<CustomerId> next(PreparedStatement select, Run run, String after) throws SQLException {
        select.setLong(1, run.id());
        select.setString(2, after);
        List<CustomerId> some = new ArrayList<>(TOGETHER);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                some.add(new CustomerId(row.getString(1)));
            }
        }
        return some;
    }

    private static void update(
            PreparedStatement update, Run run, List<CustomerId> customers, Map<CustomerId, String> segments)
            throws SQLException {
        for (CustomerId customer : customers) {
            update.setString(1, segments.get(customer));
            update.setLong(2, run.id());
            update.setString(3, customer.value());
            update.addBatch();
        }
        update.executeBatch();
    }
}
