package perennial.segmentation.jpa;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.segmentation.SegmentMoves.Move;
import perennial.segmentation.model.Change;

/** Customers of the run in force who changed since, and what that adds to the numbers of its segments. */
public final class ChangeRows {
    static final List<String> TABLES = List.of("segment_change");

    private final RunTables tables;

    public ChangeRows(RunTables tables) {
        this.tables = tables;
    }

    public void clear(Run run) {
        tables.clear(run, TABLES);
    }

    public void clearAllBut(Run run) {
        tables.change("delete from segment_change where run_id <> ?", delete -> delete.setLong(1, run.id()));
    }

    /** The changes of those of the customers that have changed. */
    public Map<CustomerId, Change> of(Run run, Collection<CustomerId> customers) {
        Map<CustomerId, Change> changes = new LinkedHashMap<>();
        tables.all(
                "select c.* from unnest(?) as wanted (id) "
                        + "join segment_change c on c.customer_id = wanted.id and c.run_id = ?",
                select -> {
                    Object[] ids = customers.stream().map(CustomerId::value).toArray();
                    select.setArray(1, select.getConnection().createArrayOf("varchar", ids));
                    select.setLong(2, run.id());
                },
                row -> changes.put(
                        new CustomerId(row.getString("customer_id")),
                        new Change(
                                Optional.ofNullable(row.getString("from_id")),
                                Optional.ofNullable(row.getString("to_id")),
                                row.getLong("sales_before_minor"),
                                row.getLong("sales_minor"),
                                row.getLong("value_minor"))));
        return changes;
    }

    /** Puts changes in the place of earlier ones of the same customers. */
    public void replace(Run run, Instant at, Map<CustomerId, Change> changes, Map<CustomerId, Move> moves) {
        count(run, of(run, changes.keySet()).values(), -1);
        tables.addAll(
                "delete from segment_change where run_id = ? and customer_id = ?",
                changes.keySet(),
                (delete, customer) -> {
                    delete.setLong(1, run.id());
                    delete.setString(2, customer.value());
                });
        add(run, at, changes, moves);
        count(run, changes.values(), 1);
    }

    private void add(Run run, Instant at, Map<CustomerId, Change> changes, Map<CustomerId, Move> moves) {
        tables.addAll(
                "insert into segment_change (run_id, customer_id, changed_at, from_id, to_id, feature, "
                        + "sales_before_minor, sales_minor, value_minor) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                changes.entrySet(),
                (insert, entry) -> {
                    Change change = entry.getValue();
                    Optional<Move> move = Optional.ofNullable(moves.get(entry.getKey()));
                    insert.setLong(1, run.id());
                    insert.setString(2, entry.getKey().value());
                    insert.setObject(3, at.atOffset(ZoneOffset.UTC));
                    insert.setString(4, change.from().orElse(null));
                    insert.setString(5, change.to().orElse(null));
                    insert.setString(6, move.flatMap(Move::feature).orElse(null));
                    insert.setLong(7, change.salesBefore());
                    insert.setLong(8, change.sales());
                    insert.setLong(9, change.value());
                });
    }

    private void count(Run run, Collection<Change> changes, int times) {
        tables.addAll(
                "update segment set size_change = size_change + ?, sales_change_minor = sales_change_minor + ?, "
                        + "value_change_minor = value_change_minor + ? where run_id = ? and segment_id = ?",
                Change.bySegment(changes).entrySet(),
                (update, entry) -> {
                    update.setLong(1, times * entry.getValue().size());
                    update.setLong(2, times * entry.getValue().sales());
                    update.setLong(3, times * entry.getValue().value());
                    update.setLong(4, run.id());
                    update.setString(5, entry.getKey());
                });
    }
}
