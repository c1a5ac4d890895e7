package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a CRM asks of a filled shop: whole sets, conditions, searches, evidence, and decisions at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.Random.class)
@ExtendWith(FilledShop.class)
class InterfaceIT {
    private final FilledShop.Running shop;

    InterfaceIT(FilledShop.Running shop) {
        this.shop = shop;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = shop.request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return shop.send(request, "reader");
    }

    private JsonObject json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body());
    }

    private HttpResponse<String> decide(String occasion) throws Exception {
        return shop.send(
                shop.request("/decisions")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(occasion)),
                "marketer");
    }

    private JsonObject decided(String occasion) throws Exception {
        HttpResponse<String> answer = decide(occasion);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Installation.object(answer.body());
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    private static List<NamedCsvRecord> csv(String text) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        }
    }

    @Test
    void a_whole_set_is_the_same_as_csv_as_ndjson_and_as_its_pages() throws Exception {
        String filters = "?stage=active&sort=-value";
        List<String> pages = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = json("/customers" + filters + "&limit=500" + next);
            pages.addAll(ids(page));
            next = page.isNull("next") ? "" : "&cursor=" + page.getString("next");
        } while (!next.isEmpty());
        List<String> fromCsv = csv(
                        get("/customers" + filters, "Accept", "text/csv").body())
                .stream()
                .map(record -> record.getField("id"))
                .toList();
        List<String> fromLines = get("/customers" + filters, "Accept", "application/x-ndjson")
                .body()
                .lines()
                .map(line -> Installation.object(line).getString("id"))
                .toList();
        assertThat(fromCsv).isEqualTo(pages).isEqualTo(fromLines).isNotEmpty();
    }

    @Test
    void the_members_of_the_segments_are_as_many_as_their_sizes_say_and_nobody_is_in_two() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (JsonObject segment : json("/segments").getJsonArray("items").getValuesAs(JsonObject.class)) {
            String path = "/segments/" + segment.getString("id") + "/customers";
            List<NamedCsvRecord> members = csv(get(path, "Accept", "text/csv").body());
            assertThat(members).hasSize(segment.getInt("size"));
            members.forEach(
                    member -> assertThat(seen.add(member.getField("id"))).isTrue());
            assertThat(ids(json(path + "?limit=2"))).hasSize(2);
        }
        assertThat(get("/segments/nowhere/customers").statusCode()).isEqualTo(404);
    }

    @Test
    void all_decisions_of_the_run_are_told_and_add_up_to_the_overview() throws Exception {
        long told = get("/decisions", "Accept", "application/x-ndjson")
                .body()
                .lines()
                .count();
        long counted = json("/overview").getJsonObject("decisions").values().stream()
                .mapToLong(count -> Long.parseLong(count.toString()))
                .sum();
        assertThat(told).isEqualTo(counted);
        assertThat(csv(get("/decisions", "Accept", "text/csv").body())).hasSize((int) counted);
        JsonObject first = json("/decisions?limit=2");
        assertThat(numbers(json("/decisions?limit=2&cursor=" + first.getString("next"))))
                .doesNotContainAnyElementsOf(numbers(first));
    }

    private static List<Integer> numbers(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getInt("id"))
                .toList();
    }

    @Test
    void the_evidence_of_the_segmentation_tells_every_number_tried_and_the_rules() throws Exception {
        JsonObject model = json("/models/segmentation");
        assertThat(model.getString("state")).isEqualTo("found");
        assertThat(model.getJsonArray("evidence")).hasSizeGreaterThan(1);
        assertThat(model.getJsonArray("evidence").getValuesAs(JsonObject.class).stream()
                        .map(evidence -> evidence.getInt("k")))
                .contains(model.getInt("chosen"));
        assertThat(model.getJsonArray("features")).isNotEmpty();
        assertThat(model.getJsonArray("segments")).hasSize(model.getInt("chosen"));
    }

    @Test
    void metrics_of_a_window_have_all_nine_and_wrong_days_are_refused_by_name() throws Exception {
        String asOf = json("/overview").getString("asOf").substring(0, 10);
        JsonObject metrics = json(
                "/metrics?from=" + (Integer.parseInt(asOf.substring(0, 4)) - 1) + asOf.substring(4) + "&to=" + asOf);
        assertThat(metrics.getJsonArray("periods").getJsonObject(0).getJsonArray("metrics"))
                .hasSize(9);
        for (String wrong :
                List.of("from=2024-02-30&to=2024-03-01", "from=2024-01-01", "from=2024-02-01&to=2024-01-01")) {
            HttpResponse<String> refused = get("/metrics?" + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(Installation.object(refused.body()).getString("field")).isIn("from", "to");
        }
    }

    @Test
    void what_rarely_changes_is_not_sent_twice_and_a_decision_is_a_change() throws Exception {
        String id = ids(json("/customers?limit=1")).get(0);
        for (String path : List.of(
                "/overview", "/segments", "/models/churn", "/models/value", "/models/segmentation", "/metrics")) {
            String tag = get(path).headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(get(path, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
        }
        String before = get("/customers/" + id).headers().firstValue("ETag").orElseThrow();
        decided("{\"customer\":\"" + id + "\",\"moment\":\"service\"}");
        assertThat(get("/customers/" + id, "If-None-Match", before).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_rules_are_told_with_what_they_did_and_a_text_is_checked_before_it_could_live() throws Exception {
        List<JsonObject> rules = json("/rules").getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(rules).hasSizeGreaterThanOrEqualTo(12).allSatisfy(rule -> {
            assertThat(rule.getString("title")).isNotBlank();
            assertThat(rule.getString("titleZh")).isNotBlank();
        });
        assertThat(rules.stream()
                        .mapToLong(rule -> rule.getJsonNumber("fired").longValue())
                        .sum())
                .isPositive();

        String rule = "rule \"XX-01 a test\" when CustomerSnapshot(%s) then decisions.keepFullPrice(); end";
        assertThat(checked(rule.formatted("cartAge >= CART_LEAST_DAYS")).getBoolean("ok"))
                .isTrue();
        JsonObject refused = checked(rule.formatted("ordrs > 1"));
        assertThat(refused.getBoolean("ok")).isFalse();
        JsonObject problem = refused.getJsonArray("problems").getJsonObject(0);
        assertThat(problem.getInt("line")).isEqualTo(1);
        assertThat(problem.getInt("column")).isEqualTo(rule.indexOf("%s") + 1);
        assertThat(problem.getString("hint")).isEqualTo("orders");
        assertThat(problem.getString("messageZh")).containsPattern("\\p{IsHan}");
        assertThat(checked(rule.formatted("eval(Runtime.getRuntime().exec(\"id\") != null)"))
                        .getBoolean("ok"))
                .isFalse();
    }

    private JsonObject checked(String drl) throws Exception {
        HttpResponse<String> answer = shop.send(
                shop.request("/rules/check")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("drl", drl)
                                .build()
                                .toString())),
                "marketer");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body());
    }

    @Test
    void a_first_order_of_somebody_unknown_is_checked_and_told_again() throws Exception {
        JsonObject answer = decided("{\"customer\":\"newcomer-1\",\"moment\":\"order\","
                + "\"registered\":\"" + json("/overview").getString("asOf") + "\","
                + "\"order\":{\"id\":\"n-1\",\"amount\":99999,\"paymentCountry\":\"NG\",\"shippingCountry\":\"DE\"}}");
        assertThat(answer.getJsonObject("inputs").getString("moment")).isEqualTo("ORDER");
        assertThat(answer.getJsonObject("inputs").getString("orders")).isEqualTo("1");
        assertThat(answer.getJsonArray("decisions").getValuesAs(JsonObject.class).stream()
                        .map(decision -> decision.getString("kind")))
                .anyMatch(kind -> kind.startsWith("risk."));
        JsonObject told = json("/customers/newcomer-1/decisions");
        assertThat(told.getJsonArray("items").getJsonObject(0).getString("moment"))
                .isEqualTo("order");
        assertThat(json("/decisions/" + answer.getInt("id"))).isEqualTo(answer);
        assertThat(decide("{\"customer\":\"newcomer-2\",\"moment\":\"visit\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void orders_told_one_after_the_other_count_as_hurry_before_any_file_brings_them() throws Exception {
        JsonObject last = JsonObject.EMPTY_JSON_OBJECT;
        for (int i = 0; i < 4; i++) {
            last = decided("{\"customer\":\"hurried\",\"moment\":\"order\",\"order\":{\"id\":\"h-" + i
                    + "\",\"lines\":[{\"sku\":\"x\",\"quantity\":2,\"unitPrice\":1.50}]}}");
        }
        assertThat(last.getJsonObject("inputs").getString("ordersLastHour")).isEqualTo("4");
        assertThat(last.getJsonObject("inputs").getString("orderValue")).isEqualTo("3.00");
        assertThat(last.getJsonArray("fired").toString()).contains("RI-01");
    }

    @Test
    void however_many_ask_at_once_nobody_is_reached_more_often_than_the_cap() throws Exception {
        String cart = somebodyReachedOverACart();
        List<CompletableFuture<Long>> all = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> contacts(cart)))
                .toList();
        long more = all.stream().mapToLong(CompletableFuture::join).sum();
        assertThat(1 + more).isLessThanOrEqualTo(3);
    }

    @Test
    void whoever_is_at_the_cap_is_told_all_the_same_that_the_order_is_checked() throws Exception {
        String cart = somebodyReachedOverACart();
        String id = Installation.object(cart).getString("customer");
        for (int i = 0; contacts(cart) > 0; i++) {
            assertThat(i).as("contacts beyond the cap").isLessThan(3);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(notices(decided(paidFromAbroad(id, "c-" + i)))).hasSize(1);
            assertThat(contacts(cart)).as("a cart at the cap").isZero();
        }
    }

    @Test
    void who_agreed_to_nothing_is_told_that_the_order_is_checked_and_nothing_else() throws Exception {
        for (int i = 0; i < 4; i++) {
            JsonObject answer = decided(paidFromAbroad("newcomer-7", "a-" + i));
            assertThat(notices(answer)).singleElement().satisfies(notice -> {
                assertThat(notice.getJsonObject("action").getString("verb")).isEqualTo("sendNotice");
                assertThat(notice.getJsonObject("action").getString("channel")).isEqualTo("email");
            });
            assertThat(answer.getJsonArray("decisions").getValuesAs(JsonObject.class).stream()
                            .map(decision -> decision.getString("kind")))
                    .noneMatch(kind -> kind.startsWith("marketing."));
        }
    }

    private static String paidFromAbroad(String customer, String order) {
        return "{\"customer\":\"" + customer + "\",\"moment\":\"order\",\"order\":{\"id\":\"" + order
                + "\",\"amount\":99999,\"paymentCountry\":\"NG\",\"shippingCountry\":\"DE\"}}";
    }

    private static List<JsonObject> notices(JsonObject answer) {
        return answer.getJsonArray("decisions").getValuesAs(JsonObject.class).stream()
                .filter(decision -> decision.getString("kind").equals("service.order-check"))
                .toList();
    }

    /** An occasion that has just brought a contact. */
    private String somebodyReachedOverACart() throws Exception {
        Instant at = Instant.parse(json("/overview").getString("asOf")).minus(Duration.ofDays(2));
        for (NamedCsvRecord customer :
                csv(get("/customers?stage=active", "Accept", "text/csv").body())) {
            String cart = "{\"customer\":\"" + customer.getField("id") + "\",\"moment\":\"cart\",\"cart\":{\"at\":\""
                    + at + "\",\"lines\":[{\"sku\":\"some\",\"quantity\":1,\"unitPrice\":250}]}}";
            if (customer.getField("decisions").equals("0") && contacts(cart) > 0) {
                return cart;
            }
        }
        throw new AssertionError("nobody can be reached over a cart");
    }

    private long contacts(String occasion) {
        try {
            return decided(occasion).getJsonArray("decisions").getValuesAs(JsonObject.class).stream()
                    .filter(decision -> decision.getJsonObject("action").containsKey("channel"))
                    .count();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void more_at_once_than_there_are_connections_to_the_database_are_all_decided() throws Exception {
        List<Callable<HttpResponse<String>>> visits = ids(json("/customers?limit=40")).stream()
                .<Callable<HttpResponse<String>>>map(
                        id -> () -> decide("{\"customer\":\"" + id + "\",\"moment\":\"visit\"}"))
                .toList();
        ExecutorService callers = Executors.newFixedThreadPool(visits.size());
        try {
            assertThat(callers.invokeAll(visits))
                    .hasSize(40)
                    .allSatisfy(visit -> assertThat(visit.get().statusCode())
                            .as(visit.get().body())
                            .isEqualTo(201));
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void an_occasion_that_makes_no_sense_is_refused_by_the_name_of_its_field() throws Exception {
        String id = ids(json("/customers?limit=1")).get(0);
        String customer = "{\"customer\":\"" + id + "\",";
        assertThat(field(customer + "\"moment\":\"lunch\"}")).isEqualTo("moment");
        assertThat(field(customer + "\"moment\":\"order\"}")).isEqualTo("order");
        assertThat(field(customer + "\"moment\":\"order\",\"order\":{\"amount\":-1}}"))
                .isEqualTo("order.amount");
        assertThat(field(customer + "\"moment\":\"cart\",\"cart\":{\"lines\":[{\"sku\":\"x\"}]}}"))
                .isEqualTo("cart.lines[0].quantity");
        assertThat(field(customer + "\"moment\":\"order\",\"order\":{\"amount\":1,\"at\":\"2100-01-01T00:00:00Z\"}}"))
                .isEqualTo("order.at");
        assertThat(field("{\"moment\":\"visit\"}")).isEqualTo("customer");
    }

    private String field(String occasion) throws Exception {
        HttpResponse<String> refused = decide(occasion);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        return Installation.object(refused.body()).getString("field");
    }

    @Test
    void an_answer_to_a_post_has_a_place() throws Exception {
        HttpResponse<String> answer =
                decide("{\"customer\":\"" + ids(json("/customers?limit=1")).get(0) + "\",\"moment\":\"visit\"}");
        URI place = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(Installation.send(HttpRequest.newBuilder(place), shop.key("reader"))
                        .statusCode())
                .isEqualTo(200);
    }
}
