package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A newcomer starts the product: the simulated shop fills, the chain runs, and what it says is held against the truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.Random.class)
@ExtendWith(FilledShop.class)
class SimulatedShopIT {
    private final Installation installation;
    private final JsonObject started;
    private final String base;
    private final String key;

    SimulatedShopIT(FilledShop.Running shop) throws IOException {
        installation = shop.installation();
        started = shop.summary();
        base = shop.base();
        key = shop.key("reader");
    }

    @Test
    void the_first_start_ends_in_a_summary_with_every_stage_segments_scores_and_decisions() throws Exception {
        JsonObject overview = get("/overview");
        assertThat(overview.getInt("customers")).isEqualTo(5000);
        assertThat(overview.getJsonObject("stages").keySet())
                .containsExactlyInAnyOrder("acquisition", "conversion", "retention", "active", "churned");
        assertThat(overview.getJsonObject("stages").values())
                .allSatisfy(
                        count -> assertThat(Long.parseLong(count.toString())).isPositive());
        assertThat(get("/segments").getJsonArray("items")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(get("/models/churn").getString("state")).isEqualTo("trained");
        assertThat(started.toString()).contains("overview", "segments", "churnModel");
    }

    @Test
    void every_kind_of_decision_occurs() throws Exception {
        Set<String> kinds = get("/overview").getJsonObject("decisions").keySet();
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(8);
        assertThat(kinds).anyMatch(kind -> kind.startsWith("marketing"));
        assertThat(kinds).anyMatch(kind -> kind.startsWith("pricing"));
        assertThat(kinds).anyMatch(kind -> kind.startsWith("risk"));
    }

    @Test
    void a_second_start_imports_nothing_again() throws Exception {
        JsonObject before = get("/overview");
        assertThat(installation.shell("start").exit()).isZero();
        assertThat(get("/overview")).isEqualTo(before);
    }

    @Test
    void without_a_key_nothing_is_told_and_wrong_input_is_refused_by_name() throws Exception {
        assertThat(Installation.get(base + "/overview", "nobodys-key").statusCode())
                .isEqualTo(401);
        assertThat(Installation.get(base + "/customers/nobody", key).statusCode())
                .isEqualTo(404);
        var refused = Installation.get(base + "/customers?sort=age", key);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Installation.object(refused.body()))
                .containsKeys("field", "value", "reason", "fix")
                .containsEntry("field", Json.createValue("sort"));
    }

    @Test
    void a_list_by_value_goes_from_the_highest_down_and_pages_without_gap_or_repetition() throws Exception {
        JsonObject first = get("/customers?limit=3&sort=-value");
        JsonObject second = get("/customers?limit=3&sort=-value&cursor=" + first.getString("next"));
        JsonObject both = get("/customers?limit=6&sort=-value");
        List<String> pages = new ArrayList<>(ids(first));
        pages.addAll(ids(second));
        assertThat(pages).isEqualTo(ids(both));
        assertThat(amounts(both)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("id"))
                .toList();
    }

    private static List<BigDecimal> amounts(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> item.asJsonObject()
                        .getJsonObject("value")
                        .getJsonNumber("amount")
                        .bigDecimalValue())
                .toList();
    }

    @Test
    void the_models_are_held_against_the_truth() throws Exception {
        TruthComparison comparison =
                TruthComparison.of(customers(), installation.home().resolve("sample"));
        Files.writeString(
                Path.of(System.getProperty("perennial.work")).resolveSibling("comparison-with-truth.txt"),
                comparison.table());
        // Those who bought once can have left too in the model that the back-test chooses, or that is used until then.
        assertThat(comparison.modelAucOfLeaving()).isGreaterThan(comparison.naiveAucOfLeaving());
        assertThat(comparison.modelErrorOfValue()).isLessThan(comparison.naiveErrorOfValue());
        assertThat(comparison.modelRankOfValue()).isGreaterThan(comparison.naiveRankOfValue());
    }

    @Test
    void the_value_model_is_told_with_its_reason_and_with_what_it_foretold_beside_the_naive_rules() throws Exception {
        JsonObject model = get("/models/value");
        assertThat(model.getString("state")).isEqualTo("fitted");
        assertThat(model.getString("reason")).isNotBlank();
        assertThat(model.getJsonObject("choice").getString("cause")).isEqualTo("first");
        assertThat(model.getJsonObject("convergence").getString("status")).isEqualTo("converged");
        assertThat(model.getJsonArray("backTest").stream()
                        .map(judged -> judged.asJsonObject().getString("forecaster")))
                .contains("as before", "mean");
        assertThat(model.getJsonArray("distribution").stream()
                        .mapToLong(bin ->
                                bin.asJsonObject().getJsonNumber("customers").longValue())
                        .sum())
                .isEqualTo(model.getJsonNumber("customers").longValue());
    }

    @Test
    void what_adds_up_to_a_customers_score_is_told_in_the_callers_language() throws Exception {
        String id = mostAtRisk(1).get(0).getString("id");
        JsonObject told = get("/customers/" + id + "/churn");
        double sum = told.getJsonArray("contributions").stream()
                .mapToDouble(part ->
                        part.asJsonObject().getJsonNumber("contribution").doubleValue())
                .sum();
        assertThat(told.getJsonNumber("baseline").doubleValue() + sum)
                .isCloseTo(told.getJsonNumber("score").doubleValue(), within(1e-4));
        assertThat(told.getJsonNumber("probability"))
                .isEqualTo(get("/customers/" + id).getJsonObject("churn").getJsonNumber("probability"));
        assertThat(told.getJsonArray("sentences")).hasSizeBetween(1, 3);
        assertThat(told.getJsonArray("sentences").getString(0)).matches("[\\x20-\\x7e]+");
        assertThat(inChinese("/customers/" + id + "/churn")
                        .getJsonArray("sentences")
                        .getString(0))
                .matches(".*\\p{IsHan}.*");
        assertThat(Installation.get(base + "/customers/nobody/churn", key).statusCode())
                .isEqualTo(404);
    }

    private JsonObject inChinese(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "zh");
        return Installation.object(Installation.send(request, key).body());
    }

    @Test
    void a_customer_supposed_otherwise_has_another_score_and_wrong_suppositions_are_refused_by_name() throws Exception {
        String id = mostAtRisk(1).get(0).getString("id");
        JsonObject told = Installation.object(suppose(id, "{\"recency\": 0}").body());
        assertThat(told.getJsonObject("supposed").getJsonNumber("probability").doubleValue())
                .isLessThan(told.getJsonNumber("now").doubleValue());
        assertThat(told.getString("caveat")).contains("not what would happen");
        var misspelt = suppose(id, "{\"recensy\": 1}");
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(Installation.object(misspelt.body()).getString("fix")).contains("did you mean \"recency\"?");
        var outOfRange = suppose(id, "{\"recency\": -1}");
        assertThat(outOfRange.statusCode()).isEqualTo(400);
        assertThat(Installation.object(outOfRange.body()).getString("field")).isEqualTo("changes.recency");
    }

    private HttpResponse<String> suppose(String id, String changes) throws Exception {
        return Installation.send(
                HttpRequest.newBuilder(URI.create(base + "/customers/" + id + "/churn/what-if"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"changes\": " + changes + "}")),
                key);
    }

    @Test
    void those_most_worth_calling_are_a_list_and_a_file_and_what_is_at_risk_adds_up() throws Exception {
        List<JsonObject> most = mostAtRisk(20);
        assertThat(most).hasSize(20).allSatisfy(item -> {
            BigDecimal atRisk = amount(item, "atRisk");
            assertThat(atRisk.doubleValue())
                    .isCloseTo(
                            item.getJsonNumber("churnProbability").doubleValue()
                                    * amount(item, "value").doubleValue(),
                            within(0.01));
            assertThat(atRisk).isBetween(amount(item, "lower"), amount(item, "upper"));
        });
        assertThat(most.stream().map(item -> amount(item, "atRisk")).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        var file = Installation.send(
                HttpRequest.newBuilder(URI.create(base + "/churn/at-risk?capacity=7"))
                        .header("Accept", "text/csv"),
                key);
        assertThat(file.body().lines().skip(1).map(line -> line.split(",", 2)[0]))
                .containsExactlyElementsOf(
                        most.stream().limit(7).map(item -> item.getString("id")).toList());
        BigDecimal sum = BigDecimal.ZERO;
        String next = "";
        do {
            JsonObject page = get("/churn/at-risk?limit=500" + next);
            for (JsonObject item : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                sum = sum.add(amount(item, "atRisk"));
            }
            next = page.isNull("next") ? "" : "&cursor=" + page.getString("next");
        } while (!next.isEmpty());
        assertThat(sum).isEqualByComparingTo(amount(get("/churn/at-risk?limit=1"), "total"));
        assertThat(Installation.get(base + "/churn/at-risk?limit=0", key).statusCode())
                .isEqualTo(400);
    }

    private List<JsonObject> mostAtRisk(int customers) throws Exception {
        return get("/churn/at-risk?limit=" + customers).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static BigDecimal amount(JsonObject item, String name) {
        return item.getJsonObject(name).getJsonNumber("amount").bigDecimalValue();
    }

    private List<JsonObject> customers() throws Exception {
        List<JsonObject> all = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = get("/customers?limit=500" + next);
            page.getJsonArray("items").forEach(item -> all.add(item.asJsonObject()));
            next = page.isNull("next") ? "" : "&cursor=" + page.getString("next");
        } while (!next.isEmpty());
        return all;
    }

    private JsonObject get(String path) throws Exception {
        var answer = Installation.get(base + path, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body());
    }
}
