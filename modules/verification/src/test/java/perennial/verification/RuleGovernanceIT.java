package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People write rules, see what they would change, let another one approve them, and go back, while decisions go on. */
class RuleGovernanceIT {
    private static final String NUMBERS = "marketing/parameters.yaml";
    private static final String ALWAYS =
            "rule \"%s a visit\" when CustomerSnapshot(moment == \"VISIT\") then decisions.keepFullPrice(); end";

    private final CautiousShop shop;
    private final Installation installation;
    private final String mia;
    private final String max;
    private final String analyst;

    RuleGovernanceIT() throws IOException {
        shop = CautiousShop.opened("rules");
        installation = shop.installation();
        mia = key("mia", "marketer");
        max = key("max", "marketer");
        analyst = installation.key("analyst");
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    private String key(String name, String role) throws IOException {
        return installation
                .shell("key", "create", "--name", name, "--role", role)
                .out()
                .strip();
    }

    @Test
    void a_draft_is_simulated_proposed_approved_by_another_person_decided_by_and_gone_back_from() throws Exception {
        long run = shop.run();
        Map<String, Long> decided = decisions();
        long shipped = live();
        refusesWhatCanNotLive();
        tellsTheWords();
        tellsWhatIsQuestionable();
        takesAPriceTable();
        long draft = id(write(mia, "later drift", NUMBERS, numbers("DRIFTING_CHURN", "0.5", "0.85")));
        JsonObject found = simulated(draft, run);
        assertThat(counts(found, "live")).isEqualTo(decided);
        assertThat(found.getInt("changed")).isPositive();
        assertThat(found.getJsonArray("examples")).isNotEmpty();
        assertThat(found.getJsonObject("draftMoney").getString("source")).isEqualTo("assumed");
        assertThat(decisions()).isEqualTo(decided);
        decidesInTheShadow(draft);
        letsAnotherPersonApprove(draft);
        assertThat(live()).isEqualTo(draft);
        shop.run();
        assertThat(decisions()).isEqualTo(counts(found, "draft")).isNotEqualTo(decided);
        goesBack(draft, shipped);
        shop.run();
        assertThat(decisions()).isEqualTo(decided);
        stopsOneRule();
        long early = answer("C0000002").getInt("id");
        explainsAndDecidesAgain(early);
        swapsWhileDecisionsAreMade();
        keepsItsWordAfterARestart();
        decidesAgainByTheRulesOfThen(early);
        isInTheAuditTrail();
    }

    private void refusesWhatCanNotLive() throws Exception {
        String rule = ALWAYS.formatted("XX-01");
        HttpResponse<String> refused = write(mia, "wrong", "marketing/test.drl", rule.replace("moment", "momnt"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        JsonObject problem =
                Installation.object(refused.body()).getJsonArray("problems").getJsonObject(0);
        assertThat(problem.getString("file")).isEqualTo("marketing/test.drl");
        assertThat(problem.getInt("line")).isEqualTo(1);
        assertThat(problem.getInt("column")).isEqualTo(rule.indexOf("moment") + 1);
        assertThat(problem.getString("hint")).isEqualTo("moment");
        assertThat(get("/rules/drafts").getJsonArray("items")).isEmpty();
    }

    private void tellsTheWords() throws Exception {
        JsonObject words = get("/rules/vocabulary");
        assertThat(names(words, "attributes")).contains("churnProbability", "offerStockCover");
        assertThat(names(words, "verbs")).contains("offerCoupon", "keepQuiet");
        assertThat(names(words, "constants")).contains("OVERSTOCK_DAYS");
    }

    private static List<String> names(JsonObject words, String list) {
        return words.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(word -> word.getString("name"))
                .toList();
    }

    private void tellsWhatIsQuestionable() throws Exception {
        long draft = id(write(mia, "later stock", "pricing/parameters.yaml", stock()));
        JsonObject found = get("/rules/drafts/" + draft + "/analysis");
        assertThat(found.getJsonArray("scenarios").getValuesAs(JsonObject.class))
                .filteredOn(scenario -> !scenario.getBoolean("holds"))
                .isNotEmpty()
                .allSatisfy(scenario -> assertThat(scenario.getString("file")).isEqualTo("pricing/clearance.yaml"));
        assertThat(found.getJsonArray("coverage")).isNotEmpty();
        JsonObject shipped = get("/rules/versions/" + live() + "/analysis");
        assertThat(shipped.getJsonArray("scenarios").getValuesAs(JsonObject.class))
                .hasSizeGreaterThan(30)
                .allMatch(scenario -> scenario.getBoolean("holds"));
    }

    private String stock() throws Exception {
        return file("pricing/parameters.yaml").replace("{value: 120, unit: DAYS", "{value: 150, unit: DAYS");
    }

    private void takesAPriceTable() throws Exception {
        String table = """
                grid,PG,Price off by stock
                propose,offerPrice,CLEARANCE
                when,moment,VISIT
                offerStockCover,*
                0..100,5
                100..,%s
                """;
        JsonObject refused = check(table.formatted("95"));
        assertThat(refused.getBoolean("ok")).isFalse();
        JsonObject problem = refused.getJsonArray("problems").getJsonObject(0);
        assertThat(problem.getInt("line")).isEqualTo(6);
        assertThat(problem.getInt("column")).isEqualTo(2);
        JsonObject sound = check(table.formatted("10"));
        assertThat(sound.getBoolean("ok")).isTrue();
        assertThat(sound.getString("drl")).contains("offerStockCover >= 0, offerStockCover < 100");
        long draft = id(write(mia, "prices by stock", "pricing/stock.csv", table.formatted("10")));
        JsonObject kept = get("/rules/drafts/" + draft);
        assertThat(kept.getJsonArray("changes").getJsonObject(0).getString("after"))
                .isEqualTo(table.formatted("10"));
    }

    private JsonObject check(String table) throws Exception {
        return Installation.object(
                post("/rules/check", mia, Json.createObjectBuilder().add("table", table))
                        .body());
    }

    /** Live and in a weekly run, and nothing comes of it. */
    private void decidesInTheShadow(long draft) throws Exception {
        String path = "/rules/drafts/" + draft;
        assertThat(status(path + "/approve", max)).isEqualTo(409);
        assertThat(status(path + "/propose", analyst)).isEqualTo(409);
        assertThat(status(path + "/propose", installation.key("reader"))).isEqualTo(403);
        assertThat(shadow("PUT", draft)).isEqualTo(409);
        assertThat(status(path + "/propose", mia)).isEqualTo(204);
        assertThat(shadow("PUT", draft)).isEqualTo(200);
        assertThat(shadow("PUT", draft)).isEqualTo(409);
        Patience.until(installation, "a decision that the shadow has seen", () -> {
            assertThat(answer("C0000001").getJsonArray("decisions").getValuesAs(JsonObject.class))
                    .noneMatch(decision -> decision.getJsonObject("action").containsKey("channel"));
            return get(path + "/shadow").getInt("answers") > 0;
        });
        long run = shop.run();
        JsonObject seen = get(path + "/shadow");
        assertThat(seen.getBoolean("on")).isTrue();
        assertThat(seen.getInt("run")).isEqualTo((int) run);
        assertThat(seen.getJsonObject("findings").getInt("changed")).isPositive();
        assertThat(counts(seen.getJsonObject("findings"), "live")).isEqualTo(decisions());
        assertThat(shadow("DELETE", draft)).isEqualTo(204);
        assertThat(shadow("DELETE", draft)).isEqualTo(409);
        assertThat(get(path + "/shadow").getBoolean("on")).isFalse();
    }

    private int shadow(String method, long draft) throws Exception {
        return Installation.send(
                        HttpRequest.newBuilder(URI.create(base() + "/rules/drafts/" + draft + "/shadow"))
                                .method(method, HttpRequest.BodyPublishers.noBody()),
                        mia)
                .statusCode();
    }

    private void explainsAndDecidesAgain(long occasion) throws Exception {
        JsonObject told = get("/decisions/" + occasion + "/explanation");
        assertThat(told.getString("rules")).isEqualTo(book());
        JsonObject rule = told.getJsonObject("why").getJsonArray("fired").getValuesAs(JsonObject.class).stream()
                .filter(fired -> fired.getString("code").equals("XX-01"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.getString("file")).isEqualTo("pricing/test.drl");
        assertThat(rule.getJsonArray("grounds").getJsonObject(0).getString("condition"))
                .isEqualTo("moment == \"VISIT\"");
        assertThat(told.getJsonObject("whyNot")).containsKeys("missed", "dropped");
        assertThat(again("/decisions/" + occasion)).isEqualTo(book());
        JsonObject weekly = get("/decisions?limit=1").getJsonArray("items").getJsonObject(0);
        String customer = "/customers/" + weekly.getString("customer") + "/decisions";
        assertThat(get(customer + "/explanation").getJsonObject("why").getJsonArray("fired"))
                .hasSizeGreaterThanOrEqualTo(1);
        assertThat(again(customer)).isEqualTo(weekly.getJsonObject("versions").getString("rules"));
        for (int i = 1; i <= 9; i++) {
            assertThat(get("/customers/C000000" + i + "/decisions/explanation").getString("rules"))
                    .isNotEmpty();
        }
    }

    private void decidesAgainByTheRulesOfThen(long occasion) throws Exception {
        String then = get("/decisions/" + occasion).getJsonArray("decisions").getValuesAs(JsonObject.class).stream()
                .map(decision -> decision.getJsonObject("versions").getString("rules"))
                .findFirst()
                .orElseThrow();
        assertThat(then).isNotEqualTo(book());
        assertThat(again("/decisions/" + occasion)).isEqualTo(then);
    }

    /** By which rules; the same must come out. */
    private String again(String path) throws Exception {
        HttpResponse<String> answer = post(path + "/rerun", analyst, Json.createObjectBuilder());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonObject rerun = Installation.object(answer.body());
        assertThat(rerun.getJsonArray("differences")).isEmpty();
        assertThat(rerun.getBoolean("same")).isTrue();
        return rerun.getString("rules");
    }

    private void letsAnotherPersonApprove(long draft) throws Exception {
        String path = "/rules/drafts/" + draft;
        HttpResponse<String> own = post(path + "/approve", mia, Json.createObjectBuilder());
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("let another person approve it");
        assertThat(status(path + "/approve", max)).isEqualTo(204);
        assertThat(status(path + "/approve", max)).isEqualTo(409);
    }

    private void goesBack(long live, long before) throws Exception {
        JsonObjectBuilder seen = Json.createObjectBuilder().add("live", live).add("comment", "too few");
        assertThat(post("/rules/rollback", max, seen).statusCode()).isEqualTo(204);
        assertThat(live()).isEqualTo(before);
        JsonObjectBuilder again = Json.createObjectBuilder().add("live", live);
        assertThat(post("/rules/rollback", max, again).statusCode()).isEqualTo(409);
    }

    private void stopsOneRule() throws Exception {
        String visit = publish("test", "always", "XX-01");
        assertThat(fired("C0000001")).contains("XX-01 a visit");
        assertThat(status("/rules/XX-99/stop", mia)).isEqualTo(404);
        assertThat(status("/rules/XX-01/stop", mia)).isEqualTo(204);
        assertThat(fired("C0000001")).doesNotContain("XX-01 a visit");
        assertThat(book()).isNotEqualTo(visit);
        assertThat(status("/rules/XX-01/stop", mia)).isEqualTo(409);
        assertThat(status("/rules/XX-01/resume", mia)).isEqualTo(204);
        assertThat(fired("C0000001")).contains("XX-01 a visit");
        assertThat(book()).isEqualTo(visit);
    }

    /** The name of its book. */
    private String publish(String file, String title, String code) throws Exception {
        long draft = id(write(mia, title, "pricing/" + file + ".drl", ALWAYS.formatted(code)));
        assertThat(status("/rules/drafts/" + draft + "/propose", mia)).isEqualTo(204);
        assertThat(status("/rules/drafts/" + draft + "/approve", max)).isEqualTo(204);
        assertThat(live()).isEqualTo(draft);
        return book();
    }

    /** Each answer is that of one version, whole: the rule that it tells is the one of the book that it names. */
    private void swapsWhileDecisionsAreMade() throws Exception {
        Map<String, String> rules = new TreeMap<>(Map.of(book(), "XX-01 a visit"));
        Set<String> seen = new ConcurrentSkipListSet<>();
        Set<String> mixed = new ConcurrentSkipListSet<>();
        AtomicBoolean isOver = new AtomicBoolean();
        List<CompletableFuture<Void>> shops = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String customer = "C000000" + i;
            shops.add(CompletableFuture.runAsync(() -> {
                try {
                    while (!isOver.get()) {
                        JsonObject one = decision(customer);
                        String pair = one.getJsonObject("versions").getString("rules") + " "
                                + one.getJsonArray("rules").getString(0);
                        seen.add(pair);
                    }
                } catch (Exception e) {
                    mixed.add(String.valueOf(e));
                }
            }));
        }
        try {
            rules.put(publish("test", "another", "XX-02"), "XX-02 a visit");
            long second = live();
            assertThat(post("/rules/rollback", max, Json.createObjectBuilder().add("live", second))
                            .statusCode())
                    .isEqualTo(204);
            rules.put(publish("test", "a third", "XX-03"), "XX-03 a visit");
            String last = book();
            Patience.until(
                    installation,
                    "a decision by the last version",
                    () -> seen.stream().anyMatch(pair -> pair.startsWith(last)) || !mixed.isEmpty());
        } finally {
            isOver.set(true);
        }
        shops.forEach(CompletableFuture::join);
        assertThat(mixed).isEmpty();
        assertThat(seen)
                .hasSizeGreaterThanOrEqualTo(2)
                .isSubsetOf(rules.entrySet().stream()
                        .map(rule -> rule.getKey() + " " + rule.getValue())
                        .toList());
    }

    private void keepsItsWordAfterARestart() throws Exception {
        String book = book();
        assertThat(status("/rules/CA-01/stop", mia)).isEqualTo(204);
        String without = book();
        Instant soon = Instant.now();
        long later = id(write(mia, "later", "pricing/test.drl", ALWAYS.formatted("XX-04")));
        assertThat(status("/rules/drafts/" + later + "/propose", mia)).isEqualTo(204);
        JsonObjectBuilder tomorrow =
                Json.createObjectBuilder().add("from", soon.plusSeconds(86_400).toString());
        assertThat(post("/rules/drafts/" + later + "/approve", max, tomorrow).statusCode())
                .isEqualTo(204);
        installation.shell("stop");
        Mishaps.done(installation.start("--json"));
        assertThat(book()).isEqualTo(without).isNotEqualTo(book);
        assertThat(decision("C0000001").getJsonObject("versions").getString("rules"))
                .isEqualTo(without);
        assertThat(get("/rules/versions").getJsonObject("inForce").getJsonArray("stopped"))
                .containsExactly(Json.createValue("CA-01"));
        assertThat(get("/rules/drafts/" + later).getJsonObject("version").getString("state"))
                .isEqualTo("scheduled");
    }

    private void isInTheAuditTrail() throws Exception {
        shop.close();
        TableContents contents = TableContents.of(TableContents.copyOfEmbedded(installation.home()));
        for (String deed : List.of(
                "drafted",
                "simulated",
                "shadow-begun",
                "shadow-ended",
                "proposed",
                "approved",
                "rolled-back",
                "stopped",
                "resumed")) {
            assertThat(contents.holds("audit_entry", "rules." + deed)).as(deed).isTrue();
        }
    }

    private String base() throws IOException {
        return installation.address() + "/api/v1";
    }

    private JsonObject get(String path) throws Exception {
        HttpResponse<String> answer = Installation.get(base() + path, analyst);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body());
    }

    private HttpResponse<String> post(String path, String key, JsonObjectBuilder body) throws Exception {
        return Installation.postJson(base() + path, key, body.build().toString());
    }

    private int status(String path, String key) throws Exception {
        return post(path, key, Json.createObjectBuilder()).statusCode();
    }

    private long live() throws Exception {
        return get("/rules/versions").getJsonObject("inForce").getInt("version");
    }

    private String book() throws Exception {
        return get("/rules/versions").getJsonObject("inForce").getString("book");
    }

    private HttpResponse<String> write(String key, String title, String path, String text) throws Exception {
        return post(
                "/rules/drafts",
                key,
                Json.createObjectBuilder()
                        .add("title", title)
                        .add(
                                "files",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("path", path)
                                                .add("text", text))));
    }

    private static long id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Installation.object(answer.body()).getInt("id");
    }

    /** The numbers in force with another value for one of them. */
    private String file(String path) throws Exception {
        return get("/rules/versions/" + live()).getJsonArray("files").getValuesAs(JsonObject.class).stream()
                .filter(file -> file.getString("path").equals(path))
                .map(file -> file.getString("text"))
                .collect(Collectors.joining());
    }

    private String numbers(String name, String before, String after) throws Exception {
        String text = file(NUMBERS);
        String changed = text.replace(name + ":\n  {value: " + before, name + ":\n  {value: " + after);
        assertThat(changed).isNotEqualTo(text);
        return changed;
    }

    private JsonObject simulated(long draft, long run) throws Exception {
        String path = "/rules/drafts/" + draft;
        HttpResponse<String> begun =
                post(path + "/simulate", mia, Json.createObjectBuilder().add("run", run));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        Patience.until(installation, "the simulation", () -> {
            JsonObject now = get(path + "/simulation");
            assertThat(now.getString("status")).as(now.toString()).isNotEqualTo("failed");
            return now.getString("status").equals("completed");
        });
        return get(path + "/simulation").getJsonObject("findings");
    }

    private static Map<String, Long> counts(JsonObject found, String side) {
        Map<String, Long> counts = new TreeMap<>();
        JsonObject kinds = found.getJsonObject("kinds");
        kinds.keySet().forEach(kind -> {
            long count = kinds.getJsonObject(kind).getInt(side);
            if (count > 0) {
                counts.put(kind, count);
            }
        });
        return counts;
    }

    /** Of the run in force, by kind. */
    private Map<String, Long> decisions() throws Exception {
        JsonObject counts = get("/overview").getJsonObject("decisions");
        return counts.keySet().stream()
                .collect(Collectors.toMap(
                        kind -> kind, kind -> (long) counts.getInt(kind), (one, other) -> one, TreeMap::new));
    }

    private JsonObject answer(String customer) throws Exception {
        HttpResponse<String> answer = Installation.send(
                HttpRequest.newBuilder(URI.create(base() + "/decisions"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"customer\":\"" + customer + "\",\"moment\":\"visit\"}")),
                installation.token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Installation.object(answer.body());
    }

    private Set<String> fired(String customer) throws Exception {
        return new TreeSet<>(answer(customer).getJsonArray("fired").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList());
    }

    /** The one about the price: the rule of the test always makes it. */
    private JsonObject decision(String customer) throws Exception {
        return answer(customer).getJsonArray("decisions").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("kind").equals("pricing.no-discount"))
                .findFirst()
                .orElseThrow();
    }
}
