package perennial.simulator;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.kernel.Progress;
import perennial.simulator.ShopReader.Row;
import perennial.simulator.Simulation.Counts;
import perennial.simulator.Simulation.Settings;

/** That everything which the rest of the house has to show occurs in the shop which a newcomer sees first. */
class SampleShopTest {
    private static final Instant END = Instant.parse("2026-09-27T22:00:00Z");

    @TempDir
    private static Path folder;

    private static Counts counts = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static List<Row> customers = List.of();
    private static List<Row> products = List.of();
    private static List<Row> purchases = List.of();
    private static List<Row> returns = List.of();
    private static List<Row> events = List.of();
    private static List<Row> costs = List.of();
    private static List<Row> campaigns = List.of();
    private static List<Row> truth = List.of();
    private static Set<String> buyers = Set.of();
    private static Set<String> alive = Set.of();

    @BeforeAll
    static void simulate_the_sample_shop() throws IOException {
        counts = Simulation.run(Settings.sample(), folder, Progress.SILENT);
        customers = ShopReader.rows(folder.resolve("customers.csv"));
        products = ShopReader.rows(folder.resolve("catalogue.csv"));
        List<Row> orders = ShopReader.rows(folder.resolve("orders.csv.gz"));
        purchases = where(orders, row -> row.is("kind", "purchase"));
        returns = where(orders, row -> row.is("kind", "return"));
        events = ShopReader.objects(folder.resolve("events.ndjson.gz"));
        costs = ShopReader.rows(folder.resolve("costs.csv"));
        campaigns = ShopReader.rows(folder.resolve("campaigns.csv"));
        truth = ShopReader.rows(folder.resolve("truth.csv"));
        buyers = customersOf(purchases);
        alive = customersOf(where(truth, row -> row.is("alive_at_end", "yes")));
    }

    @Test
    void the_counts_are_those_of_the_files() {
        assertThat(counts)
                .isEqualTo(new Counts(
                        customers.size(),
                        products.size(),
                        buyers.size(),
                        purchases.stream()
                                .map(row -> row.text("order_id"))
                                .distinct()
                                .count(),
                        purchases.size(),
                        returns.size(),
                        events.size(),
                        costs.size(),
                        campaigns.size(),
                        truth.size() - alive.size()));
        assertThat(customers).hasSize(5_000);
    }

    @Test
    void at_least_a_third_buys_by_another_law_than_the_models_assume() {
        assertThat(share(truth, row -> !row.is("process", "btyd"))).isGreaterThan(1 / 3.0);
        assertThat(truth)
                .extracting(row -> row.text("process"))
                .contains("btyd", "regular", "seasonal", "drifting", "bursty", "pausing", "fraud");
    }

    @Test
    void some_customers_are_known_and_visit_and_have_not_bought() {
        Map<String, Long> visits = events.stream()
                .filter(event -> event.is("kind", "visit") && !buyers.contains(event.customer()))
                .collect(groupingBy(Row::customer, counting()));

        assertThat(visits.values().stream().filter(count -> count > 2)).hasSizeGreaterThan(200);
    }

    @Test
    void every_kind_of_event_occurs_and_carries_what_belongs_to_it() {
        Map<String, Set<Set<String>>> fields = events.stream()
                .collect(groupingBy(
                        event -> event.text("kind"),
                        collectingAndThen(
                                toSet(),
                                rows -> rows.stream()
                                        .map(SampleShopTest::extraFields)
                                        .collect(toSet()))));

        assertThat(fields)
                .containsOnly(
                        Map.entry("visit", Set.of(Set.of())),
                        Map.entry("search", Set.of(Set.of("query"))),
                        Map.entry("view", Set.of(Set.of("sku"))),
                        Map.entry("cart", Set.of(Set.of("sku", "quantity"))),
                        Map.entry("service_case", Set.of(Set.of("topic", "rating"))));
    }

    @Test
    void everything_happens_after_registration_and_before_the_end() {
        Map<String, Instant> registered = new HashMap<>();
        customers.forEach(row -> registered.put(row.customer(), Instant.parse(row.text("registered_at"))));

        for (List<Row> file : List.of(purchases, returns, events)) {
            assertThat(file)
                    .allMatch(row -> row.at().isBefore(END)
                            && !row.at().isBefore(registered.getOrDefault(row.customer(), Instant.MAX)));
        }
    }

    @Test
    void the_last_day_has_orders_so_that_the_data_end_where_the_profile_says() {
        assertThat(purchases).anyMatch(row -> isInLastDays(row, 1));
    }

    @Test
    void carts_are_left_standing_in_the_last_days() {
        Map<String, Instant> lastOrder = new HashMap<>();
        purchases.forEach(row -> lastOrder.merge(row.customer(), row.at(), (a, b) -> a.isAfter(b) ? a : b));

        assertThat(where(
                        events,
                        row -> row.is("kind", "cart")
                                && isInLastDays(row, 3)
                                && lastOrder
                                        .getOrDefault(row.customer(), Instant.MIN)
                                        .isBefore(row.at())))
                .hasSizeGreaterThan(5);
    }

    @Test
    void some_customers_had_trouble_with_the_shop_very_recently() {
        assertThat(where(events, row -> isBadCase(row) && isInLastDays(row, 14)))
                .hasSizeGreaterThan(3);
    }

    @Test
    void a_bad_service_case_goes_with_leaving_and_does_not_decide_it() {
        double leftOfBuyers = share(buyers, id -> !alive.contains(id));
        double leftOfTroubled = share(customersOf(where(events, SampleShopTest::isBadCase)), id -> !alive.contains(id));

        assertThat(leftOfTroubled).isBetween(leftOfBuyers + .05, .9);
    }

    @Test
    void goods_come_back_after_they_were_bought_and_never_more_than_were() {
        Map<String, Row> bought = new HashMap<>();
        purchases.forEach(row -> bought.put(row.text("order_id") + row.text("sku"), row));

        assertThat(returns).hasSizeGreaterThan(500).allMatch(row -> {
            Row purchase = bought.getOrDefault(row.text("order_id") + row.text("sku"), row);
            return row.at().isAfter(purchase.at())
                    && row.whole("quantity") > 0
                    && row.whole("quantity") <= purchase.whole("quantity");
        });
    }

    @Test
    void a_few_customers_are_fraudulent_and_most_of_them_show_it() {
        Set<String> frauds = customersOf(where(truth, row -> row.is("fraud", "yes")));
        Predicate<Row> crosses = row -> !row.is("payment_country", row.text("shipping_country"));

        assertThat(frauds).hasSizeBetween(20, 70);
        assertThat(share(where(purchases, row -> frauds.contains(row.customer())), crosses))
                .isBetween(.5, .95);
        assertThat(share(where(purchases, row -> !frauds.contains(row.customer())), crosses))
                .isBetween(.005, .05);
    }

    @Test
    void december_is_the_peak_of_the_year() {
        Map<String, Long> lines =
                purchases.stream().collect(groupingBy(row -> row.text("at").substring(0, 7), counting()));
        double december = lines.getOrDefault("2025-12", 0L);

        assertThat(december).isGreaterThan(1.5 * lines.getOrDefault("2025-10", 0L));
        assertThat(december).isGreaterThan(1.5 * lines.getOrDefault("2026-02", 0L));
    }

    @Test
    void consents_are_given_refused_withdrawn_and_unknown() {
        for (String consent : List.of("consent_email", "consent_sms", "consent_push")) {
            assertThat(customers)
                    .allMatch(row -> row.is(consent, "") == row.is(consent + "_at", ""))
                    .extracting(row -> row.text(consent))
                    .contains("yes", "no", "")
                    .containsOnly("yes", "no", "");
        }
        assertThat(customers)
                .anyMatch(
                        row -> row.is("consent_email", "no") && !row.is("consent_email_at", row.text("registered_at")));
    }

    @Test
    void the_catalogue_has_too_much_of_some_goods_and_too_little_of_others() {
        Map<String, Integer> sold = purchases.stream()
                .collect(groupingBy(row -> row.text("sku"), summingInt(row -> row.whole("quantity"))));

        assertThat(products).hasSize(200).allMatch(row -> row.number("cost") < row.number("list_price"));
        assertThat(products.stream().map(row -> row.text("category")).distinct())
                .hasSize(10);
        assertThat(where(products, row -> row.whole("stock") > sold.getOrDefault(row.text("sku"), 0) / 2))
                .hasSizeBetween(5, 60);
        assertThat(where(products, row -> row.whole("stock") < 3)).hasSizeBetween(5, 60);
    }

    @Test
    void every_kind_of_cost_is_there_for_every_month() {
        assertThat(costs.stream().map(row -> row.text("from")).distinct()).hasSize(25);
        assertThat(costs).extracting(row -> row.text("kind")).contains("acquisition", "retention", "marketing");
    }

    @Test
    void every_campaign_has_a_random_group_that_does_not_get_it_and_costs_nothing() {
        assertThat(campaigns.stream().map(row -> row.text("campaign_id")).distinct())
                .hasSize(16);
        assertThat(share(campaigns, row -> row.is("arm", "holdout"))).isCloseTo(.15, within(.02));
        assertThat(campaigns).allMatch(row -> row.is("arm", "holdout") == row.is("cost", "0.00"));
    }

    @Test
    void those_who_mind_the_price_use_coupons_more() {
        Set<String> minding = customersOf(where(truth, row -> row.number("price_sensitivity") > .6));
        Set<String> easy = customersOf(where(truth, row -> row.number("price_sensitivity") < .2));
        Predicate<Row> withCoupon = row -> !row.is("coupon", "");

        assertThat(share(where(purchases, row -> minding.contains(row.customer())), withCoupon))
                .isGreaterThan(2 * share(where(purchases, row -> easy.contains(row.customer())), withCoupon));
    }

    @Test
    void visits_tell_of_leaving_and_do_not_give_it_away() {
        Set<String> seen = customersOf(where(events, row -> isInLastDays(row, 28)));
        Set<String> left = customersOf(where(truth, row -> row.is("alive_at_end", "no")));

        assertThat(share(alive, seen::contains)).isBetween(.35, .8);
        assertThat(share(left, seen::contains)).isBetween(.05, .3);
    }

    @Test
    void the_future_agrees_with_its_expectation_and_with_its_own_file() throws IOException {
        List<Row> future = ShopReader.rows(folder.resolve("truth-future.csv.gz"));
        double orders = sum(truth, "future_purchases_52w");
        double spend = sum(truth, "future_spend_52w");

        assertThat(future).allMatch(row -> !row.at().isBefore(END));
        assertThat((double) future.size()).isEqualTo(orders);
        assertThat(sum(future, "amount")).isCloseTo(spend, within(.01));
        assertThat(orders).isCloseTo(sum(truth, "expected_purchases_52w"), within(.05 * orders));
        assertThat(orders).isCloseTo(sum(truth, "best_purchases_52w"), within(.06 * orders));
        assertThat(spend).isCloseTo(sum(truth, "expected_spend_52w"), within(.08 * spend));
    }

    private static Set<String> extraFields(Row event) {
        Set<String> extra = new HashSet<>(event.names());
        extra.removeAll(Set.of("event_id", "customer_id", "at", "kind"));
        return extra;
    }

    private static boolean isBadCase(Row event) {
        return event.is("kind", "service_case") && event.whole("rating") <= 2;
    }

    private static boolean isInLastDays(Row row, int days) {
        return !row.at().isBefore(END.minus(Duration.ofDays(days)));
    }

    private static List<Row> where(List<Row> rows, Predicate<Row> condition) {
        return rows.stream().filter(condition).toList();
    }

    private static Set<String> customersOf(List<Row> rows) {
        return rows.stream().map(Row::customer).collect(toSet());
    }

    private static <T> double share(Collection<T> all, Predicate<T> some) {
        return (double) all.stream().filter(some).count() / all.size();
    }

    private static double sum(List<Row> rows, String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).sum();
    }
}
