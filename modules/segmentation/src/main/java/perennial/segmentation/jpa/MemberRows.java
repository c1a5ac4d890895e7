package perennial.segmentation.jpa;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;

/** Who is in which segment. */
public final class MemberRows {
    static final List<String> TABLES = List.of("segment_member");

    // Within a select, because H2 reads a union anew each time that it is asked.
    private static final String NOW =
            "select customer_id, segment_id from (select customer_id, to_id as segment_id from segment_change "
                    + "where run_id = ? and customer_id between ? and ? and to_id is not null "
                    + "union all select m.customer_id, m.segment_id from segment_member m "
                    + "where m.run_id = ? and m.customer_id between ? and ? and not exists (select 1 from segment_change c "
                    + "where c.run_id = m.run_id and c.customer_id = m.customer_id)) placed_now";

    private final RunTables tables;
    private final ChangeRows changes;

    public MemberRows(RunTables tables) {
        this.tables = tables;
        this.changes = new ChangeRows(tables);
    }

    public void replace(Run run, List<CustomerId> customers, IntFunction<String> segmentOfRow) {
        tables.clear(run, TABLES);
        tables.addAll(
                "insert into segment_member (run_id, customer_id, segment_id) values (?, ?, ?)",
                () -> IntStream.range(0, customers.size()).iterator(),
                (insert, row) -> {
                    insert.setLong(1, run.id());
                    insert.setString(2, customers.get(row).value());
                    insert.setString(3, segmentOfRow.apply(row));
                });
    }

    /** Where the run had placed them. */
    public Map<CustomerId, String> placed(Run run, Collection<CustomerId> customers) {
        // Joined, because H2 looks through all rows of the run for "= any (?)".
        String sql = "select m.customer_id, m.segment_id from unnest(?) as wanted (id) "
                + "join segment_member m on m.customer_id = wanted.id and m.run_id = ?";
        return tables
                .all(
                        sql,
                        select -> {
                            Object[] ids =
                                    customers.stream().map(CustomerId::value).toArray();
                            select.setArray(1, select.getConnection().createArrayOf("varchar", ids));
                            select.setLong(2, run.id());
                        },
                        row -> Map.entry(new CustomerId(row.getString(1)), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where the run had placed neighbours. */
    public Map<CustomerId, String> placed(Run run, CustomerSpan customers) {
        return tables.texts(
                "select customer_id, segment_id from segment_member where run_id = ? and customer_id between ? and ?",
                run,
                customers);
    }

    /** Where neighbours are now: as the run had placed them, or as they changed since. */
    public Map<CustomerId, String> of(Run run, CustomerSpan customers) {
        Map<CustomerId, String> members = new HashMap<>();
        tables.all(
                NOW,
                select -> {
                    for (int first : new int[] {1, 4}) {
                        RunTables.setSpan(select, first, run, customers);
                    }
                },
                row -> members.put(new CustomerId(row.getString(1)), row.getString(2)));
        return members;
    }

    /** The same of some customers. */
    public Map<CustomerId, String> of(Run run, Collection<CustomerId> customers) {
        Map<CustomerId, String> members = new HashMap<>(placed(run, customers));
        changes.of(run, customers)
                .forEach((customer, change) ->
                        change.to().ifPresentOrElse(to -> members.put(customer, to), () -> members.remove(customer)));
        return members;
    }
}
