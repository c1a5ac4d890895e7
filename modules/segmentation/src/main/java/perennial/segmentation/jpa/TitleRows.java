package perennial.segmentation.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import perennial.kernel.Words;

/** What segments are called, for good: those that are gone are spoken of too. */
public final class TitleRows {
    private final RunTables tables;

    public TitleRows(RunTables tables) {
        this.tables = tables;
    }

    /** Keeps the names that a run made; what people gave stays. */
    public void keep(Map<String, Words> made) {
        String update = "update segment_title set made_en = ?, made_zh = ? where segment_id = ?";
        String insert = "insert into segment_title (made_en, made_zh, segment_id) values (?, ?, ?)";
        made.forEach((id, name) -> {
            if (tables.change(update, change -> fill(change, id, name)) == 0) {
                tables.change(insert, add -> fill(add, id, name));
            }
        });
    }

    private static void fill(PreparedStatement statement, String id, Words name) throws SQLException {
        statement.setString(1, name.english());
        statement.setString(2, name.chinese());
        statement.setString(3, id);
    }

    /** Says what people call a segment; empty: nothing of their own. */
    public void give(String id, Optional<Words> name) {
        int known =
                tables.change("update segment_title set given_en = ?, given_zh = ? where segment_id = ?", update -> {
                    update.setString(1, name.map(Words::english).orElse(null));
                    update.setString(2, name.map(Words::chinese).orElse(null));
                    update.setString(3, id);
                });
        if (known == 0) {
            throw new IllegalStateException("no run has named a segment " + id);
        }
    }

    /** The names that people gave, by id. */
    public Map<String, Words> given() {
        return read(
                "select segment_id, given_en, given_zh from segment_title where given_en is not null", select -> {});
    }

    /** What the segments are called: by people where they did, else by the last run that had them. */
    public Map<String, Words> of(Collection<String> ids) {
        return read(
                "select t.segment_id, coalesce(given_en, made_en), coalesce(given_zh, made_zh) "
                        + "from unnest(?) as wanted (id) join segment_title t on t.segment_id = wanted.id",
                select -> select.setArray(1, select.getConnection().createArrayOf("varchar", ids.toArray())));
    }

    private Map<String, Words> read(String sql, RunTables.Filler filler) {
        Map<String, Words> names = new TreeMap<>();
        tables.all(sql, filler, row -> names.put(row.getString(1), new Words(row.getString(2), row.getString(3))));
        return names;
    }
}
