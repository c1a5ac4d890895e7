package perennial.value.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.value.ValueModels.ValueBin;

/** How the expected values of a run are distributed. */
@ApplicationScoped
public class BinRows {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected BinRows() {}

    public BinRows(DataSource database) {
        this.database = database;
    }

    void forget(@Observes RunsExpired expired) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from value_bin where run_id < ?")) {
            delete.setLong(1, expired.oldestKept());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the distributions of old runs could not be dropped", e);
        }
    }

    /** In the place of what the run had written. */
    public void write(Run run, List<ValueBin> bins) {
        String sql = "insert into value_bin (run_id, position, from_minor, to_minor, customers) values (?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from value_bin where run_id = ?");
                PreparedStatement insert = connection.prepareStatement(sql)) {
            delete.setLong(1, run.id());
            delete.executeUpdate();
            for (int i = 0; i < bins.size(); i++) {
                insert.setLong(1, run.id());
                insert.setInt(2, i);
                insert.setLong(3, bins.get(i).from().minor());
                insert.setLong(4, bins.get(i).to().minor());
                insert.setLong(5, bins.get(i).customers());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the distribution of values could not be stored", e);
        }
    }

    public List<ValueBin> of(Run run, Currency currency) {
        String sql = "select from_minor, to_minor, customers from value_bin where run_id = ? order by position";
        List<ValueBin> bins = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, run.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bins.add(new ValueBin(
                            new Money(row.getLong(1), currency), new Money(row.getLong(2), currency), row.getLong(3)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the distribution of values could not be read", e);
        }
        return bins;
    }
}
