package perennial.activity.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import perennial.activity.reading.Outcome.EventRow;

/** Writes events; one whose number is known stays as it is. */
final class EventWriter {
    private static final String KNOWN = """
            select e.customer_id, e.event_id
            from unnest(cast(? as varchar array), cast(? as varchar array)) as k (customer_id, event_id)
            join customer_event e on e.customer_id = k.customer_id and e.event_id = k.event_id
            """;
    private static final String INSERT = """
            insert into customer_event (customer_id, event_id, happened_at, kind, subject, amount)
            values (?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;
    private final Tally tally;
    private final Consumer<String> news;

    /** @param news is told of whom there is something new */
    EventWriter(Connection connection, Tally tally, Consumer<String> news) {
        this.connection = connection;
        this.tally = tally;
        this.news = news;
    }

    private record Key(String customer, String event) {}

    void write(List<EventRow> rows) throws SQLException {
        Map<Key, EventRow> events = new LinkedHashMap<>();
        rows.forEach(row -> events.putIfAbsent(new Key(row.seen().customer().value(), row.id()), row));
        Set<Key> known = new HashSet<>(Batch.find(
                connection,
                KNOWN,
                row -> new Key(row.getString(1), row.getString(2)),
                events.keySet().stream().map(Key::customer).toList(),
                events.keySet().stream().map(Key::event).toList()));
        events.keySet().removeAll(known);
        Batch.run(connection, INSERT, events.entrySet(), (statement, entry) -> {
            EventRow event = entry.getValue();
            statement.setString(1, entry.getKey().customer());
            statement.setString(2, entry.getKey().event());
            Columns.set(statement, 3, event.at());
            statement.setString(4, event.kind().name());
            statement.setString(5, event.subject());
            Columns.set(statement, 6, event.amount());
        });
        events.keySet().forEach(key -> news.accept(key.customer()));
        tally.accepted("events", events.size());
        tally.known(rows.size() - (long) events.size());
    }
}
