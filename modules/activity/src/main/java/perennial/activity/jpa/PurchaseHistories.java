package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.analytics.history.Cancellation;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.CustomerId;

/**
 * The histories of customers, put together from the tables of purchases, cancellations and events. The lines of an
 * order come in an order of their own, so that a history does not depend on how a file was sorted.
 */
@Dependent
public class PurchaseHistories {
    private static final String KNOWN = "(first_seen is null or first_seen < ?)";
    private static final String PAGE = "select id, registered_at from customer where id > ? and " + KNOWN
            + " order by id limit " + CustomerRange.SIZE;
    private static final String ONE = "select id, registered_at from customer where id = ? and " + KNOWN;
    private static final String LINES = """
            select p.customer_id, p.id, p.order_id, p.placed_at, p.channel, p.coupon, p.payment_country,
                   p.shipping_country, l.sku, c.category, l.quantity, l.amount
            from purchase p
            join purchase_line l on l.purchase_id = p.id
            left join product c on c.sku = l.sku
            where p.customer_id between ? and ? and p.placed_at < ?
            order by l.sku, l.line_key
            """;
    private static final String CANCELLATIONS = """
            select customer_id, order_id, cancelled_at, sku, quantity, amount from cancellation
            where customer_id between ? and ? and cancelled_at < ?
            order by line_key
            """;
    private static final String EVENTS = """
            select customer_id, happened_at, kind, subject, amount from customer_event
            where customer_id between ? and ? and happened_at < ?
            order by customer_id, event_id
            """;

    private final Database database;

    @Inject
    public PurchaseHistories(Database database) {
        this.database = database;
    }

    public Optional<History> of(CustomerId customer, Instant cut) {
        return database.with(connection ->
                range(connection, ONE, customer.value(), cut).stream().findFirst());
    }

    /** Range after range, in the order of the customers' ids. */
    public void each(Instant cut, Consumer<List<History>> reader) {
        String after = CustomerRange.START;
        while (true) {
            String start = after;
            List<History> range = database.with(connection -> range(connection, PAGE, start, cut));
            if (!range.isEmpty()) {
                reader.accept(range);
            }
            if (range.size() < CustomerRange.SIZE) {
                return;
            }
            after = range.get(range.size() - 1).customer().value();
        }
    }

    private static List<History> range(Connection connection, String query, String id, Instant cut)
            throws SQLException {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, id);
            Columns.set(statement, 2, cut);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String customer = rows.getString(1);
                    drafts.put(customer, new Draft(customer, Columns.optionalInstant(rows, 2)));
                }
            }
        }
        if (drafts.isEmpty()) {
            return List.of();
        }
        List<String> ids = List.copyOf(drafts.keySet());
        CustomerRange range = new CustomerRange(ids.get(0), ids.get(ids.size() - 1));
        read(connection, LINES, range, cut, drafts, Draft::addLine);
        read(connection, CANCELLATIONS, range, cut, drafts, Draft::addCancellation);
        read(connection, EVENTS, range, cut, drafts, Draft::addEvent);
        return drafts.values().stream().map(Draft::toHistory).toList();
    }

    private interface Part {
        void addTo(Draft draft, ResultSet rows) throws SQLException;
    }

    private static void read(
            Connection connection, String query, CustomerRange range, Instant cut, Map<String, Draft> drafts, Part part)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            range.set(statement, cut);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Draft draft = drafts.get(rows.getString(1));
                    if (draft != null) {
                        part.addTo(draft, rows);
                    }
                }
            }
        }
    }

    private static final class Draft {
        private final String customer;
        private final Optional<Instant> registered;
        private final Map<Long, Order> orders = new HashMap<>();
        private final List<Cancellation> cancellations = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();

        Draft(String customer, Optional<Instant> registered) {
            this.customer = customer;
            this.registered = registered;
        }

        void addLine(ResultSet rows) throws SQLException {
            long id = rows.getLong(2);
            Order order = orders.get(id);
            if (order == null) {
                order = Order.of(rows);
                orders.put(id, order);
            }
            order.lines.add(
                    new Purchase.Line(rows.getString(9), Columns.text(rows, 10), rows.getInt(11), rows.getLong(12)));
        }

        void addCancellation(ResultSet rows) throws SQLException {
            cancellations.add(new Cancellation(
                    rows.getString(2), Columns.instant(rows, 3), rows.getString(4), rows.getInt(5), rows.getLong(6)));
        }

        void addEvent(ResultSet rows) throws SQLException {
            events.add(new Event(
                    Columns.instant(rows, 2),
                    Event.Kind.valueOf(rows.getString(3)),
                    rows.getString(4),
                    Columns.number(rows, 5)));
        }

        History toHistory() {
            List<Purchase> purchases =
                    orders.values().stream().map(Order::toPurchase).toList();
            return new History(new CustomerId(customer), registered, purchases, cancellations, events);
        }
    }

    private record Order(
            String id,
            Instant at,
            Optional<String> channel,
            Optional<String> coupon,
            Optional<String> paymentCountry,
            Optional<String> shippingCountry,
            List<Purchase.Line> lines) {
        static Order of(ResultSet rows) throws SQLException {
            return new Order(
                    rows.getString(3),
                    Columns.instant(rows, 4),
                    Columns.text(rows, 5),
                    Columns.text(rows, 6),
                    Columns.text(rows, 7),
                    Columns.text(rows, 8),
                    new ArrayList<>());
        }

        Purchase toPurchase() {
            return new Purchase(id, at, lines, channel, coupon, paymentCountry, shippingCountry);
        }
    }
}
