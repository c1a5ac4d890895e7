package perennial.activity.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import perennial.activity.Catalogue.Product;
import perennial.kernel.Money;

/** The stored products. */
@Dependent
public class ProductRows {
    private static final String SELECT =
            "select sku, name, category, list_price, list_price_derived, cost, stock from product";

    private final Database database;

    @Inject
    public ProductRows(Database database) {
        this.database = database;
    }

    public List<Product> all(Currency currency) {
        return database.with(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + " order by sku")) {
                return products(query, currency);
            }
        });
    }

    public Optional<Product> find(String sku, Currency currency) {
        return database.with(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + " where sku = ?")) {
                query.setString(1, sku);
                return products(query, currency).stream().findFirst();
            }
        });
    }

    private static List<Product> products(PreparedStatement query, Currency currency) throws SQLException {
        List<Product> products = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                products.add(new Product(
                        rows.getString(1),
                        rows.getString(2),
                        Columns.text(rows, 3),
                        money(rows, 4, currency),
                        rows.getBoolean(5),
                        money(rows, 6, currency),
                        Columns.optionalLong(rows, 7)));
            }
        }
        return products;
    }

    private static Optional<Money> money(ResultSet rows, int column, Currency currency) throws SQLException {
        BigDecimal major = rows.getBigDecimal(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(Money.of(major, currency));
    }
}
