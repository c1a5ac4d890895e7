package perennial.verification.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import perennial.kernel.Progress;
import perennial.simulator.Simulation;
import perennial.verification.Installation;
import perennial.verification.container.Database;

/**
 * The example CRM of the documentation beside the product. It registers before the first run, is away when that run
 * comes into force, answers with faults when it is back, and has in the end what the interface tells, each piece once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrmIT {
    private static final int CUSTOMERS = 300;
    private static final int FAULTS = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Installation installation;
    private final Database database;
    private final Threshold threshold = new Threshold(FAULTS);
    private String api = "";
    private String key = "";
    private ExampleCrm crm;
    private HttpServer door;
    private long webhook;

    CrmIT() throws IOException {
        installation = Installation.empty("crm");
        database = Database.chosen();
        crm = new ExampleCrm("", "");
        door = HttpServer.create();
    }

    @BeforeAll
    void the_run_comes_into_force_while_the_crm_is_away() throws Exception {
        List<String> start = new ArrayList<>(List.of("start", "--sample", "none", "--json"));
        database.address().ifPresent(address -> start.addAll(List.of("--database-url", address)));
        Installation.Said said = installation.shell(start.toArray(String[]::new));
        assertThat(said.exit()).as(said.errors()).isZero();
        api = installation.address() + "/api/v1/";
        key = installation
                .shell("key", "create", "--name", "crm", "--role", "administrator")
                .out()
                .strip();
        crm = new ExampleCrm(api, key);
        fillShop();
        int port = freePort();
        webhook = crm.register(URI.create("http://127.0.0.1:" + port + "/perennial"));
        assertThat(installation.shell("run", "--json").exit()).isZero();
        until(() -> get("webhooks/" + webhook + "/deliveries").getJsonArray("items").stream()
                .anyMatch(delivery -> delivery.asJsonObject().getInt("attempts") > 0));
        door = crm.door(port, threshold);
        door.start();
        until(() -> get("webhooks/" + webhook).getInt("waiting") == 0);
    }

    private void fillShop() throws Exception {
        Path folder = installation.home().resolveSibling("files");
        Simulation.run(Simulation.Settings.of(CUSTOMERS, 60, 11), folder, Progress.SILENT);
        installation.shell(
                "shop", "--name", "Beside a CRM", "--currency", "EUR", "--zone", "Europe/Berlin", "--historic");
        for (String file : List.of("customers.csv", "catalogue.csv", "orders.csv.gz", "events.ndjson.gz")) {
            String kind = file.substring(0, file.indexOf('.'));
            JsonObject started = post(
                    "imports?mapping=perennial-" + kind + "&file=" + file, BodyPublishers.ofFile(folder.resolve(file)));
            until(() ->
                    get("imports/" + started.getInt("id")).getString("state").equals("completed"));
        }
    }

    @AfterAll
    void stop() throws IOException {
        door.stop(0);
        installation.shell("stop");
        database.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void the_crm_has_every_decision_once_and_as_the_interface_tells_it() throws Exception {
        List<JsonObject> told = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = get("decisions?limit=500" + next);
            told.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
            next = page.isNull("next") ? "" : "&cursor=" + page.getString("next");
        } while (!next.isEmpty());
        assertThat(crm.tasks())
                .isNotEmpty()
                .extracting(ExampleCrm.Task::decision)
                .containsExactlyInAnyOrderElementsOf(told);
        assertThat(crm.tasks())
                .allSatisfy(task ->
                        assertThat(task.customer()).isEqualTo(task.decision().getString("customer")));
    }

    @Test
    void the_crm_was_told_the_stages_that_a_pull_of_all_customers_finds() throws Exception {
        ExampleCrm late = new ExampleCrm(api, key);
        late.pullCustomers();
        assertThat(crm.stages()).hasSize(CUSTOMERS).isEqualTo(late.stages());
    }

    @Test
    void the_faults_are_seen_and_led_to_repetitions_and_the_numbers_have_no_gap() throws Exception {
        JsonArray deliveries =
                get("webhooks/" + webhook + "/deliveries?limit=500").getJsonArray("items");
        long next = 1;
        for (int i = deliveries.size() - 1; i >= 0; i--) {
            JsonObject delivery = deliveries.getJsonObject(i);
            assertThat(delivery.getInt("first")).isEqualTo(next);
            assertThat(delivery.getString("state")).isEqualTo("delivered");
            next = delivery.getInt("last") + 1L;
        }
        assertThat(deliveries.getJsonObject(deliveries.size() - 1).getInt("attempts"))
                .isGreaterThan(1 + FAULTS);
        assertThat(next - 1).isEqualTo(CUSTOMERS + crm.tasks().size());
    }

    @Test
    void a_delivery_sent_again_changes_nothing() throws Exception {
        List<ExampleCrm.Task> before = crm.tasks();
        int passed = threshold.passed();
        post("webhooks/" + webhook + "/deliveries/1/redeliver", BodyPublishers.noBody());
        until(() -> threshold.passed() > passed && get("webhooks/" + webhook).getInt("waiting") == 0);
        assertThat(crm.tasks()).isEqualTo(before);
    }

    @Test
    void what_perennial_did_not_sign_just_now_is_turned_away() throws Exception {
        List<ExampleCrm.Task> before = crm.tasks();
        String forged = "t=" + Instant.now().getEpochSecond() + ",v1=" + "0".repeat(64);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + door.getAddress().getPort() + "/perennial"))
                .header("Perennial-Signature", forged)
                .POST(BodyPublishers.ofString("{\"events\":[]}"))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        assertThat(crm.tasks()).isEqualTo(before);
    }

    @Test
    void an_order_goes_back_for_a_decision() throws Exception {
        long order = crm.sendOrder(crm.tasks().get(0), "CRM-1", Instant.parse("2024-03-01T10:00:00Z"));
        until(() -> crm.importReport(order).getString("state").equals("completed"));
        JsonObject report = crm.importReport(order);
        assertThat(report.getJsonObject("setApart")).isEmpty();
        assertThat(report.getJsonObject("accepted")).isNotEmpty();
    }

    @Test
    void an_address_that_is_none_is_refused_by_name_and_only_an_administrator_may_ask() throws Exception {
        var refused = CLIENT.send(
                request(api + "webhooks", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"address\":\"ftp://crm\",\"kinds\":[\"decision.made\"]}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Installation.object(refused.body()).getString("field")).isEqualTo("address");
        var closed = CLIENT.send(
                request(api + "webhooks", installation.key("reader")).build(), BodyHandlers.ofString());
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(get("webhooks").toString()).doesNotContain("secret");
    }

    @Test
    void the_key_that_seals_the_secrets_is_for_its_owner_only() throws Exception {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(installation.home().resolve("webhooks.key"))))
                .isEqualTo("rw-------");
    }

    private static HttpRequest.Builder request(String address, String key) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + key);
    }

    private JsonObject get(String path) throws Exception {
        var answer = Installation.get(api + path, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body());
    }

    private JsonObject post(String path, HttpRequest.BodyPublisher body) throws Exception {
        var answer = CLIENT.send(request(api + path, key).POST(body).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
        return answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : Installation.object(answer.body());
    }

    private static void until(Callable<Boolean> reached) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!reached.call()) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
                    .join();
        }
    }
}
