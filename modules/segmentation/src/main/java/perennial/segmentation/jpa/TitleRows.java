package perennial.segmentation.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import perennial.kernel.Words;

/** What segments are called, for good: those that are gone are spoken of too. */
@ApplicationScoped
public class TitleRows {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected TitleRows() {}

    public TitleRows(DataSource database) {
        this.database = database;
    }

    /** Keeps the names that a run made; what people gave stays. */
    public void keep(Map<String, Words> made) {
        String update = "update segment_title set made_en = ?, made_zh = ? where segment_id = ?";
        String insert = "insert into segment_title (made_en, made_zh, segment_id) values (?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(update);
                PreparedStatement add = connection.prepareStatement(insert)) {
            for (Map.Entry<String, Words> each : made.entrySet()) {
                fill(change, each.getKey(), each.getValue());
                if (change.executeUpdate() == 0) {
                    fill(add, each.getKey(), each.getValue());
                    add.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the names of the segments could not be stored", e);
        }
    }

    private static void fill(PreparedStatement statement, String id, Words name) throws SQLException {
        statement.setString(1, name.english());
        statement.setString(2, name.chinese());
        statement.setString(3, id);
    }

    /** Says what people call a segment; empty: nothing of their own. */
    public void give(String id, Optional<Words> name) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update segment_title set given_en = ?, given_zh = ? where segment_id = ?")) {
            update.setString(1, name.map(Words::english).orElse(null));
            update.setString(2, name.map(Words::chinese).orElse(null));
            update.setString(3, id);
            if (update.executeUpdate() == 0) {
                throw new IllegalStateException("no run has named a segment " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the name of the segment could not be stored", e);
        }
    }

    /** The names that people gave, by id. */
    public Map<String, Words> given() {
        return read(
                "select segment_id, given_en, given_zh from segment_title where given_en is not null",
                Optional.empty());
    }

    /** What the segments are called: by people where they did, else by the last run that had them. */
    public Map<String, Words> of(Collection<String> ids) {
        return read(
                "select t.segment_id, coalesce(given_en, made_en), coalesce(given_zh, made_zh) "
                        + "from unnest(?) as wanted (id) join segment_title t on t.segment_id = wanted.id",
                Optional.of(ids));
    }

    private Map<String, Words> read(String sql, Optional<Collection<String>> ids) {
        Map<String, Words> names = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (ids.isPresent()) {
                select.setArray(1, connection.createArrayOf("varchar", ids.get().toArray()));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), new Words(row.getString(2), row.getString(3)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the names of the segments could not be read", e);
        }
        return names;
    }
}
