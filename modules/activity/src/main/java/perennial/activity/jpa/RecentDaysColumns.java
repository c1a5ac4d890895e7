package perennial.activity.jpa;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.analytics.features.RecentDays;
import perennial.analytics.features.RecentDays.Cart;
import perennial.analytics.features.RecentDays.Item;
import perennial.analytics.features.RecentDays.RecentOrder;

/** The recent days in columns beside each other. The first tells whether they were kept at all. */
final class RecentDaysColumns {
    static final List<String> NAMES = List.of(
            "recent_kept",
            "recent_order",
            "recent_order_hour",
            "recent_order_day",
            "recent_order_mismatch",
            "recent_cart_at",
            "recent_cart",
            "recent_cart_pieces",
            "recent_bad_case_at");

    private RecentDaysColumns() {}

    static void set(PreparedStatement insert, int first, Optional<RecentDays> recent) throws SQLException {
        Optional<RecentOrder> order = recent.flatMap(RecentDays::order);
        Optional<Cart> cart = recent.flatMap(RecentDays::cart);
        insert.setBoolean(first, recent.isPresent());
        insert.setObject(first + 1, order.map(RecentOrder::value).orElse(null), Types.BIGINT);
        insert.setObject(first + 2, order.map(RecentOrder::lastHour).orElse(null), Types.INTEGER);
        insert.setObject(first + 3, order.map(RecentOrder::lastDay).orElse(null), Types.INTEGER);
        insert.setObject(first + 4, order.flatMap(RecentOrder::countryMismatch).orElse(null), Types.BOOLEAN);
        Columns.setInstant(insert, first + 5, cart.map(Cart::at));
        setItems(insert, first + 6, cart);
        Columns.setInstant(insert, first + 8, recent.flatMap(RecentDays::badCase));
    }

    private static void setItems(PreparedStatement insert, int first, Optional<Cart> cart) throws SQLException {
        if (cart.isPresent()) {
            List<Item> items = cart.get().items();
            Columns.set(insert, first, items.stream().map(Item::sku).toList());
            Object[] pieces = items.stream().map(Item::quantity).toArray();
            insert.setArray(first + 1, insert.getConnection().createArrayOf("float8", pieces));
        } else {
            insert.setNull(first, Types.ARRAY);
            insert.setNull(first + 1, Types.ARRAY);
        }
    }

    static Optional<RecentDays> read(ResultSet rows, int first) throws SQLException {
        return rows.getBoolean(first)
                ? Optional.of(new RecentDays(
                        order(rows, first + 1), cart(rows, first + 5), Columns.optionalInstant(rows, first + 8)))
                : Optional.empty();
    }

    private static Optional<RecentOrder> order(ResultSet rows, int first) throws SQLException {
        Optional<Long> value = Columns.optionalLong(rows, first);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int lastHour = rows.getInt(first + 1);
        int lastDay = rows.getInt(first + 2);
        boolean mismatch = rows.getBoolean(first + 3);
        // Asked last: it is about the column that was read before.
        Optional<Boolean> known = rows.wasNull() ? Optional.empty() : Optional.of(mismatch);
        return Optional.of(new RecentOrder(value.get(), lastHour, lastDay, known));
    }

    private static Optional<Cart> cart(ResultSet rows, int first) throws SQLException {
        Optional<Instant> at = Columns.optionalInstant(rows, first);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        List<String> skus = Columns.texts(rows, first + 1);
        Object[] pieces = (Object[]) rows.getArray(first + 2).getArray();
        List<Item> items = new ArrayList<>(pieces.length);
        for (int i = 0; i < pieces.length; i++) {
            items.add(new Item(skus.get(i), ((Number) pieces[i]).doubleValue()));
        }
        return Optional.of(new Cart(at.get(), items));
    }
}
