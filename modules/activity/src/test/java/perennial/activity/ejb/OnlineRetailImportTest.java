package perennial.activity.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.activity.ejb.TestShop.POUNDS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.Imports.Report;
import perennial.activity.Imports.State;
import perennial.activity.Ledger.Totals;
import perennial.analytics.history.History;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.migrations.Databases;

/** UCI Online Retail (Chen 2015, doi 10.24432/C5BW33, CC BY 4.0); the figures were computed apart from this program. */
@EnabledIfEnvironmentVariable(
        named = "PERENNIAL_DATA",
        matches = ".+",
        disabledReason = "left out: set PERENNIAL_DATA to the folder of public data sets to include Online Retail")
class OnlineRetailImportTest {
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

    private static Report receives(TestShop shop) throws IOException {
        Path data = Path.of(Objects.requireNonNull(System.getenv("PERENNIAL_DATA")));
        try (InputStream file = Files.newInputStream(data.resolve("online-retail/online-retail.csv.gz"))) {
            return shop.receives("online-retail", file);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_real_shop_gives_the_published_figures_and_a_second_import_changes_nothing(Databases database)
            throws IOException {
        TestShop shop = TestShop.on(database);
        Report first = receives(shop);
        assertThat(first.failure()).isEmpty();
        assertThat(first.state()).isEqualTo(State.COMPLETED);
        assertThat(first.linesRead()).isEqualTo(541_909);
        assertThat(first.duplicates()).isEqualTo(5_268);
        assertThat(first.accepted())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "customers", 4_372L,
                        "orders", 18_532L,
                        "purchases", 392_692L,
                        "cancellations", 8_872L,
                        "products", 3_665L));
        assertThat(first.setApart()).isEqualTo(Map.of("no-customer", 135_037L, "price-not-above-zero", 40L));
        Totals totals = shop.ledger.totals(BEGINNING, TestShop.LATER, POUNDS);
        assertThat(totals)
                .isEqualTo(new Totals(
                        4_372,
                        4_338,
                        4_338,
                        18_532,
                        392_692,
                        new Money(888_720_889, POUNDS),
                        8_872,
                        new Money(60_868_947, POUNDS)));
        assertThat(shop.allHistories())
                .hasSize(4_372)
                .isSortedAccordingTo((one, other) -> one.customer().compareTo(other.customer()));
        assertThat(shop.products.all(POUNDS)).allSatisfy(product -> {
            assertThat(product.listPrice()).isPresent();
            assertThat(product.listPriceDerived()).isTrue();
        });
        assertThatAKnownCustomerReadsAsInTheFile(shop);

        Report second = receives(shop);
        assertThat(second.accepted()).isEmpty();
        assertThat(second.known()).isEqualTo(392_692 + 8_872);
        assertThat(second.setApart()).isEqualTo(first.setApart());
        assertThat(shop.ledger.totals(BEGINNING, TestShop.LATER, POUNDS)).isEqualTo(totals);
    }

    private static void assertThatAKnownCustomerReadsAsInTheFile(TestShop shop) {
        History history =
                shop.histories.of(new CustomerId("12346"), TestShop.LATER).orElseThrow();
        assertThat(history.purchases()).singleElement().satisfies(order -> {
            assertThat(order.order()).isEqualTo("541431");
            assertThat(order.at()).isEqualTo("2011-01-18T10:01:00Z");
            assertThat(order.amountMinor()).isEqualTo(7_718_360);
        });
        assertThat(history.cancellations())
                .singleElement()
                .satisfies(back -> assertThat(back.order()).isEqualTo("C541433"));
        assertThat(shop.customers.find(new CustomerId("12346")).orElseThrow().consents())
                .singleElement()
                .satisfies(consent -> assertThat(consent.assumed()).isTrue());
    }
}
