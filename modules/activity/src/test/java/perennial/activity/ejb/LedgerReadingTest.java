package perennial.activity.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.activity.ejb.TestShop.POUNDS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.Ledger.Month;
import perennial.activity.Ledger.Totals;
import perennial.activity.jpa.LedgerSums.Booked;
import perennial.kernel.Money;
import perennial.migrations.Databases;

class LedgerReadingTest {
    private static final Booked JANUARY =
            new Booked(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 1), "marketing", Optional.empty(), 3100);

    private static LocalDateTime day(int month, int day) {
        return LocalDate.of(2024, month, day).atStartOfDay();
    }

    @Test
    void a_cost_counts_by_the_share_of_its_days() {
        assertThat(LedgerReading.share(JANUARY, day(1, 1), day(2, 1))).isEqualTo(3100);
        assertThat(LedgerReading.share(JANUARY, day(1, 31), day(3, 1))).isEqualTo(100);
        assertThat(LedgerReading.share(JANUARY, day(1, 10), day(1, 12))).isEqualTo(200);
        assertThat(LedgerReading.share(JANUARY, day(2, 1), day(3, 1))).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void the_sums_of_a_window_are_those_of_its_own_orders(Databases database) {
        TestShop shop = TestShop.on(database);
        shop.receives(
                "perennial-orders",
                "order_id,customer_id,at,kind,sku,quantity,unit_price,channel,coupon,payment_country,shipping_country",
                "1,anna,2024-01-01T10:00:00Z,purchase,tea,2,4.00,,,,",
                "2,anna,2024-02-01T10:00:00Z,purchase,tea,1,4.00,,,,",
                "2,anna,2024-02-01T10:00:00Z,purchase,cup,1,3.00,,,,",
                "3,bert,2024-02-02T10:00:00Z,purchase,cup,1,3.00,,,,",
                "1,anna,2024-02-03T10:00:00Z,return,tea,1,4.00,,,,",
                "4,carl,2024-03-01T00:00:00Z,purchase,cup,1,3.00,,,,");
        Totals february = shop.ledger.totals(
                Instant.parse("2024-02-01T00:00:00Z"), Instant.parse("2024-03-01T00:00:00Z"), POUNDS);
        assertThat(february).isEqualTo(new Totals(2, 2, 1, 2, 3, new Money(1000, POUNDS), 1, new Money(400, POUNDS)));
        assertThat(shop.ledger.firstPurchase()).contains(Instant.parse("2024-01-01T10:00:00Z"));
        assertThat(shop.ledger.latest()).contains(Instant.parse("2024-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void a_month_is_that_of_the_shops_calendar(Databases database) {
        TestShop shop = TestShop.on(database);
        shop.receives(
                "perennial-orders",
                "order_id,customer_id,at,kind,sku,quantity,unit_price,channel,coupon,payment_country,shipping_country",
                "1,anna,2024-01-31T22:30:00Z,purchase,tea,2,4.00,,,,",
                "2,anna,2024-01-31T23:30:00Z,purchase,tea,1,4.00,,,,",
                "2,anna,2024-01-31T23:30:00Z,purchase,cup,1,3.00,,,,",
                "3,bert,2024-02-02T10:00:00Z,purchase,cup,1,3.00,,,,",
                "4,bert,2024-04-02T10:00:00Z,purchase,cup,1,3.00,,,,");
        assertThat(shop.ledger.months(Instant.parse("2024-03-01T00:00:00Z"), ZoneId.of("Europe/Berlin"), POUNDS))
                .containsExactly(
                        new Month(YearMonth.of(2024, 1), 1, 1, new Money(800, POUNDS)),
                        new Month(YearMonth.of(2024, 2), 2, 2, new Money(1000, POUNDS)));
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_shop_has_sums_of_nothing(Databases database) {
        TestShop shop = TestShop.on(database);
        Money nothing = Money.zero(POUNDS);
        assertThat(shop.ledger.totals(Instant.EPOCH, TestShop.LATER, POUNDS))
                .isEqualTo(new Totals(0, 0, 0, 0, 0, nothing, 0, nothing));
        assertThat(shop.ledger.latest()).isEmpty();
        assertThat(shop.ledger.firstPurchase()).isEmpty();
        assertThat(shop.allHistories()).isEmpty();
    }
}
