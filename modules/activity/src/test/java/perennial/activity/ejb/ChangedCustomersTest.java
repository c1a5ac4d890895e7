package perennial.activity.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.jpa.ChangedCustomers;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.migrations.Databases;

class ChangedCustomersTest {
    private static final Run FIRST = new Run(3, Instant.parse("2024-03-04T00:00:00Z"));
    private static final Run SECOND = new Run(5, Instant.parse("2024-03-11T00:00:00Z"));
    private static final Instant TUESDAY = Instant.parse("2024-03-05T09:00:00Z");

    private static final String HEADER =
            "order_id,customer_id,at,kind,sku,quantity,unit_price,channel,coupon,payment_country,shipping_country";
    private static final String BY_ANNA = "1,anna,2024-03-01T10:00:00Z,purchase,tea,1,4.00,,,,";
    private static final String BY_BOB = "2,bob,2024-03-01T11:00:00Z,purchase,tea,2,4.00,,,,";

    private static List<String> waiting(ChangedCustomers changed, Run inForce) {
        return changed.waiting(inForce, 10).stream().map(CustomerId::value).toList();
    }

    @ParameterizedTest
    @EnumSource
    void who_has_done_something_new_waits_until_it_is_folded(Databases databases) {
        TestShop shop = TestShop.on(databases);
        ChangedCustomers changed = new ChangedCustomers(shop.database);
        shop.receives("perennial-orders", HEADER, BY_ANNA, BY_BOB);
        assertThat(waiting(changed, FIRST)).containsExactly("anna", "bob");
        changed.fold(List.of(new CustomerId("anna")), TUESDAY);
        assertThat(waiting(changed, FIRST)).containsExactly("bob");
        assertThat(changed.foldedAt(new CustomerId("anna"))).contains(TUESDAY);
        assertThat(changed.foldedAt(new CustomerId("bob"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void who_was_told_of_before_a_run_began_needs_nothing_once_it_is_in_force(Databases databases) {
        TestShop shop = TestShop.on(databases);
        ChangedCustomers changed = new ChangedCustomers(shop.database);
        shop.receives("perennial-orders", HEADER, BY_ANNA);
        changed.see(SECOND);
        shop.receives("perennial-orders", HEADER, BY_BOB);
        assertThat(waiting(changed, FIRST)).containsExactly("anna", "bob");
        assertThat(waiting(changed, SECOND)).containsExactly("bob");
        changed.forget(SECOND);
        assertThat(waiting(changed, FIRST)).containsExactly("bob");
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_tells_nothing_new_changes_nobody(Databases databases) {
        TestShop shop = TestShop.on(databases);
        ChangedCustomers changed = new ChangedCustomers(shop.database);
        shop.receives("perennial-orders", HEADER, BY_ANNA, BY_BOB);
        changed.fold(List.of(new CustomerId("anna"), new CustomerId("bob")), TUESDAY);
        shop.receives("perennial-orders", HEADER, BY_ANNA, "3,bob,2024-03-04T10:00:00Z,purchase,tea,1,4.00,,,,");
        assertThat(waiting(changed, FIRST)).containsExactly("bob");
        assertThat(changed.foldedAt(new CustomerId("bob"))).isEqualTo(Optional.empty());
    }
}
