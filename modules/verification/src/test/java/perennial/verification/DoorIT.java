package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import perennial.access.Role;

/**
 * The door of the interface, on an installation without a shop: who may make which call, and what is said to a wrong
 * one. Keys ask at a pace at which a hundred calls are a burst and the next ones wait for minutes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.Random.class)
class DoorIT {
    private static final String JSON = "application/json";
    private static final Map<String, Row> TABLE = table();

    private final Installation installation = made();
    private final Map<Role, String> keys = new EnumMap<>(Role.class);
    private String base = "";
    private String server = "";

    private static Installation made() {
        try {
            return Installation.empty("door").with("PERENNIAL_API_RATE", "0.01").with("PERENNIAL_API_BURST", "100");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call that is really made: with the least role that may, and what is sent. */
    private record Row(Role least, String path, String type, String body) {}

    private static Map<String, Row> table() {
        Map<String, Row> rows = new TreeMap<>();
        reads(rows, Role.READER, "GET /overview", "GET /customers", "GET /segments", "GET /decisions", "GET /instance");
        reads(rows, Role.READER, "GET /metrics", "GET /runs", "GET /models/churn", "GET /models/value", "GET /rules");
        reads(rows, Role.READER, "GET /models/segmentation", "GET /customers as text/csv");
        reads(rows, Role.READER, "GET /models/segmentation/versions", "GET /rules/vocabulary");
        reads(rows, Role.READER, "GET /models/churn/versions", "GET /models/churn/search");
        reads(rows, Role.READER, "GET /rules/versions/{id}/analysis");
        reads(rows, Role.ANALYST, "GET /rules/drafts/{id}/analysis");
        reads(rows, Role.READER, "GET /customers as application/x-ndjson", "GET /decisions as text/csv");
        reads(rows, Role.READER, "GET /decisions as application/x-ndjson", "GET /customers/{id}");
        reads(rows, Role.READER, "GET /customers/{id}/decisions", "GET /segments/{id}/customers", "GET /runs/{id}");
        reads(
                rows,
                Role.READER,
                "GET /segments/{id}/customers as text/csv",
                "GET /segments/moves",
                "GET /decisions/{id}");
        reads(rows, Role.READER, "GET /segments/{id}/customers as application/x-ndjson");
        reads(rows, Role.OPERATOR, "GET /imports", "GET /imports/{id}", "GET /imports/{id}/rejected as text/csv");
        reads(rows, Role.OPERATOR, "GET /mappings");
        reads(rows, Role.ADMINISTRATOR, "GET /keys", "GET /users", "GET /webhooks", "GET /webhooks/{id}");
        reads(rows, Role.ADMINISTRATOR, "GET /webhooks/{id}/deliveries");
        reads(rows, Role.READER, "GET /customers/{id}/churn", "GET /churn/at-risk", "GET /churn/at-risk as text/csv");
        reads(rows, Role.READER, "GET /churn/at-risk as application/x-ndjson");
        rows.put(
                "POST /customers/{id}/churn/what-if",
                new Row(Role.READER, "/customers/17/churn/what-if", JSON, "{\"changes\": {}}"));
        rows.put("POST /rules/check", new Row(Role.ANALYST, "/rules/check", JSON, "{}"));
        ruleRows(rows);
        reads(rows, Role.READER, "GET /decisions/{id}/explanation", "GET /customers/{id}/decisions/explanation");
        for (String path : List.of("/decisions/{id}/rerun", "/customers/{id}/decisions/rerun")) {
            rows.put("POST " + path, new Row(Role.ANALYST, path.replace("{id}", "17"), "", ""));
        }
        rows.put("POST /yardstick", new Row(Role.ANALYST, "/yardstick", JSON, "{}"));
        rows.put("POST /decisions", new Row(Role.ANALYST, "/decisions", JSON, "{}"));
        rows.put("POST /models/value/choice", new Row(Role.OPERATOR, "/models/value/choice", "", ""));
        rows.put("POST /models/churn/search", new Row(Role.OPERATOR, "/models/churn/search", "", ""));
        rows.put(
                "POST /models/churn/versions/{id}/put-back",
                new Row(Role.ANALYST, "/models/churn/versions/17/put-back", JSON, "{}"));
        rows.put("PUT /segments/{id}/name", new Row(Role.ANALYST, "/segments/17/name", JSON, "{}"));
        rows.put("DELETE /segments/{id}/name", new Row(Role.ANALYST, "/segments/17/name", "", ""));
        rows.put("POST /models/segmentation/search", new Row(Role.OPERATOR, "/models/segmentation/search", "", ""));
        for (String deed : List.of("approve", "reject", "rollback")) {
            String path = "/models/segmentation/" + deed;
            rows.put("POST " + path, new Row(Role.ANALYST, path, JSON, "{}"));
        }
        rows.put("POST /runs", new Row(Role.OPERATOR, "/runs", "", ""));
        rows.put("POST /imports", new Row(Role.OPERATOR, "/imports", "text/csv", "x"));
        rows.put("POST /imports/{kind}", new Row(Role.OPERATOR, "/imports/orders", "text/csv", "x"));
        rows.put("PUT /mappings/{name}", new Row(Role.OPERATOR, "/mappings/Wrong", "text/plain", "x"));
        rows.put("PUT /instance/shop", new Row(Role.OPERATOR, "/instance/shop", JSON, "{}"));
        rows.put("POST /keys", new Row(Role.ADMINISTRATOR, "/keys", JSON, "{}"));
        rows.put("POST /users", new Row(Role.ADMINISTRATOR, "/users", JSON, "{}"));
        rows.put("PATCH /users/{name}", new Row(Role.ADMINISTRATOR, "/users/nobody", JSON, "{}"));
        rows.put("POST /users/{name}/password", new Row(Role.ADMINISTRATOR, "/users/nobody/password", "", ""));
        rows.put("POST /webhooks", new Row(Role.ADMINISTRATOR, "/webhooks", JSON, "{}"));
        rows.put("DELETE /webhooks/{id}", new Row(Role.ADMINISTRATOR, "/webhooks/17", "", ""));
        for (String deed : List.of("pause", "resume", "secret")) {
            rows.put("POST /webhooks/{id}/" + deed, new Row(Role.ADMINISTRATOR, "/webhooks/17/" + deed, "", ""));
        }
        rows.put(
                "POST /webhooks/{id}/deliveries/{first}/redeliver",
                new Row(Role.ADMINISTRATOR, "/webhooks/17/deliveries/1/redeliver", "", ""));
        reads(rows, Role.ADMINISTRATOR, "GET /backup as application/zip");
        rows.put("PUT /backup", new Row(Role.ADMINISTRATOR, "/backup", "application/zip", "x"));
        rows.put("DELETE /keys/{name}", new Row(Role.ADMINISTRATOR, "/keys/nobody", "", ""));
        return rows;
    }

    private static void ruleRows(Map<String, Row> rows) {
        reads(rows, Role.READER, "GET /rules/versions", "GET /rules/versions/{id}", "GET /rules/effects");
        reads(rows, Role.ANALYST, "GET /rules/drafts", "GET /rules/drafts/{id}", "GET /rules/drafts/{id}/simulation");
        reads(rows, Role.ANALYST, "GET /rules/drafts/{id}/shadow");
        rows.put("PUT /rules/drafts/{id}/shadow", new Row(Role.ANALYST, "/rules/drafts/17/shadow", "", ""));
        rows.put("DELETE /rules/drafts/{id}/shadow", new Row(Role.ANALYST, "/rules/drafts/17/shadow", "", ""));
        rows.put("POST /rules/drafts", new Row(Role.ANALYST, "/rules/drafts", JSON, "{}"));
        rows.put("PUT /rules/drafts/{id}", new Row(Role.ANALYST, "/rules/drafts/17", JSON, "{}"));
        rows.put("DELETE /rules/drafts/{id}", new Row(Role.ANALYST, "/rules/drafts/17", "", ""));
        for (String deed : List.of("simulate", "propose", "approve", "reject")) {
            rows.put("POST /rules/drafts/{id}/" + deed, new Row(Role.ANALYST, "/rules/drafts/17/" + deed, JSON, "{}"));
        }
        for (String deed : List.of("stop", "resume")) {
            rows.put("POST /rules/{code}/" + deed, new Row(Role.ANALYST, "/rules/XX-99/" + deed, JSON, "{}"));
        }
        rows.put("POST /rules/rollback", new Row(Role.ANALYST, "/rules/rollback", JSON, "{}"));
        rows.put("PUT /rules/effects", new Row(Role.MARKETER, "/rules/effects", JSON, "{}"));
        rows.put(
                "DELETE /rules/effects/{verb}/{kind}",
                new Row(Role.MARKETER, "/rules/effects/sing/marketing.win-back", "", ""));
    }

    private static void reads(Map<String, Row> rows, Role least, String... calls) {
        for (String call : calls) {
            String[] parts = call.split(" as ", 2);
            String path = parts[0].substring("GET ".length()).replace("{id}", "17");
            rows.put(call, new Row(least, path, parts.length > 1 ? parts[1] : JSON, ""));
        }
    }

    @BeforeAll
    void start() throws Exception {
        Installation.Said said = installation.shell("start", "--sample", "none", "--json");
        assertThat(said.exit()).as(said.errors()).isZero();
        server = installation.address();
        base = server + "/api/v1";
        for (Role role : Role.values()) {
            keys.put(role, key("key-" + role.label(), role));
        }
    }

    @AfterAll
    void stop() throws IOException {
        installation.shell("stop");
    }

    private String key(String name, Role role) throws Exception {
        HttpResponse<String> answer =
                post("/keys", "{\"name\":\"" + name + "\",\"role\":\"" + role.label() + "\"}", installation.token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Installation.object(answer.body()).getString("secret");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> post(String path, String json, String key, String... headers) throws Exception {
        // As an upgrade to HTTP/2 a body that is refused early may cost the connection, and with it the answer.
        HttpRequest.Builder request = request(path)
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofString(json))
                .header("Content-Type", JSON);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return Installation.send(request, key);
    }

    private int status(String call, Row row, String key) throws Exception {
        String verb = call.substring(0, call.indexOf(' '));
        HttpRequest.Builder request = request(row.path())
                .method(verb, row.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(row.body()));
        if (verb.equals("GET")) {
            request.header("Accept", row.type());
        } else if (!row.type().isEmpty()) {
            request.header("Content-Type", row.type());
        }
        return Installation.send(request, key).statusCode();
    }

    @Test
    void every_call_that_a_resource_declares_has_a_row_with_its_role() {
        Map<String, Role> rows = new TreeMap<>();
        TABLE.forEach((call, row) -> rows.put(call, row.least()));
        assertThat(rows).isEqualTo(new TreeMap<>(Calls.declared()));
    }

    @Test
    void a_call_opens_to_its_role_and_those_that_cover_it_and_to_nobody_else() throws Exception {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Map.Entry<String, Row> entry : TABLE.entrySet()) {
            Row row = entry.getValue();
            if (status(entry.getKey(), row, "") != 401) {
                wrong.put(entry.getKey(), "open without a key");
            }
            for (Role role : Role.values()) {
                int status = status(entry.getKey(), row, keys.getOrDefault(role, ""));
                boolean opens = status != 401 && status != 403 && status < 500;
                if (opens != role.covers(row.least())) {
                    wrong.put(entry.getKey() + " by " + role, "answers " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_call_is_described_with_meanings_and_refusals() throws Exception {
        JsonObject api = Installation.object(Installation.send(
                        HttpRequest.newBuilder(URI.create(server + "/openapi?format=JSON"))
                                .header("Accept", JSON),
                        "")
                .body());
        JsonObject paths = api.getJsonObject("paths");
        List<String> lacks = new ArrayList<>();
        for (String call : Calls.declared().keySet()) {
            String verb = call.substring(0, call.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
            String path = call.substring(call.indexOf(' ') + 1).split(" as ", 2)[0];
            paths.keySet().stream()
                    .filter(known -> known.endsWith("/v1" + path))
                    .findFirst()
                    .map(known -> paths.getJsonObject(known).getJsonObject(verb))
                    .ifPresentOrElse(described -> lacks.addAll(lacks(call, described)), () -> lacks.add(call));
        }
        JsonObject schemas = api.getJsonObject("components").getJsonObject("schemas");
        for (String name : schemas.keySet()) {
            JsonObject properties =
                    (JsonObject) schemas.getJsonObject(name).getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT);
            properties.keySet().stream()
                    .filter(property -> !properties.getJsonObject(property).containsKey("description")
                            && !properties.getJsonObject(property).containsKey("$ref"))
                    .forEach(property -> lacks.add(name + "." + property));
        }
        assertThat(lacks).isEmpty();
        assertThat(schemas.toString()).doesNotContain("\"items\":{\"type\":\"object\"}");
        assertThat(schemas.getJsonObject("RunView")
                        .getJsonObject("properties")
                        .getJsonObject("asOf")
                        .getString("format"))
                .isEqualTo("date-time");
        assertThat(schemas.keySet()).contains("PortraitView", "DecisionView", "Problem");
        assertThat(api.getJsonObject("components").getJsonObject("securitySchemes"))
                .containsKey("bearer");
    }

    private static List<String> lacks(String call, JsonObject described) {
        List<String> lacks = new ArrayList<>();
        if (described.getString("summary", "").isEmpty()) {
            lacks.add(call + ": summary");
        }
        TreeSet<String> answers =
                new TreeSet<>(described.getJsonObject("responses").keySet());
        List.of("400", "401", "403", "429", "503").stream()
                .filter(status -> !answers.contains(status))
                .forEach(status -> lacks.add(call + ": " + status));
        for (JsonValue value :
                described.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
            JsonObject parameter = value.asJsonObject();
            if (parameter.getString("description", "").isEmpty()) {
                lacks.add(call + ": parameter " + parameter.getString("name"));
            }
        }
        return lacks;
    }

    @Test
    void what_is_wrong_is_named_in_english_and_in_chinese() throws Exception {
        String reader = keys.getOrDefault(Role.READER, "");
        JsonObject english = problem(Installation.send(request("/customers?limit=many"), reader), 400);
        assertThat(english.getString("field")).isEqualTo("limit");
        assertThat(english.getString("value")).isEqualTo("many");
        assertThat(english.getString("reason")).isEqualTo("it is no whole number");
        JsonObject chinese = problem(
                Installation.send(request("/customers?limit=many").header("Accept-Language", "zh"), reader), 400);
        for (String part : List.of("title", "detail", "reason", "fix")) {
            assertThat(chinese.getString(part)).as(part).containsPattern("\\p{IsHan}");
        }
        JsonObject misspelt = problem(Installation.send(request("/customers?stages=active"), reader), 400);
        assertThat(misspelt.getString("field")).isEqualTo("stages");
        JsonObject nothing =
                problem(Installation.send(request("/runs/first").header("Accept-Language", "zh-CN"), reader), 404);
        assertThat(nothing.getString("detail")).containsPattern("\\p{IsHan}");
        problem(Installation.send(request("/nowhere"), reader), 404);
        problem(Installation.send(request("/customers").header("Accept", "image/png"), reader), 406);
        problem(Installation.send(request("/overview").DELETE(), reader), 405);
    }

    @Test
    void a_body_of_the_wrong_shape_names_the_field_and_one_too_large_is_not_read() throws Exception {
        String token = installation.token();
        assertThat(problem(post("/keys", "{\"name\":{\"a\":1},\"role\":\"reader\"}", token), 400)
                        .getString("field"))
                .isEqualTo("name");
        assertThat(problem(post("/keys", "{\"nome\":\"x\"}", token), 400).getString("field"))
                .isEqualTo("nome");
        assertThat(problem(post("/keys", "{\"name\":", token), 400).getString("field"))
                .isEqualTo("body");
        assertThat(problem(post("/keys", "", token), 400).getString("field")).isEqualTo("body");
        problem(post("/keys", "[".repeat(10_000), token), 400);
        String large = "{\"name\":\"" + "x".repeat(1_000_001) + "\"}";
        problem(post("/keys", large, token), 413);
        HttpRequest.Builder ofUntoldLength = request("/keys")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .header("Content-Type", JSON);
        problem(Installation.send(ofUntoldLength, token), 413);
    }

    @Test
    void a_request_with_an_idempotency_key_is_done_once() throws Exception {
        String token = installation.token();
        putShop(token);
        String[] header = {"Idempotency-Key", "import-1", "X", "y"};
        String path = "/imports/costs?file=c.csv";
        String file = "from,to,kind,channel,amount\n2025-01-01,2025-02-01,marketing,email,10\n";
        HttpResponse<String> first = post(path, file, token, header);
        HttpResponse<String> again = post(path, file, token, header);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        problem(post(path, file + "2025-02-01,2025-03-01,marketing,email,10\n", token, header), 422);
        problem(post("/runs", "", token, header), 422);
        assertThat(Installation.send(
                                HttpRequest.newBuilder(URI.create(
                                        first.headers().firstValue("Location").orElseThrow())),
                                token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void of_ten_equal_requests_at_once_one_is_done() throws Exception {
        String token = installation.token();
        putShop(token);
        List<CompletableFuture<Integer>> all = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return post(
                                        "/imports/costs?file=ten.csv",
                                        "from,to,kind,channel,amount\n2025-03-01,2025-04-01,marketing,email,10\n",
                                        token,
                                        "Idempotency-Key",
                                        "at-once")
                                .statusCode();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).collect(Collectors.toSet()))
                .isSubsetOf(201, 409);
        long done = Installation.object(
                        Installation.send(request("/imports"), token).body())
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(report -> report.getString("fileName").equals("ten.csv"))
                .count();
        assertThat(done).isEqualTo(1);
    }

    @Test
    void a_secret_is_shown_once_even_to_a_repetition() throws Exception {
        String token = installation.token();
        String wanted = "{\"name\":\"once\",\"role\":\"reader\"}";
        assertThat(post("/keys", wanted, token, "Idempotency-Key", "key-once").statusCode())
                .isEqualTo(201);
        assertThat(problem(post("/keys", wanted, token, "Idempotency-Key", "key-once"), 409)
                        .toString())
                .doesNotContain("secret\":");
    }

    @Test
    void a_key_that_asks_too_often_is_told_when_to_come_again_and_the_operator_is_not() throws Exception {
        String hasty = key("hasty", Role.READER);
        for (int i = 0; i < 100; i++) {
            assertThat(Installation.send(request("/runs"), hasty).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = Installation.send(request("/runs"), hasty);
        problem(refused, 429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 100L);
        for (int i = 0; i < 101; i++) {
            assertThat(Installation.send(request("/runs"), installation.token()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void before_the_first_run_a_model_and_a_decision_are_conflicts_that_say_what_to_do() throws Exception {
        String reader = keys.getOrDefault(Role.READER, "");
        assertThat(problem(Installation.send(request("/models/churn"), reader), 409)
                        .getString("fix"))
                .contains("run");
        problem(
                post(
                        "/decisions",
                        "{\"customer\":\"anna\",\"moment\":\"order\",\"order\":{\"amount\":10}}",
                        keys.getOrDefault(Role.MARKETER, "")),
                409);
    }

    private void putShop(String token) throws Exception {
        HttpRequest.Builder open = request("/instance/shop")
                .header("Content-Type", JSON)
                .PUT(BodyPublishers.ofString("{\"name\":\"Door\",\"currency\":\"EUR\",\"zone\":\"UTC\"}"));
        assertThat(Installation.send(open, token).statusCode()).isEqualTo(204);
    }

    private static JsonObject problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonObject problem = Installation.object(answer.body());
        assertThat(problem.getString("fix")).isNotEmpty();
        return problem;
    }
}
