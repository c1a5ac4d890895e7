package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import perennial.activity.Histories.PurchaseTime;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.kernel.CustomerId;

/**
 * The histories of customers, put together from the tables of orders, lines, cancellations and events, each read by
 * itself: one join of them all takes an embedded H2 four times as long.
 */
@Dependent
public class PurchaseHistories {
    private static final String KNOWN = "(first_seen is null or first_seen < ?)";
    private static final String PAGE = "select id, registered_at from customer where id > ? and " + KNOWN
            + " order by id limit " + CustomerRange.SIZE;
    private static final String ONE = "select id, registered_at from customer where id = ? and " + KNOWN;
    private static final String SOME = "select id, registered_at from " + Batch.KEYS
            + " join customer on id = key_id where " + KNOWN + " order by id";
    private static final String ORDERS = """
            select customer_id, id, order_id, placed_at, channel, coupon, payment_country, shipping_country
            from %s where %s and placed_at < ?
            """;
    private static final String LINES = """
            select p.customer_id, p.id, l.sku, l.line_key, l.quantity, l.amount
            from %s join purchase_line l on l.purchase_id = p.id where %s and p.placed_at < ?
            """;
    private static final String CATEGORIES =
            "select sku, category from " + Batch.KEYS + " join product on sku = key_id where category is not null";
    private static final String CANCELLATIONS = """
            select customer_id, order_id, cancelled_at, sku, quantity, amount from %s
            where %s and cancelled_at < ?
            order by line_key
            """;
    private static final String TIMES = "select customer_id, placed_at from %s where %s and placed_at < ?";

    private final Database database;

    @Inject
    public PurchaseHistories(Database database) {
        this.database = database;
    }

    public Optional<History> of(CustomerId customer, Instant cut) {
        return database.with(connection ->
                histories(connection, known(connection, ONE, customer.value(), cut), cut).stream()
                        .findFirst());
    }

    /**
     * Each by itself: of all that stand between the first and the last, they may be few.
     *
     * @param events the kinds that are read
     */
    public List<History> ofSome(Collection<CustomerId> customers, Set<Event.Kind> events, Instant cut) {
        Object[] ids = customers.stream().map(CustomerId::value).toArray();
        return database.with(connection -> histories(
                connection,
                known(connection, SOME, connection.createArrayOf("varchar", ids), cut),
                CustomerKeys.of(customers),
                events,
                cut));
    }

    /** Range after range, in the order of the customers' ids. */
    public void each(Instant cut, Consumer<List<History>> reader) {
        eachRange(cut, PurchaseHistories::histories, reader);
    }

    /** When the customers of range after range bought, without what: a small part of what a history takes to read. */
    public void eachTimes(Instant cut, Consumer<List<PurchaseTime>> reader) {
        eachRange(cut, PurchaseHistories::times, reader);
    }

    /** What is read of the customers of a range. */
    @FunctionalInterface
    private interface Part<T> {
        List<T> read(Connection connection, Map<String, HistoryDraft> known, Instant cut) throws SQLException;
    }

    private <T> void eachRange(Instant cut, Part<T> part, Consumer<List<T>> reader) {
        String after = CustomerRange.START;
        List<String> ids;
        do {
            String start = after;
            List<T> read = new ArrayList<>();
            ids = database.with(connection -> {
                Map<String, HistoryDraft> known = known(connection, PAGE, start, cut);
                read.addAll(part.read(connection, known, cut));
                return List.copyOf(known.keySet());
            });
            if (!read.isEmpty()) {
                reader.accept(read);
            }
            after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
        } while (ids.size() == CustomerRange.SIZE);
    }

    private static Map<String, HistoryDraft> known(Connection connection, String query, Object which, Instant cut)
            throws SQLException {
        Map<String, HistoryDraft> drafts = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, which);
            Columns.set(statement, 2, cut);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    CustomerId customer = new CustomerId(rows.getString(1));
                    drafts.put(customer.value(), new HistoryDraft(customer, Columns.optionalInstant(rows, 2)));
                }
            }
        }
        return drafts;
    }

    private static List<History> histories(Connection connection, Map<String, HistoryDraft> known, Instant cut)
            throws SQLException {
        return known.isEmpty()
                ? List.of()
                : histories(connection, known, range(known), EnumSet.allOf(Event.Kind.class), cut);
    }

    private static String events(Set<Event.Kind> kinds) {
        String wanted = kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", "));
        return "select customer_id, happened_at, kind, subject, amount from %s where %s and happened_at < ?"
                + (kinds.size() < Event.Kind.values().length ? " and kind in (" + wanted + ")" : "")
                + " order by customer_id, event_id";
    }

    private static CustomerRange range(Map<String, HistoryDraft> known) {
        List<String> ids = List.copyOf(known.keySet());
        return new CustomerRange(ids.get(0), ids.get(ids.size() - 1));
    }

    private static List<History> histories(
            Connection connection,
            Map<String, HistoryDraft> known,
            SomeCustomers whose,
            Set<Event.Kind> events,
            Instant cut)
            throws SQLException {
        read(connection, whose.in(ORDERS, "purchase"), known, whose, cut, HistoryDraft::addOrder);
        if (known.values().stream().anyMatch(HistoryDraft::hasOrders)) {
            read(connection, whose.in(LINES, "purchase p"), known, whose, cut, HistoryDraft::addLine);
        }
        read(connection, whose.in(CANCELLATIONS, "cancellation"), known, whose, cut, HistoryDraft::addCancellation);
        read(connection, whose.in(events(events), "customer_event"), known, whose, cut, HistoryDraft::addEvent);
        Map<String, String> categories = categories(connection, known.values());
        return known.values().stream().map(draft -> draft.toHistory(categories)).toList();
    }

    private static List<PurchaseTime> times(Connection connection, Map<String, HistoryDraft> known, Instant cut)
            throws SQLException {
        if (known.isEmpty()) {
            return List.of();
        }
        List<PurchaseTime> times = new ArrayList<>();
        CustomerRange range = range(known);
        read(
                connection,
                range.in(TIMES, "purchase"),
                known,
                range,
                cut,
                (draft, rows) -> times.add(new PurchaseTime(draft.customer(), Columns.instant(rows, 2))));
        return times;
    }

    private static Map<String, String> categories(Connection connection, Collection<HistoryDraft> drafts)
            throws SQLException {
        List<String> skus =
                drafts.stream().flatMap(HistoryDraft::skus).distinct().toList();
        Map<String, String> categories = new HashMap<>();
        Batch.find(connection, CATEGORIES, row -> Map.entry(row.getString(1), row.getString(2)), skus)
                .forEach(entry -> categories.put(entry.getKey(), entry.getValue()));
        return categories;
    }

    /** Takes up the row in hand. */
    @FunctionalInterface
    private interface RowOf {
        void addTo(HistoryDraft draft, ResultSet rows) throws SQLException;
    }

    private static void read(
            Connection connection,
            String query,
            Map<String, HistoryDraft> known,
            SomeCustomers whose,
            Instant cut,
            RowOf row)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            Columns.set(statement, whose.set(statement), cut);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    HistoryDraft draft = known.get(rows.getString(1));
                    if (draft != null) {
                        row.addTo(draft, rows);
                    }
                }
            }
        }
    }
}
