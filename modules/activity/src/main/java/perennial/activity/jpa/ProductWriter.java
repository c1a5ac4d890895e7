package perennial.activity.jpa;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import perennial.activity.reading.Outcome.OrderLine;
import perennial.activity.reading.Outcome.ProductRow;

/** Writes products: those of a catalogue, which change what it tells, and those that order lines name. */
final class ProductWriter {
    private static final String STORED = "select sku, name, category, list_price, list_price_derived, cost, stock from "
            + Batch.KEYS + " join product on sku = key_id";
    private static final String INSERT = """
            insert into product (name, category, list_price, list_price_derived, cost, stock, sku)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            update product set name = ?, category = ?, list_price = ?, list_price_derived = ?, cost = ?, stock = ?
            where sku = ?
            """;
    private static final String UNPRICED = "select sku from product where list_price is null or list_price_derived";
    private static final String PRICES = "select sku, unit_price, count(*) from purchase_line group by sku, unit_price";
    private static final String DERIVE = "update product set list_price = ?, list_price_derived = true where sku = ?";

    private final Connection connection;
    private final Tally tally;

    /** Products that an earlier line of this file has named. */
    private final Set<String> known = new HashSet<>();

    ProductWriter(Connection connection, Tally tally) {
        this.connection = connection;
        this.tally = tally;
    }

    private record Stored(
            String sku,
            String name,
            Optional<String> category,
            Optional<BigDecimal> listPrice,
            boolean derived,
            Optional<BigDecimal> cost,
            Optional<Long> stock) {

        static Stored read(ResultSet row) throws SQLException {
            return new Stored(
                    row.getString(1),
                    row.getString(2),
                    Columns.text(row, 3),
                    Optional.ofNullable(row.getBigDecimal(4)),
                    row.getBoolean(5),
                    Optional.ofNullable(row.getBigDecimal(6)),
                    Columns.optionalLong(row, 7));
        }

        static Stored of(String sku, String name) {
            return new Stored(sku, name, Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        }

        static Stored of(ProductRow row) {
            return new Stored(
                    row.sku(),
                    row.name().orElse(row.sku()),
                    row.category(),
                    row.listPrice(),
                    false,
                    row.cost(),
                    row.stock());
        }

        /** What the catalogue leaves blank stays as it was. */
        Stored changedBy(ProductRow row) {
            return new Stored(
                    sku,
                    row.name().orElse(name),
                    row.category().or(this::category),
                    row.listPrice().or(this::listPrice),
                    derived && row.listPrice().isEmpty(),
                    row.cost().or(this::cost),
                    row.stock().or(this::stock));
        }
    }

    void write(List<ProductRow> rows) throws SQLException {
        Map<String, ProductRow> latest = new LinkedHashMap<>();
        rows.forEach(row -> latest.put(row.sku(), row));
        Map<String, Stored> stored = stored(List.copyOf(latest.keySet()));
        List<Stored> added = new ArrayList<>();
        List<Stored> changed = new ArrayList<>();
        for (ProductRow row : latest.values()) {
            Stored before = stored.get(row.sku());
            if (before == null) {
                added.add(Stored.of(row));
            } else if (!before.changedBy(row).equals(before)) {
                changed.add(before.changedBy(row));
            }
        }
        Batch.run(connection, INSERT, added, ProductWriter::fill);
        Batch.run(connection, UPDATE, changed, ProductWriter::fill);
        tally.accepted("products", added.size());
        tally.accepted("updated", changed.size());
        tally.known(rows.size() - added.size() - (long) changed.size());
    }

    /** The first line that names a product gives it its name. */
    void name(List<OrderLine> lines) throws SQLException {
        Map<String, Stored> named = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            if (line.productName().isPresent() && known.add(line.sku())) {
                named.put(line.sku(), Stored.of(line.sku(), line.productName().get()));
            }
        }
        if (!named.isEmpty()) {
            named.keySet().removeAll(stored(List.copyOf(named.keySet())).keySet());
            Batch.run(connection, INSERT, named.values(), ProductWriter::fill);
            tally.accepted("products", named.size());
        }
    }

    /** Gives each product without a list price the unit price of most of its lines, the higher one of equals. */
    void deriveListPrices() throws SQLException {
        Map<String, Price> prices = new HashMap<>();
        Batch.find(connection, PRICES, row -> new Price(row.getString(1), row.getBigDecimal(2), row.getLong(3)))
                .forEach(price -> prices.merge(price.sku(), price, Price::commoner));
        prices.keySet().retainAll(Set.copyOf(Batch.find(connection, UNPRICED, row -> row.getString(1))));
        Batch.run(connection, DERIVE, prices.values(), (statement, price) -> {
            statement.setBigDecimal(1, price.unitPrice());
            statement.setString(2, price.sku());
        });
    }

    private record Price(String sku, BigDecimal unitPrice, long lines) {
        Price commoner(Price other) {
            int order = Long.compare(lines, other.lines);
            return order > 0 || (order == 0 && unitPrice.compareTo(other.unitPrice) >= 0) ? this : other;
        }
    }

    private Map<String, Stored> stored(List<String> skus) throws SQLException {
        Map<String, Stored> stored = new HashMap<>();
        Batch.find(connection, STORED, Stored::read, skus).forEach(row -> stored.put(row.sku(), row));
        return stored;
    }

    private static void fill(PreparedStatement statement, Stored row) throws SQLException {
        statement.setString(1, row.name());
        Columns.set(statement, 2, row.category());
        Columns.setDecimal(statement, 3, row.listPrice());
        statement.setBoolean(4, row.derived());
        Columns.setDecimal(statement, 5, row.cost());
        statement.setObject(6, row.stock().orElse(null), Types.BIGINT);
        statement.setString(7, row.sku());
    }
}
