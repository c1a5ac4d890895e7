package perennial.activity.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.activity.ejb.TestShop.LATER;
import static perennial.activity.ejb.TestShop.POUNDS;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.Catalogue.Product;
import perennial.activity.Customers.Consent;
import perennial.activity.Customers.Customer;
import perennial.activity.Imports.Report;
import perennial.activity.Imports.State;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.migrations.Databases;

class ImportTest {
    private static final CustomerId ANNA = new CustomerId("anna");
    private static final Set<Event.Kind> ALL = Set.of(Event.Kind.values());
    private static final String CUSTOMERS = "customer_id,registered_at,birth_year,sex,city,country,acquisition_channel,"
            + "consent_email,consent_email_at,consent_sms,consent_sms_at,consent_push,consent_push_at";
    private static final String ORDERS =
            "order_id,customer_id,at,kind,sku,quantity,unit_price,channel,coupon," + "payment_country,shipping_country";
    private static final String CATALOGUE = "sku,name,category,list_price,cost,stock";

    private static Report orders(TestShop shop, String... lines) {
        String[] file = new String[lines.length + 1];
        file[0] = ORDERS;
        System.arraycopy(lines, 0, file, 1, lines.length);
        return shop.receives("perennial-orders", file);
    }

    private static History anna(TestShop shop) {
        return shop.histories.of(ANNA, LATER).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void five_files_make_a_history(Databases database) {
        TestShop shop = TestShop.on(database);
        shop.receives(
                "perennial-customers",
                CUSTOMERS,
                "anna,2024-01-01T08:00:00Z,1980,f,Leeds,GB,ads,yes,2024-01-01T08:00:00Z,no,,,");
        shop.receives("perennial-catalogue", CATALOGUE, "tea,Green tea,drinks,4.50,1.255,10", "cup,Cup,,,,");
        orders(
                shop,
                "1,anna,2024-02-01T10:00:00Z,purchase,tea,2,4.00,web,SPRING,GB,FR",
                "1,anna,2024-02-01T10:00:00Z,purchase,cup,1,3.00,web,SPRING,GB,FR",
                "1,anna,2024-02-09T10:00:00Z,return,cup,1,3.00,,,,");
        Report events = shop.receives(
                "perennial-events",
                "{\"event_id\":\"e1\",\"customer_id\":\"anna\",\"at\":\"2024-01-31T10:00:00Z\",\"kind\":\"search\",\"query\":\"tea\"}",
                "{\"event_id\":\"e2\",\"customer_id\":\"anna\",\"at\":\"2024-01-31T10:01:00Z\",\"kind\":\"cart\",\"sku\":\"tea\",\"quantity\":2}",
                "{\"event_id\":\"e3\",\"customer_id\":\"bert\",\"at\":\"2024-01-31T10:01:00Z\",\"kind\":\"service_case\",\"topic\":\"delivery\",\"rating\":2}");
        assertThat(events.accepted()).isEqualTo(Map.of("events", 3L, "customers", 1L));

        History anna = anna(shop);
        assertThat(anna.registered()).contains(Instant.parse("2024-01-01T08:00:00Z"));
        assertThat(anna.purchases()).singleElement().satisfies(order -> {
            assertThat(order.amountMinor()).isEqualTo(1100);
            assertThat(order.lines()).extracting(line -> line.sku()).containsExactly("cup", "tea");
            assertThat(order.lines().get(1).category()).contains("drinks");
            assertThat(order.coupon()).contains("SPRING");
            assertThat(order.shippingCountry()).contains("FR");
        });
        assertThat(anna.cancellations()).singleElement().satisfies(back -> {
            assertThat(back.order()).isEqualTo("1");
            assertThat(back.amountMinor()).isEqualTo(300);
        });
        assertThat(anna.events()).extracting(Event::kind).containsExactly(Event.Kind.SEARCH, Event.Kind.CART);
        assertThat(shop.allHistories())
                .extracting(history -> history.customer().value())
                .containsExactly("anna", "bert");
    }

    @ParameterizedTest
    @EnumSource
    void the_histories_of_some_are_theirs_alone_whoever_stands_between_them(Databases database) {
        TestShop shop = TestShop.on(database);
        orders(
                shop,
                "1,anna,2024-02-01T10:00:00Z,purchase,tea,2,4.00,,,,",
                "2,bert,2024-02-02T10:00:00Z,purchase,cup,1,3.00,,,,",
                "3,carl,2024-02-03T10:00:00Z,purchase,tea,1,4.00,,,,",
                "4,carl,2024-03-01T10:00:00Z,purchase,tea,1,4.00,,,,");
        Instant cut = Instant.parse("2024-03-01T10:00:00Z");
        CustomerId carl = new CustomerId("carl");
        assertThat(shop.histories.ofSome(List.of(carl, new CustomerId("nobody"), ANNA), ALL, cut))
                .containsExactly(
                        shop.histories.of(ANNA, cut).orElseThrow(),
                        shop.histories.of(carl, cut).orElseThrow());
        assertThat(shop.histories.ofSome(List.of(), ALL, cut)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_histories_of_some_hold_only_the_events_asked_for(Databases database) {
        TestShop shop = TestShop.on(database);
        orders(shop, "1,anna,2024-02-01T10:00:00Z,purchase,tea,2,4.00,,,,");
        shop.receives(
                "perennial-events",
                "{\"event_id\":\"e1\",\"customer_id\":\"anna\",\"at\":\"2024-01-31T10:00:00Z\",\"kind\":\"search\",\"query\":\"tea\"}",
                "{\"event_id\":\"e2\",\"customer_id\":\"anna\",\"at\":\"2024-01-31T10:01:00Z\",\"kind\":\"cart\",\"sku\":\"tea\",\"quantity\":2}");
        assertThat(shop.histories.ofSome(List.of(ANNA), Set.of(Event.Kind.CART), LATER))
                .singleElement()
                .satisfies(anna -> {
                    assertThat(anna.purchases()).hasSize(1);
                    assertThat(anna.events()).extracting(Event::kind).containsExactly(Event.Kind.CART);
                });
    }

    @ParameterizedTest
    @EnumSource
    void a_history_ends_before_the_cut_and_nobody_is_known_before_their_first_sign(Databases database) {
        TestShop shop = TestShop.on(database);
        orders(
                shop,
                "1,anna,2024-02-01T10:00:00Z,purchase,tea,2,4.00,,,,",
                "2,anna,2024-03-01T10:00:00Z,purchase,tea,2,4.00,,,,");
        assertThat(shop.histories.of(ANNA, Instant.parse("2024-02-01T10:00:00Z")))
                .isEmpty();
        assertThat(shop.histories
                        .of(ANNA, Instant.parse("2024-03-01T10:00:00Z"))
                        .orElseThrow()
                        .purchases())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_shop_knows_of_what_its_files_told_and_of_nothing_else(Databases database) {
        TestShop shop = TestShop.on(database);
        orders(shop, "1,anna,2024-02-01T10:00:00Z,purchase,tea,2,4.00,,,,");
        assertThat(shop.recorded.fold(TestShop.LONDON, POUNDS))
                .isEqualTo(FeatureFold.Settings.ordersOnly(TestShop.LONDON, 2));
        orders(shop, "2,anna,2024-02-02T10:00:00Z,purchase,tea,2,4.00,,SPRING,,");
        shop.receives(
                "perennial-events",
                "{\"event_id\":\"e1\",\"customer_id\":\"anna\",\"at\":\"2024-01-31T10:00:00Z\",\"kind\":\"visit\"}");
        FeatureFold.Settings settings = shop.recorded.fold(TestShop.LONDON, POUNDS);
        assertThat(settings.recorded()).containsExactly(Event.Kind.VISIT);
        assertThat(settings.couponsRecorded()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_file_twice_changes_nothing_and_a_longer_one_adds_what_is_new(Databases database) {
        TestShop shop = TestShop.on(database);
        String first = "1,anna,2024-02-01T10:00:00Z,purchase,tea,2,4.00,web,,,";
        String second = "1,anna,2024-02-01T10:05:00Z,purchase,cup,2,4.00,web,,,";
        String third = "1,anna,2024-02-03T10:05:00Z,return,cup,1,4.00,,,,";
        assertThat(orders(shop, first, third).accepted())
                .isEqualTo(Map.of("customers", 1L, "orders", 1L, "purchases", 1L, "cancellations", 1L));
        Report again = orders(shop, first, third);
        assertThat(again.accepted()).isEmpty();
        assertThat(again.known()).isEqualTo(2);
        Report longer = orders(shop, second, first, third);
        assertThat(longer.accepted()).isEqualTo(Map.of("purchases", 1L));
        assertThat(anna(shop).purchases()).singleElement().satisfies(order -> {
            assertThat(order.at()).isEqualTo("2024-02-01T10:00:00Z");
            assertThat(order.lines()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_later_file_of_customers_changes_what_it_tells_and_leaves_the_rest(Databases database) {
        TestShop shop = TestShop.on(database);
        String before = "anna,2024-01-01T08:00:00Z,1980,f,Leeds,GB,ads,yes,2024-01-01T08:00:00Z,,,,";
        shop.receives("perennial-customers", CUSTOMERS, before);
        assertThat(shop.receives("perennial-customers", CUSTOMERS, before).known())
                .isEqualTo(1);
        Report report =
                shop.receives("perennial-customers", CUSTOMERS, "anna,,,,York,,,no,2024-05-01T08:00:00Z,yes,,,");
        assertThat(report.accepted()).isEqualTo(Map.of("updated", 1L));
        Customer anna = shop.customers.find(ANNA).orElseThrow();
        assertThat(anna.registered()).contains(Instant.parse("2024-01-01T08:00:00Z"));
        assertThat(anna.attributes()).containsEntry("city", "York").containsEntry("birth_year", "1980");
        assertThat(anna.consents())
                .containsExactly(
                        new Consent("email", false, Optional.of(Instant.parse("2024-05-01T08:00:00Z")), false),
                        new Consent("sms", true, Optional.empty(), false));
        shop.receives("perennial-customers", CUSTOMERS, before);
        assertThat(shop.customers.find(ANNA).orElseThrow().consents().get(0).given())
                .as("an older word does not undo a later one")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void an_assumed_consent_gives_way_to_a_recorded_one_and_never_replaces_it(Databases database) {
        TestShop shop = TestShop.on(database);
        String[] invoice = {
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
            "1,tea,TEA,1,2011-01-18 10:01:00,1.04,17850.0,France"
        };
        shop.receives("online-retail", invoice);
        CustomerId customer = new CustomerId("17850");
        assertThat(shop.customers.find(customer).orElseThrow())
                .isEqualTo(new Customer(
                        customer,
                        Optional.empty(),
                        Map.of("country", "France"),
                        List.of(new Consent("email", true, Optional.empty(), true))));
        shop.receives("perennial-customers", CUSTOMERS, "17850,,,,,,,no,,,,,");
        shop.receives("online-retail", invoice[0], invoice[1].replace("1,tea", "2,tea"));
        assertThat(shop.customers.find(customer).orElseThrow().consents())
                .containsExactly(new Consent("email", false, Optional.empty(), false));
    }

    @ParameterizedTest
    @EnumSource
    void a_list_price_is_derived_from_most_lines_until_a_catalogue_tells_it(Databases database) {
        TestShop shop = TestShop.on(database);
        shop.receives(
                "online-retail",
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
                "1,tea,TEA,1,2011-01-18 10:01:00,2.95,1,France",
                "2,tea,TEA,1,2011-01-18 10:02:00,2.95,1,France",
                "3,tea,TEA,9,2011-01-18 10:03:00,2.55,1,France",
                "4,cup,CUP,9,2011-01-18 10:03:00,2.55,1,France",
                "5,cup,CUP,9,2011-01-18 10:03:00,2.65,1,France");
        Product tea = shop.products.find("tea", POUNDS).orElseThrow();
        assertThat(tea.name()).isEqualTo("TEA");
        assertThat(tea.listPrice()).contains(new Money(295, POUNDS));
        assertThat(tea.listPriceDerived()).isTrue();
        assertThat(shop.products.find("cup", POUNDS).orElseThrow().listPrice()).contains(new Money(265, POUNDS));
        shop.receives("perennial-catalogue", CATALOGUE, "tea,Green tea,,3.10,,");
        Product told = shop.products.find("tea", POUNDS).orElseThrow();
        assertThat(told.listPrice()).contains(new Money(310, POUNDS));
        assertThat(told.listPriceDerived()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_cost_told_again_replaces_the_earlier_one(Databases database) {
        TestShop shop = TestShop.on(database);
        String header = "from,to,kind,channel,amount";
        shop.receives("perennial-costs", header, "2024-01-01,2024-02-01,marketing,,100");
        Report report = shop.receives(
                "perennial-costs",
                header,
                "2024-01-01,2024-02-01,marketing,,120.50",
                "2024-01-01,2024-02-01,acquisition,ads,10",
                "2024-02-01,2024-01-01,acquisition,ads,10");
        assertThat(report.accepted()).isEqualTo(Map.of("costs", 1L, "updated", 1L));
        assertThat(report.setApart()).isEqualTo(Map.of("out-of-range", 1L));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_breaks_off_leaves_nothing_but_its_reason(Databases database) {
        TestShop shop = TestShop.on(database);
        StringBuilder file = new StringBuilder(ORDERS).append('\n');
        for (int i = 0; i < 30_000; i++) {
            file.append(i).append(",anna,2024-02-01T10:00:00Z,purchase,tea,2,4.00,,,,\n");
        }
        byte[] bytes = file.append("th\u00e9\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        Report report = shop.receives("perennial-orders", new ByteArrayInputStream(bytes));
        assertThat(report.state()).isEqualTo(State.FAILED);
        assertThat(report.failure())
                .hasValueSatisfying(reason -> assertThat(reason.english()).contains("not UTF-8"));
        assertThat(report.linesTotal()).contains(30_001L);
        assertThat(report.linesRead()).as("progress was told while it ran").isEqualTo(25_000);
        assertThat(shop.customers.count()).isZero();
        assertThat(shop.ledger.firstPurchase()).isEmpty();
        assertThat(shop.rejected(report)).hasLineCount(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_of_which_no_line_fits_is_refused_whole(Databases database) {
        TestShop shop = TestShop.on(database);
        Report report = orders(shop, "1,anna,01/02/2024,purchase,tea,2,4.00,,,,");
        assertThat(report.state()).isEqualTo(State.FAILED);
        assertThat(report.failure()).hasValueSatisfying(reason -> {
            assertThat(reason.english()).contains("A time can't be read");
            assertThat(reason.chinese()).contains("没有一行可用");
        });
        assertThat(shop.customers.count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void lines_set_apart_are_kept_for_download_in_both_languages(Databases database) {
        TestShop shop = TestShop.on(database);
        Report report = orders(
                shop,
                "1,anna,2024-02-01T10:00:00Z,purchase,tea,2,4.00,,,,",
                "2,anna,2024-02-01T10:00:00Z,purchase,\"tea, green\",-2,4.00,,,,");
        assertThat(shop.rejected(report).lines())
                .containsExactly(
                        "line,reason,in_words,说明,detail,content",
                        "3,quantity-not-above-zero,The quantity is not above zero,数量不大于零,quantity: -2,"
                                + "\"2,anna,2024-02-01T10:00:00Z,purchase,\"\"tea, green\"\",-2,4.00,,,,\"");
    }

    @ParameterizedTest
    @EnumSource
    void one_order_number_of_two_customers_is_two_orders(Databases database) {
        TestShop shop = TestShop.on(database);
        Report report = orders(
                shop,
                "1,anna,2024-02-01T10:00:00Z,purchase,tea,2,4.00,,,,",
                "1,bert,2024-02-01T10:00:00Z,purchase,tea,2,4.00,,,,");
        assertThat(report.accepted()).containsEntry("orders", 2L);
        assertThat(anna(shop).purchases()).hasSize(1);
    }
}
