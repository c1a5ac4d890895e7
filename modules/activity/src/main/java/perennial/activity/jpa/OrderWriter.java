package perennial.activity.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import perennial.activity.reading.Outcome.OrderFacts;
import perennial.activity.reading.Outcome.OrderLine;

/**
 * Writes orders, line by line. The lines of one order may stand anywhere in a file and in several files: the order has
 * the earliest of their times, and of two words for the same fact the one earlier in the alphabet, so that the result
 * does not depend on their order.
 */
final class OrderWriter {
    private static final String ORDERS = """
            select p.id, p.customer_id, p.order_id, p.placed_at, p.channel, p.coupon, p.payment_country,
                   p.shipping_country
            from unnest(cast(? as varchar array), cast(? as varchar array)) as k (customer_id, order_id)
            join purchase p on p.customer_id = k.customer_id and p.order_id = k.order_id
            """;
    private static final String INSERT_ORDER = """
            insert into purchase
              (placed_at, channel, coupon, payment_country, shipping_country, id, customer_id, order_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE_ORDER = """
            update purchase set placed_at = ?, channel = ?, coupon = ?, payment_country = ?, shipping_country = ?
            where id = ?
            """;
    private static final String LINES =
            "select purchase_id, line_key from unnest(cast(? as bigint array)) as k (id) join purchase_line on purchase_id = id";
    private static final String INSERT_LINE = """
            insert into purchase_line (sku, quantity, unit_price, amount, purchase_id, line_key)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String CANCELLATIONS = """
            select c.customer_id, c.order_id, c.line_key
            from unnest(cast(? as varchar array), cast(? as varchar array)) as k (customer_id, order_id)
            join cancellation c on c.customer_id = k.customer_id and c.order_id = k.order_id
            """;
    private static final String INSERT_CANCELLATION = """
            insert into cancellation
              (sku, quantity, unit_price, amount, customer_id, order_id, line_key, cancelled_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;
    private final Tally tally;
    private final Consumer<String> news;
    private long nextId;

    /**
     * Only one import runs at a time, so the next number is free.
     *
     * @param news is told of whom there is something new
     */
    OrderWriter(Connection connection, Tally tally, Consumer<String> news) throws SQLException {
        this.connection = connection;
        this.tally = tally;
        this.news = news;
        this.nextId = Batch.find(connection, "select coalesce(max(id), 0) + 1 from purchase", row -> row.getLong(1))
                .get(0);
    }

    private record OrderKey(String customer, String order) {
        static OrderKey of(OrderLine line) {
            return new OrderKey(line.seen().customer().value(), line.order());
        }
    }

    private record Stored(long id, OrderKey key, Instant at, OrderFacts facts) {
        static Stored read(ResultSet row) throws SQLException {
            return new Stored(
                    row.getLong(1),
                    new OrderKey(row.getString(2), row.getString(3)),
                    Columns.instant(row, 4),
                    new OrderFacts(
                            Columns.text(row, 5), Columns.text(row, 6), Columns.text(row, 7), Columns.text(row, 8)));
        }

        Stored with(OrderLine line) {
            OrderFacts told = line.facts();
            return new Stored(
                    id,
                    key,
                    line.at().isBefore(at) ? line.at() : at,
                    new OrderFacts(
                            earlier(facts.channel(), told.channel()),
                            earlier(facts.coupon(), told.coupon()),
                            earlier(facts.paymentCountry(), told.paymentCountry()),
                            earlier(facts.shippingCountry(), told.shippingCountry())));
        }

        private static Optional<String> earlier(Optional<String> one, Optional<String> other) {
            if (one.isEmpty() || other.isEmpty()) {
                return one.or(() -> other);
            }
            return one.get().compareTo(other.get()) <= 0 ? one : other;
        }
    }

    private record LineKey(long purchase, long key) {}

    private record CancellationKey(OrderKey order, long key) {}

    void write(List<OrderLine> lines) throws SQLException {
        writeLines(
                lines.stream().filter(line -> !line.cancels()).toList(),
                writeOrders(lines.stream().filter(line -> !line.cancels()).toList()));
        writeCancellations(lines.stream().filter(OrderLine::cancels).toList());
    }

    private Map<OrderKey, Long> writeOrders(List<OrderLine> lines) throws SQLException {
        Map<OrderKey, Stored> before = new HashMap<>();
        find(ORDERS, lines, Stored::read).forEach(order -> before.put(order.key(), order));
        Map<OrderKey, Stored> after = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            OrderKey key = OrderKey.of(line);
            Stored order = after.getOrDefault(key, before.get(key));
            after.put(key, order == null ? new Stored(nextId++, key, line.at(), line.facts()) : order.with(line));
        }
        List<Stored> added = new ArrayList<>();
        List<Stored> changed = new ArrayList<>();
        for (Stored order : after.values()) {
            Stored stored = before.get(order.key());
            if (stored == null) {
                added.add(order);
            } else if (!stored.equals(order)) {
                changed.add(order);
            }
        }
        Batch.run(connection, INSERT_ORDER, added, (statement, order) -> {
            fill(statement, order);
            statement.setString(7, order.key().customer());
            statement.setString(8, order.key().order());
        });
        Batch.run(connection, UPDATE_ORDER, changed, OrderWriter::fill);
        Stream.of(added, changed)
                .flatMap(List::stream)
                .forEach(order -> news.accept(order.key().customer()));
        tally.accepted("orders", added.size());
        Map<OrderKey, Long> ids = new HashMap<>();
        after.values().forEach(order -> ids.put(order.key(), order.id()));
        return ids;
    }

    private static void fill(PreparedStatement statement, Stored order) throws SQLException {
        Columns.set(statement, 1, order.at());
        Columns.set(statement, 2, order.facts().channel());
        Columns.set(statement, 3, order.facts().coupon());
        Columns.set(statement, 4, order.facts().paymentCountry());
        Columns.set(statement, 5, order.facts().shippingCountry());
        statement.setLong(6, order.id());
    }

    private void writeLines(List<OrderLine> lines, Map<OrderKey, Long> ids) throws SQLException {
        Set<LineKey> known = new HashSet<>(Batch.find(
                connection, LINES, row -> new LineKey(row.getLong(1), row.getLong(2)), List.copyOf(ids.values())));
        Map<LineKey, OrderLine> added = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            LineKey key = new LineKey(ids.getOrDefault(OrderKey.of(line), 0L), line.key());
            if (!known.contains(key)) {
                added.putIfAbsent(key, line);
            }
        }
        Batch.run(connection, INSERT_LINE, added.entrySet(), (statement, entry) -> {
            fill(statement, entry.getValue());
            statement.setLong(5, entry.getKey().purchase());
            statement.setLong(6, entry.getKey().key());
        });
        added.values().forEach(line -> news.accept(line.seen().customer().value()));
        tally.accepted("purchases", added.size());
        tally.known(lines.size() - (long) added.size());
    }

    private void writeCancellations(List<OrderLine> lines) throws SQLException {
        Set<CancellationKey> known = new HashSet<>(find(
                CANCELLATIONS,
                lines,
                row -> new CancellationKey(new OrderKey(row.getString(1), row.getString(2)), row.getLong(3))));
        Map<CancellationKey, OrderLine> added = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            CancellationKey key = new CancellationKey(OrderKey.of(line), line.key());
            if (!known.contains(key)) {
                added.putIfAbsent(key, line);
            }
        }
        Batch.run(connection, INSERT_CANCELLATION, added.entrySet(), (statement, entry) -> {
            fill(statement, entry.getValue());
            statement.setString(5, entry.getKey().order().customer());
            statement.setString(6, entry.getKey().order().order());
            statement.setLong(7, entry.getKey().key());
            Columns.set(statement, 8, entry.getValue().at());
        });
        added.keySet().forEach(key -> news.accept(key.order().customer()));
        tally.accepted("cancellations", added.size());
        tally.known(lines.size() - (long) added.size());
    }

    private static void fill(PreparedStatement statement, OrderLine line) throws SQLException {
        statement.setString(1, line.sku());
        statement.setInt(2, line.quantity());
        statement.setBigDecimal(3, line.unitPrice());
        statement.setLong(4, line.amountMinor());
    }

    private <T> List<T> find(String sql, List<OrderLine> lines, Batch.RowReader<T> reader) throws SQLException {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<OrderKey> keys = lines.stream().map(OrderKey::of).distinct().toList();
        return Batch.find(
                connection,
                sql,
                reader,
                keys.stream().map(OrderKey::customer).toList(),
                keys.stream().map(OrderKey::order).toList());
    }
}
