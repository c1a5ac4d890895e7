package perennial.segmentation.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.segmentation.SegmentMoves.Cause;
import perennial.segmentation.SegmentMoves.Move;
import perennial.segmentation.SegmentMoves.Passage;
import perennial.segmentation.model.Movers.Ends;

/** From which segment to which one customers went with each run, and what moved them. */
public final class MoveRows {
    /** The moves themselves are kept for good. */
    static final List<String> TABLES = List.of("segment_passage");

    private final RunTables tables;

    public MoveRows(RunTables tables) {
        this.tables = tables;
    }

    public void clear(Run run) {
        tables.clear(run, List.of("segment_passage", "segment_move"));
    }

    /** Drops what runs between the two had noted, which never came in force. */
    public void clearBetween(Run before, Run run) {
        tables.change("delete from segment_move where run_id > ? and run_id < ?", delete -> {
            delete.setLong(1, before.id());
            delete.setLong(2, run.id());
        });
    }

    /** Counts from where the members of the run came, by those of the run before. */
    public void count(Run run, Run before) {
        String sql = "insert into segment_passage (run_id, from_id, to_id, customers) "
                + "select cast(? as bigint), coalesce(b.segment_id, ''), m.segment_id, count(*) from segment_member m "
                + "left join segment_member b on b.run_id = ? and b.customer_id = m.customer_id "
                + "where m.run_id = ? group by b.segment_id, m.segment_id";
        tables.change(sql, insert -> {
            insert.setLong(1, run.id());
            insert.setLong(2, before.id());
            insert.setLong(3, run.id());
        });
    }

    /** Who is in another segment than with the run before. */
    public Map<CustomerId, Ends> moved(Run run, Run before) {
        String sql = "select m.customer_id, b.segment_id, m.segment_id from segment_member m "
                + "join segment_member b on b.run_id = ? and b.customer_id = m.customer_id "
                + "where m.run_id = ? and b.segment_id <> m.segment_id order by m.customer_id";
        Map<CustomerId, Ends> moved = new LinkedHashMap<>();
        tables.all(
                sql,
                select -> {
                    select.setLong(1, before.id());
                    select.setLong(2, run.id());
                },
                row -> moved.put(new CustomerId(row.getString(1)), new Ends(row.getString(2), row.getString(3))));
        return moved;
    }

    public void add(Run run, Map<CustomerId, Move> moves) {
        tables.addAll(
                "insert into segment_move (run_id, customer_id, moved_at, from_id, to_id, feature) "
                        + "values (?, ?, ?, ?, ?, ?)",
                moves.entrySet(),
                (insert, entry) -> fill(insert, run, entry.getKey(), entry.getValue()));
    }

    private static void fill(PreparedStatement insert, Run run, CustomerId customer, Move move) throws SQLException {
        insert.setLong(1, run.id());
        insert.setString(2, customer.value());
        insert.setObject(3, move.at().atOffset(ZoneOffset.UTC));
        insert.setString(4, move.from());
        insert.setString(5, move.to());
        insert.setString(6, move.feature().orElse(null));
    }

    public List<Passage> passages(Run run) {
        Map<Ends, List<Cause>> causes = causes(run);
        return tables.all(
                "select from_id, to_id, customers from segment_passage where run_id = ? "
                        + "order by customers desc, from_id, to_id",
                run,
                row -> new Passage(
                        Optional.of(row.getString(1)).filter(from -> !from.isEmpty()),
                        row.getString(2),
                        row.getLong(3),
                        causes.getOrDefault(new Ends(row.getString(1), row.getString(2)), List.of())));
    }

    private Map<Ends, List<Cause>> causes(Run run) {
        Map<Ends, List<Cause>> causes = new LinkedHashMap<>();
        tables.all(
                "select from_id, to_id, feature, count(*) from segment_move where run_id = ? "
                        + "group by from_id, to_id, feature order by count(*) desc, feature nulls last",
                run,
                row -> causes.computeIfAbsent(new Ends(row.getString(1), row.getString(2)), ends -> new ArrayList<>())
                        .add(new Cause(Optional.ofNullable(row.getString(3)), row.getLong(4))));
        return causes;
    }

    public List<Move> path(Run run, CustomerId customer) {
        return tables.all(
                "select run_id, 0 as since, moved_at, from_id, to_id, feature from segment_move "
                        + "where customer_id = ? and run_id <= ? "
                        + "union all select run_id, 1, changed_at, from_id, to_id, feature from segment_change "
                        + "where customer_id = ? and run_id = ? and from_id <> to_id order by run_id, since",
                select -> {
                    select.setString(1, customer.value());
                    select.setLong(2, run.id());
                    select.setString(3, customer.value());
                    select.setLong(4, run.id());
                },
                row -> new Move(
                        row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                        row.getString("from_id"),
                        row.getString("to_id"),
                        Optional.ofNullable(row.getString("feature"))));
    }

    public Map<CustomerId, String> before(Run run, CustomerSpan customers) {
        return tables.texts(
                "select customer_id, from_id from segment_move where run_id = ? and customer_id between ? and ?",
                run,
                customers);
    }
}
