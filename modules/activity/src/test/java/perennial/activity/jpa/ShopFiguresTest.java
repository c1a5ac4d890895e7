package perennial.activity.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.Customers.Consent;
import perennial.activity.Customers.Customer;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.migrations.Databases;

class ShopFiguresTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2025-06-03T00:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2025-06-04T00:00:00Z");

    private static DataSource shop(Databases database, String... inserts) throws SQLException {
        DataSource source = database.fresh();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String insert : inserts) {
                statement.execute("insert into " + insert);
            }
        }
        return source;
    }

    private static String customer(String id) {
        return "customer (id) values ('" + id + "')";
    }

    private static String order(long id, Instant at) {
        return "purchase (id, customer_id, order_id, placed_at) values (" + id + ", 'anna', 'o" + id + "', '" + at
                + "')";
    }

    private static String line(long order, String sku, int quantity, long amount) {
        return "purchase_line (purchase_id, line_key, sku, quantity, unit_price, amount) values (" + order + ", "
                + amount + ", '" + sku + "', " + quantity + ", 1, " + amount + ")";
    }

    private static LedgerSums sums(DataSource source) {
        return new LedgerSums(new Database(source));
    }

    @ParameterizedTest
    @EnumSource
    void the_median_order_is_that_of_whole_orders_before_the_cut(Databases database) throws SQLException {
        DataSource source = shop(
                database,
                customer("anna"),
                order(1, MONDAY),
                line(1, "mug", 1, 300),
                line(1, "plate", 2, 700),
                order(2, TUESDAY),
                line(2, "mug", 1, 2000),
                order(3, WEDNESDAY),
                line(3, "mug", 9, 90_000));
        assertThat(sums(source).medianOrder(WEDNESDAY, EURO)).contains(new Money(1500, EURO));
    }

    @ParameterizedTest
    @EnumSource
    void a_shop_where_nobody_bought_has_no_median_order(Databases database) throws SQLException {
        assertThat(sums(shop(database)).medianOrder(WEDNESDAY, EURO)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void pieces_sold_are_counted_by_product_within_the_window(Databases database) throws SQLException {
        DataSource source = shop(
                database,
                customer("anna"),
                order(1, MONDAY),
                line(1, "mug", 4, 400),
                order(2, TUESDAY),
                line(2, "mug", 2, 200),
                line(2, "plate", 3, 300),
                order(3, WEDNESDAY),
                line(3, "mug", 8, 800));
        assertThat(sums(source).unitsSold(TUESDAY, WEDNESDAY)).isEqualTo(Map.of("mug", 2L, "plate", 3L));
    }

    @ParameterizedTest
    @EnumSource
    void some_customers_are_read_with_what_belongs_to_them_and_nobody_else(Databases database) throws SQLException {
        DataSource source = shop(
                database,
                customer("anna"),
                customer("berta"),
                customer("cleo"),
                "consent (customer_id, channel, given, assumed) values ('cleo', 'email', true, false)",
                "customer_attribute (customer_id, name, content) values ('berta', 'city', 'Ulm')");
        CustomerId anna = new CustomerId("anna");
        CustomerId cleo = new CustomerId("cleo");
        CustomerRows rows = new CustomerRows(new Database(source));
        assertThat(rows.of(List.of(cleo, anna, new CustomerId("nobody"))))
                .containsOnly(
                        Map.entry(anna, new Customer(anna, Optional.empty(), Map.of(), List.of())),
                        Map.entry(
                                cleo,
                                new Customer(
                                        cleo,
                                        Optional.empty(),
                                        Map.of(),
                                        List.of(new Consent("email", true, Optional.empty(), false)))));
        assertThat(rows.of(List.of())).isEmpty();
    }
}
