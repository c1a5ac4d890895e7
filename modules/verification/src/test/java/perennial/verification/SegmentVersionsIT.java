package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People decide about versions of the segments, programs read them meanwhile, and a run fails. */
class SegmentVersionsIT {
    private final CautiousShop shop;
    private final Installation installation;
    private final String analyst;

    SegmentVersionsIT() throws IOException {
        shop = CautiousShop.opened("versions");
        installation = shop.installation();
        analyst = installation.key("analyst");
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    @Test
    void a_version_waits_for_a_person_who_approves_or_rejects_it_and_goes_back_from_it() throws Exception {
        long first = shop.run();
        assertThat(live()).isEqualTo(first);
        assertThat(model().getJsonObject("live").getString("decidedBy")).isEqualTo("system");
        refuses("approve", Json.createObjectBuilder().add("proposal", first).build(), 409);
        refuses("rollback", Json.createObjectBuilder().add("live", first).build(), 409);
        shop.newcomersBuy();
        long second = shop.run();
        waits(first, second);
        approvesAndGoesBack(first, second);
        rejects(first, shop.run());
        readsWhileItIsDecided(first, shop.run());
        keepsWhoChanged(first, shop.run());
        putsAChurnModelBack(first);
        raisesWhatDoesNotWaitForTheNextRunAndOnce();
        scoresByTheChurnModelThatWasPutBack(first);
        failsAndShowsIt(first);
        shop.close();
        String database = TableContents.copyOfEmbedded(installation.home());
        countsAreThoseOfTheTables(database);
        TableContents contents = TableContents.of(database);
        assertThat(contents.holds("audit_entry", "churn.model.put-back")).isTrue();
        for (String deed : List.of("went-live", "proposed", "approved", "rejected", "rolled-back")) {
            assertThat(contents.holds("audit_entry", "segmentation." + deed))
                    .as(deed)
                    .isTrue();
        }
    }

    private void waits(long first, long second) throws Exception {
        JsonObject model = model();
        assertThat(live()).isEqualTo(first);
        JsonObject proposal = model.getJsonObject("proposal");
        JsonObject version = proposal.getJsonObject("version");
        assertThat(version.getInt("id")).isEqualTo((int) second);
        assertThat(version.getString("state")).isEqualTo("proposed");
        assertThat(version.getString("reason")).contains("of the customers would change the segment");
        assertThat(proposal.getJsonNumber("movedShare").doubleValue()).isGreaterThan(0);
        Map<String, Long> before = sizes(proposal, "before");
        assertThat(sizes()).isEqualTo(before).isEqualTo(members());
        assertThat(proposal.getInt("customers")).isEqualTo((int)
                before.values().stream().mapToLong(size -> size).sum());
        JsonObject seen = Json.createObjectBuilder().add("proposal", second).build();
        String reader = installation.key("reader");
        assertThat(decide("approve", seen, reader)).isEqualTo(403);
        refuses("approve", Json.createObjectBuilder().add("proposal", first).build(), 409);
        refuses("approve", JsonValue.EMPTY_JSON_OBJECT, 400);
        refuses(
                "approve",
                Json.createObjectBuilder(seen).add("comment", "x".repeat(501)).build(),
                400);
        assertThat(live()).isEqualTo(first);
    }

    private void approvesAndGoesBack(long first, long second) throws Exception {
        JsonObject proposal = model().getJsonObject("proposal");
        Map<String, Long> before = sizes();
        String tag = tag();
        JsonObject seen = Json.createObjectBuilder()
                .add("proposal", second)
                .add("comment", "we asked for it")
                .build();
        assertThat(decide("approve", seen, analyst)).isEqualTo(204);
        assertThat(tag()).isNotEqualTo(tag);
        assertThat(live()).isEqualTo(second);
        assertThat(model().getJsonObject("live").getString("reason")).isEqualTo("we asked for it");
        assertThat(model().isNull("proposal")).isTrue();
        assertThat(sizes()).isEqualTo(sizes(proposal, "after")).isEqualTo(members());
        refuses("approve", seen, 409);
        JsonObject back = Json.createObjectBuilder().add("live", second).build();
        assertThat(decide("rollback", back, analyst)).isEqualTo(204);
        assertThat(live()).isEqualTo(first);
        assertThat(sizes()).isEqualTo(before).isEqualTo(members());
        refuses("rollback", back, 409);
        assertThat(states()).containsExactly("replaced", "live");
    }

    private void rejects(long first, long third) throws Exception {
        Map<String, Long> before = sizes();
        JsonObject seen = Json.createObjectBuilder().add("proposal", third).build();
        assertThat(decide("reject", seen, analyst)).isEqualTo(204);
        assertThat(live()).isEqualTo(first);
        assertThat(sizes()).isEqualTo(before);
        refuses("approve", seen, 409);
        assertThat(states()).containsExactly("rejected", "replaced", "live");
    }

    /** Every list that is read meanwhile is that of one of the two versions, whole. */
    private void readsWhileItIsDecided(long first, long fourth) throws Exception {
        JsonObject proposal = model().getJsonObject("proposal");
        List<Map<String, Long>> both = List.of(sizes(proposal, "before"), sizes(proposal, "after"));
        AtomicBoolean isOver = new AtomicBoolean();
        List<CompletableFuture<Void>> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(CompletableFuture.runAsync(() -> {
                try {
                    while (!isOver.get()) {
                        assertThat(both).contains(sizes());
                        assertThat(both).contains(sizes(model()));
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        try {
            JsonObject seen = Json.createObjectBuilder().add("proposal", fourth).build();
            assertThat(decide("approve", seen, analyst)).isEqualTo(204);
            assertThat(sizes()).isEqualTo(both.get(1));
            JsonObject back = Json.createObjectBuilder().add("live", fourth).build();
            assertThat(decide("rollback", back, analyst)).isEqualTo(204);
        } finally {
            isOver.set(true);
        }
        readers.forEach(CompletableFuture::join);
        assertThat(live()).isEqualTo(first);
    }

    /** Whoever changed since the run is placed as they are now by the version that is put in force too. */
    private void keepsWhoChanged(long first, long fifth) throws Exception {
        Map<String, Long> placed = sizes();
        String eager =
                SegmentsIT.rarest(installation, analyst, get("/segments")).get(0);
        SegmentsIT.buyMuch(installation, shop.files(), List.of(eager));
        Patience.until(installation, "who bought much in another segment", () -> !sizes().equals(placed));
        Map<String, Long> followed = sizes();
        assertThat(followed).isEqualTo(members());
        JsonObject proposal = model().getJsonObject("proposal");
        JsonObject seen = Json.createObjectBuilder().add("proposal", fifth).build();
        assertThat(decide("approve", seen, analyst)).isEqualTo(204);
        assertThat(sizes()).isEqualTo(members()).isNotEqualTo(sizes(proposal, "after"));
        JsonObject back = Json.createObjectBuilder().add("live", fifth).build();
        assertThat(decide("rollback", back, analyst)).isEqualTo(204);
        assertThat(live()).isEqualTo(first);
        assertThat(sizes()).isEqualTo(followed).isEqualTo(members());
    }

    /** Where no margin is asked for, each run's model takes over, if only by being as good. */
    private void putsAChurnModelBack(long first) throws Exception {
        String path = "/models/churn/versions";
        JsonObject model = get("/models/churn");
        assertThat(model.getString("state")).isEqualTo("trained");
        assertThat(model.getJsonArray("gain")).hasSize(21);
        assertThat(model.getJsonArray("calibration")).isNotEmpty();
        assertThat(model.getJsonArray("importances")).isNotEmpty();
        assertThat(model.getJsonArray("drift")).isNotEmpty();
        assertThat(model.getJsonArray("groups").stream()
                        .map(group -> group.asJsonObject().getString("grouping")))
                .contains("stage", "segment");
        assertThat(get("/models/churn/search").getJsonArray("trials")).isNotEmpty();
        List<JsonObject> versions = get(path).getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(versions.get(0).getInt("id")).isEqualTo(model.getInt("version"));
        assertThat(versions.get(0).getString("state")).isEqualTo("in_force");
        assertThat(versions.get(0).getJsonObject("card").getString("reason")).isNotBlank();
        assertThat(putBack(first, "x".repeat(501), analyst)).isEqualTo(400);
        assertThat(putBack(9_999, "", analyst)).isEqualTo(404);
        assertThat(putBack(model.getInt("version"), "", analyst)).isEqualTo(409);
        assertThat(putBack(first, "the newer one is odd", analyst)).isEqualTo(204);
        assertThat(putBack(first, "", analyst)).isEqualTo(409);
        JsonObject back = get(path).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(version -> version.getInt("id") == first)
                .findFirst()
                .orElseThrow();
        assertThat(back.getString("state")).isEqualTo("next");
        assertThat(back.getJsonObject("decision").getString("comment")).isEqualTo("the newer one is odd");
        assertThat(get("/models/churn").getInt("version")).isEqualTo(model.getInt("version"));
    }

    /** All who are looked at together are looked at in the order of their ids, so that the last tells of the others. */
    private void raisesWhatDoesNotWaitForTheNextRunAndOnce() throws Exception {
        QuietRegulars quiet = new QuietRegulars(installation, shop.files());
        List<String> names = List.of("quiet-1", "quiet-2", "quiet-3", "quiet-4", "quiet-5", "quiet-6");
        Instant last = quiet.areHeardOf(names);
        List<List<JsonObject>> alarms = new ArrayList<>();
        List<List<JsonObject>> answers = new ArrayList<>();
        for (String name : names) {
            Patience.until(
                    installation,
                    "the alarm of " + name,
                    () -> !quiet.alarms(name).isEmpty());
            assertThat(quiet.alarms(name)).singleElement().satisfies(alarm -> {
                assertThat(alarm.getString("moment")).isEqualTo("silence");
                assertThat(Instant.parse(alarm.getString("happened"))).isEqualTo(last);
            });
            alarms.add(quiet.alarms(name));
            answers.add(quiet.answers(name));
        }
        // who is held out for comparison is raised too, and gets nothing
        assertThat(answers).anySatisfy(some -> assertThat(some).isNotEmpty());
        assertThat(answers)
                .allSatisfy(some -> assertThat(some).hasSizeLessThan(2).allSatisfy(answer -> {
                    assertThat(answer.getString("kind")).isEqualTo("marketing.win-back");
                    assertThat(answer.getJsonArray("rules").toString()).contains("WB-08");
                }));
        quiet.areHeardOf(List.of("quiet-9"));
        Patience.until(
                installation,
                "the alarm of who came later",
                () -> !quiet.alarms("quiet-9").isEmpty());
        for (int i = 0; i < names.size(); i++) {
            assertThat(quiet.alarms(names.get(i))).isEqualTo(alarms.get(i));
            assertThat(quiet.answers(names.get(i))).isEqualTo(answers.get(i));
        }
    }

    /** Where a margin is asked for that no model reaches, the next run's scores are those of the one that was put back. */
    private void scoresByTheChurnModelThatWasPutBack(long first) throws Exception {
        installation.shell("stop");
        Mishaps.done(installation.with("PERENNIAL_CHURN_MARGIN_AUC", "0.9").start("--json"));
        long run = shop.run();
        JsonObject model = get("/models/churn");
        assertThat(model.getInt("version")).isEqualTo((int) first);
        assertThat(model.getString("reason")).contains("stays");
        Map<String, String> states = get("/models/churn/versions").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .collect(Collectors.toMap(version -> "" + version.getInt("id"), version -> version.getString("state")));
        assertThat(states).containsEntry("" + first, "in_force").containsEntry("" + run, "beaten");
        JsonObject atRisk = get("/churn/at-risk?limit=1").getJsonArray("items").getJsonObject(0);
        JsonObject told = get("/customers/" + atRisk.getString("id") + "/churn");
        assertThat(told.getJsonNumber("probability").doubleValue())
                .isEqualTo(atRisk.getJsonNumber("churnProbability").doubleValue());
    }

    private int putBack(long version, String comment, String key) throws Exception {
        String address = installation.address() + "/api/v1/models/churn/versions/" + version + "/put-back";
        String body = Json.createObjectBuilder().add("comment", comment).build().toString();
        return Installation.postJson(address, key, body).statusCode();
    }

    /** A search within less than no time is refused by the step itself. */
    private void failsAndShowsIt(long first) throws Exception {
        Map<String, Long> before = sizes();
        installation.shell("stop");
        Mishaps.done(
                installation.with("PERENNIAL_SEGMENTATION_SEARCH_SECONDS", "-1").start("--json"));
        String wish = installation.address() + "/api/v1/models/segmentation/search";
        assertThat(Installation.post(wish, installation.token()).statusCode()).isEqualTo(204);
        Mishaps life = Mishaps.of(installation);
        life.startRun();
        Patience.until(installation, "the failure of the run", () -> {
            String status = life.latestRun().getString("status");
            assertThat(status).isIn("queued", "running", "failed");
            return status.equals("failed");
        });
        JsonObject model = model();
        assertThat(model.getJsonObject("failure").getInt("run"))
                .isEqualTo(life.latestRun().getInt("id"));
        assertThat(model.getJsonObject("failure").getString("reason")).startsWith("segments: ");
        assertThat(live()).isEqualTo(first);
        assertThat(sizes()).isEqualTo(before).isEqualTo(members());
    }

    private static void countsAreThoseOfTheTables(String database) throws Exception {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            String inForce = "(select run_id from run_in_force)";
            // As the run placed them, and with what has changed since.
            for (Map.Entry<String, String> table : Map.of(
                            "segment_member", "size", "customer_row", "size + size_change")
                    .entrySet()) {
                Map<String, Long> told = counts(
                        statement,
                        "select segment_id, " + table.getValue() + " from segment where " + table.getValue()
                                + " > 0 and run_id = " + inForce);
                assertThat(told).isNotEmpty();
                assertThat(counts(
                                statement,
                                "select segment_id, count(*) from " + table.getKey()
                                        + " where segment_id is not null and run_id = " + inForce
                                        + " group by segment_id"))
                        .as(table.getKey())
                        .isEqualTo(told);
            }
        }
    }

    private static Map<String, Long> counts(Statement statement, String sql) throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    private JsonObject get(String path) throws Exception {
        HttpResponse<String> answer = Installation.get(installation.address() + "/api/v1" + path, analyst);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body());
    }

    private JsonObject model() throws Exception {
        return get("/models/segmentation");
    }

    private long live() throws Exception {
        return model().getJsonObject("live").getInt("id");
    }

    private List<String> states() throws Exception {
        return get("/models/segmentation/versions").getJsonArray("items").stream()
                .map(version -> version.asJsonObject().getString("state"))
                .toList();
    }

    private String tag() throws Exception {
        return Installation.get(installation.address() + "/api/v1/segments", analyst)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private void refuses(String deed, JsonObject body, int status) throws Exception {
        assertThat(decide(deed, body, analyst)).as(deed + " " + body).isEqualTo(status);
    }

    private int decide(String deed, JsonObject body, String key) throws Exception {
        String address = installation.address() + "/api/v1/models/segmentation/" + deed;
        return Installation.postJson(address, key, body.toString()).statusCode();
    }

    private Map<String, Long> sizes() throws Exception {
        return sizes(get("/segments").getJsonArray("items").getValuesAs(JsonObject.class), "size");
    }

    private static Map<String, Long> sizes(JsonObject model) {
        return sizes(model.getJsonArray("segments").getValuesAs(JsonObject.class), "size");
    }

    private static Map<String, Long> sizes(JsonObject proposal, String side) {
        return sizes(proposal.getJsonArray("sizes").getValuesAs(JsonObject.class), side);
    }

    private static Map<String, Long> sizes(List<JsonObject> segments, String field) {
        return segments.stream()
                .filter(segment -> segment.getInt(field) > 0)
                .collect(Collectors.toMap(
                        segment -> segment.getString("id"),
                        segment -> (long) segment.getInt(field),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Counted from the lists of customers. */
    private Map<String, Long> members() throws Exception {
        Map<String, Long> members = new TreeMap<>();
        for (String id : sizes().keySet()) {
            JsonObject page = get("/segments/" + id + "/customers?limit=500");
            assertThat(page.isNull("next")).isTrue();
            members.put(id, (long) page.getJsonArray("items").size());
        }
        return members;
    }
}
