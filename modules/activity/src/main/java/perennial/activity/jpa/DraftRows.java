package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that were sent, but not imported yet. */
@Dependent
public class DraftRows {
    private static final String SELECT = "select id, file_name, stored, bytes, received_at from draft_file";

    private final Database database;

    @Inject
    public DraftRows(Database database) {
        this.database = database;
    }

    /** @param stored the name of its content on the shelf */
    public record DraftRow(long id, String fileName, String stored, long bytes, Instant received) {}

    public long add(String fileName, String stored, long bytes, Instant at) {
        return database.with(connection -> {
            String insert = "insert into draft_file (file_name, stored, bytes, received_at) values (?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(insert, new String[] {"id"})) {
                statement.setString(1, fileName);
                statement.setString(2, stored);
                statement.setLong(3, bytes);
                Columns.set(statement, 4, at);
                statement.executeUpdate();
                try (ResultSet keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    public Optional<DraftRow> find(long id) {
        return all().stream().filter(row -> row.id() == id).findFirst();
    }

    /** The newest first; there are never many. */
    public List<DraftRow> all() {
        return database.with(connection -> Batch.find(connection, SELECT + " order by id desc", DraftRows::read));
    }

    private static DraftRow read(ResultSet row) throws SQLException {
        return new DraftRow(
                row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), Columns.instant(row, 5));
    }

    /** False if it is gone already, as when two people import it at once. */
    public boolean delete(long id) {
        return database.with(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from draft_file where id = ?")) {
                delete.setLong(1, id);
                return delete.executeUpdate() == 1;
            }
        });
    }
}
