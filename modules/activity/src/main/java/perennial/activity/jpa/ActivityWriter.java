package perennial.activity.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import perennial.activity.reading.Mapping;
import perennial.activity.reading.Outcome;
import perennial.activity.reading.Outcome.CostRow;
import perennial.activity.reading.Outcome.CustomerRow;
import perennial.activity.reading.Outcome.Duplicate;
import perennial.activity.reading.Outcome.EventRow;
import perennial.activity.reading.Outcome.OrderLine;
import perennial.activity.reading.Outcome.ProductRow;
import perennial.activity.reading.Outcome.SetApart;
import perennial.activity.reading.Sighting;

/**
 * Writes what one file tells, chunk by chunk, over a connection whose transaction its caller ends. What is there
 * already is left as it is and counted as known, so that the same file read twice changes nothing.
 */
public final class ActivityWriter {
    private static final int CHUNK = 2000;
    private static final String REJECT =
            "insert into rejected_line (import_id, line, reason, detail, content) values (?, ?, ?, ?, ?)";

    private final Connection connection;
    private final long importId;
    private final boolean derivesListPrices;
    private final Tally tally = new Tally();
    private final Set<String> changed = new HashSet<>();
    private final CustomerWriter customers;
    private final ProductWriter products;
    private final OrderWriter orders;
    private final EventWriter events;
    private final CostWriter costs;
    private final Set<String> recorded = new HashSet<>();
    private final List<Outcome> chunk = new ArrayList<>(CHUNK);

    public ActivityWriter(Connection connection, long importId, Mapping mapping) throws SQLException {
        this.connection = connection;
        this.importId = importId;
        this.derivesListPrices = mapping.listPricesDerived();
        this.customers = new CustomerWriter(connection, tally, changed::add, mapping.assumedConsents());
        this.products = new ProductWriter(connection, tally);
        this.orders = new OrderWriter(connection, tally, changed::add);
        this.events = new EventWriter(connection, tally, changed::add);
        this.costs = new CostWriter(connection, tally);
    }

    public Tally tally() {
        return tally;
    }

    public void add(Outcome outcome) throws SQLException {
        if (outcome instanceof Duplicate) {
            tally.duplicate();
            return;
        }
        chunk.add(outcome);
        if (chunk.size() == CHUNK) {
            flush();
        }
    }

    /** Writes what is left, and what can only be known at the end. */
    public void finish() throws SQLException {
        flush();
        if (derivesListPrices) {
            products.deriveListPrices();
        }
        recorded.removeAll(Batch.find(connection, "select what from recorded", row -> row.getString(1)));
        Batch.run(
                connection,
                "insert into recorded (what) values (?)",
                recorded,
                (statement, what) -> statement.setString(1, what));
    }

    private void flush() throws SQLException {
        List<Sighting> sightings = new ArrayList<>();
        for (Outcome outcome : chunk) {
            if (outcome instanceof SetApart line) {
                tally.setApart(line.reason());
                line.seen().ifPresent(sightings::add);
            } else if (outcome instanceof OrderLine line) {
                sightings.add(line.seen());
                line.facts().coupon().ifPresent(coupon -> recorded.add(RecordedKinds.COUPON));
            } else if (outcome instanceof EventRow event) {
                sightings.add(event.seen());
                recorded.add(event.kind().name());
            }
        }
        if (!sightings.isEmpty()) {
            customers.see(sightings);
        }
        write(CustomerRow.class, customers::write);
        write(ProductRow.class, products::write);
        write(OrderLine.class, orders::write);
        write(
                OrderLine.class,
                lines -> products.name(
                        lines.stream().filter(line -> !line.cancels()).toList()));
        write(EventRow.class, events::write);
        write(CostRow.class, costs::write);
        write(SetApart.class, this::reject);
        ChangedCustomers.add(connection, changed);
        changed.clear();
        chunk.clear();
    }

    private interface Writer<T> {
        void write(List<T> rows) throws SQLException;
    }

    private <T extends Outcome> void write(Class<T> kind, Writer<T> writer) throws SQLException {
        List<T> rows = chunk.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (!rows.isEmpty()) {
            writer.write(rows);
        }
    }

    private void reject(List<SetApart> lines) throws SQLException {
        Batch.run(connection, REJECT, lines, (statement, line) -> {
            statement.setLong(1, importId);
            statement.setLong(2, line.line());
            statement.setString(3, line.reason().code());
            statement.setString(4, line.detail());
            statement.setString(5, line.content());
        });
    }
}
