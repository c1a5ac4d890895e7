package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
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
