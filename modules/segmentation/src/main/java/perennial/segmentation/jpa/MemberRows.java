package perennial.segmentation.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;

/** Who is in which segment. */
@ApplicationScoped
public class MemberRows {
    private static final int TOGETHER = 1000;

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    public void clear(Run run) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from segment_member where run_id = ?")) {
            delete.setLong(1, run.id());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the members of the segments could not be cleared", e);
        }
    }

    void forget(@Observes RunsExpired expired) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from segment_member where run_id < ?")) {
            delete.setLong(1, expired.oldestKept());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the members of old runs' segments could not be dropped", e);
        }
    }

    public void add(Run run, List<CustomerId> customers, IntFunction<String> segmentOfRow) {
        String sql = "insert into segment_member (run_id, customer_id, segment_id) values (?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int row = 0; row < customers.size(); row++) {
                insert.setLong(1, run.id());
                insert.setString(2, customers.get(row).value());
                insert.setString(3, segmentOfRow.apply(row));
                insert.addBatch();
                if (row % TOGETHER == TOGETHER - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the members of the segments could not be stored", e);
        }
    }

    public Map<CustomerId, String> of(Run run, Collection<CustomerId> customers) {
        // Joined, because H2 looks through all rows of the run for "= any (?)".
        String sql = "select m.customer_id, m.segment_id from unnest(?) as wanted (id) "
                + "join segment_member m on m.customer_id = wanted.id and m.run_id = ?";
        Map<CustomerId, String> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(2, run.id());
            Object[] ids = customers.stream().map(CustomerId::value).toArray();
            select.setArray(1, connection.createArrayOf("varchar", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(new CustomerId(row.getString(1)), row.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the members of the segments could not be read", e);
        }
        return found;
    }
}
