package perennial.activity.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.analytics.history.Cancellation;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.CustomerId;

/**
 * A history while its rows come in: an order before its lines. The lines of an order stand in an order of their own, so
 * that a history does not depend on how a file was sorted.
 */
final class HistoryDraft {
    private static final Comparator<Line> LINES =
            Comparator.comparing(Line::sku).thenComparingLong(Line::key);

    private final CustomerId customer;
    private final Optional<Instant> registered;
    private final Map<Long, Order> orders = new HashMap<>();
    private final List<Cancellation> cancellations = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    HistoryDraft(CustomerId customer, Optional<Instant> registered) {
        this.customer = customer;
        this.registered = registered;
    }

    private record Line(String sku, long key, int quantity, long amount) {
        Purchase.Line in(Map<String, String> categories) {
            return new Purchase.Line(sku, Optional.ofNullable(categories.get(sku)), quantity, amount);
        }
    }

    private record Order(
            String id,
            Instant at,
            Optional<String> channel,
            Optional<String> coupon,
            Optional<String> paymentCountry,
            Optional<String> shippingCountry,
            List<Line> lines) {
        Purchase toPurchase(Map<String, String> categories) {
            return new Purchase(
                    id,
                    at,
                    lines.stream()
                            .sorted(LINES)
                            .map(line -> line.in(categories))
                            .toList(),
                    channel,
                    coupon,
                    paymentCountry,
                    shippingCountry);
        }
    }

    CustomerId customer() {
        return customer;
    }

    boolean hasOrders() {
        return !orders.isEmpty();
    }

    Stream<String> skus() {
        return orders.values().stream().flatMap(order -> order.lines().stream()).map(Line::sku);
    }

    void addOrder(ResultSet row) throws SQLException {
        orders.put(
                row.getLong(2),
                new Order(
                        row.getString(3),
                        Columns.instant(row, 4),
                        Columns.text(row, 5),
                        Columns.text(row, 6),
                        Columns.text(row, 7),
                        Columns.text(row, 8),
                        new ArrayList<>()));
    }

    /** An order that an import wrote after the orders were read is not in this history, nor are its lines. */
    void addLine(ResultSet row) throws SQLException {
        Order order = orders.get(row.getLong(2));
        if (order != null) {
            order.lines().add(new Line(row.getString(3), row.getLong(4), row.getInt(5), row.getLong(6)));
        }
    }

    void addCancellation(ResultSet row) throws SQLException {
        cancellations.add(new Cancellation(
                row.getString(2), Columns.instant(row, 3), row.getString(4), row.getInt(5), row.getLong(6)));
    }

    void addEvent(ResultSet row) throws SQLException {
        events.add(new Event(
                Columns.instant(row, 2),
                Event.Kind.valueOf(row.getString(3)),
                row.getString(4),
                Columns.number(row, 5)));
    }

    History toHistory(Map<String, String> categories) {
        List<Purchase> purchases = orders.values().stream()
                .filter(order -> !order.lines().isEmpty())
                .map(order -> order.toPurchase(categories))
                .toList();
        return new History(customer, registered, purchases, cancellations, events);
    }
}
