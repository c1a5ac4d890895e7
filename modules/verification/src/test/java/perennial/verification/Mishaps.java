package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import perennial.pipeline.Station;
import perennial.verification.console.Visit;

/** A shop on its way into an installation and through its first run, watched over the interface. */
record Mishaps(Installation installation) {

    static Mishaps of(Installation installation) {
        return new Mishaps(installation);
    }

    /** Starts an empty installation; who has logged in at its console is in its tables too. */
    static Visit begin(Installation installation, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(options));
        Installation.Said started = installation.start(all.toArray(String[]::new));
        done(started);
        Visit visit = new Visit(installation.address());
        assertThat(visit.logIn("admin", started.json().getString("consolePassword"))
                        .statusCode())
                .isEqualTo(302);
        return visit;
    }

    static void openShop(Installation installation, Path shop) throws IOException {
        done(installation.shell(
                "shop", "--name", "Shop", "--currency", "EUR", "--zone", "Europe/Berlin", "--historic"));
        for (List<String> file : List.of(
                List.of("customers.csv", "perennial-customers"),
                List.of("catalogue.csv", "perennial-catalogue"),
                List.of("orders.csv.gz", "perennial-orders"),
                List.of("costs.csv", "perennial-costs"))) {
            done(installation.shell("import", shop.resolve(file.get(0)).toString(), "--mapping", file.get(1)));
        }
    }

    /** One whose weekly run finishes its choices and searches, so that no clock decides what is in the tables. */
    static Installation installation(String name) throws IOException {
        return Installation.empty(name)
                .with("PERENNIAL_VALUE_CHOICE_SECONDS", "86400")
                .with("PERENNIAL_SEGMENTATION_SEARCH_SECONDS", "86400");
    }

    /** A small one: what happens to it does not depend on how long it takes. */
    static Path shop() throws IOException {
        return Installation.simulatedShop("shop", 300, 60);
    }

    /** The events of a shop, in three files. */
    static List<Path> eventFiles(Path shop) throws IOException {
        List<String> lines;
        try (InputStream packed = Files.newInputStream(shop.resolve("events.ndjson.gz"))) {
            lines = new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<Path> files = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            List<String> some = lines.subList(part * lines.size() / 3, (part + 1) * lines.size() / 3);
            Path file = shop.resolve("events-" + part + ".ndjson.gz");
            try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(file))) {
                to.write((String.join("\n", some) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            files.add(file);
        }
        return files;
    }

    /** An installation to which nothing happened, stopped after its first run. */
    static Installation undisturbed(Path shop, List<Path> events, String... options) throws Exception {
        Installation installation = installation("undisturbed");
        try {
            begin(installation, options);
            openShop(installation, shop);
            Mishaps life = of(installation);
            life.addWebhookThatIsPaused();
            for (Path file : events) {
                life.sendEvents(file);
                life.awaitImport();
            }
            life.startRun();
            life.awaitRun();
        } finally {
            installation.shell("stop");
        }
        return installation;
    }

    static void done(Installation.Said said) {
        assertThat(said.exit()).as(said.errors() + said.out()).isZero();
    }

    private String base() throws IOException {
        return installation.address() + "/api/v1";
    }

    /** What becomes valid is written to the outbox and stays there. */
    void addWebhookThatIsPaused() throws Exception {
        String webhook = Json.createObjectBuilder()
                .add("address", "https://crm.example/hook")
                .add("kinds", Json.createArrayBuilder().add("decision.made").add("stage.changed"))
                .build()
                .toString();
        HttpResponse<String> added = Installation.send(
                HttpRequest.newBuilder(URI.create(base() + "/webhooks"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(webhook)),
                installation.token());
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String pause = base() + "/webhooks/"
                + Installation.object(added.body()).getJsonObject("webhook").getInt("id") + "/pause";
        assertThat(Installation.post(pause, installation.token()).statusCode()).isEqualTo(204);
    }

    /** Answers at once, and the file is read after that. */
    void sendEvents(Path file) throws Exception {
        HttpResponse<String> answer = Installation.post(
                base() + "/imports?mapping=perennial-events&file=" + file.getFileName(), installation.token(), file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    void startRun() throws Exception {
        assertThat(Installation.post(base() + "/runs", installation.token()).statusCode())
                .isEqualTo(201);
    }

    JsonObject latestImport() throws Exception {
        return latest("/imports").orElseThrow();
    }

    JsonObject latestRun() throws Exception {
        return latest("/runs").orElseThrow();
    }

    /** Whether the newest run is in that step. */
    boolean isAt(Station station) throws Exception {
        JsonObject step = latestRun().getJsonArray("steps").getJsonObject(station.ordinal());
        return step.getString("status").equals("running");
    }

    /**
     * The newest of a list; empty where the server asks to come again, as it may for some moments after it was ready: it
     * throws out one by one the connections that it had before its database was away.
     */
    private Optional<JsonObject> latest(String path) throws Exception {
        HttpResponse<String> answer = Installation.get(base() + path, installation.token());
        if (answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent()) {
            return Optional.empty();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Optional.of(
                Installation.object(answer.body()).getJsonArray("items").getJsonObject(0));
    }

    void awaitImport() throws Exception {
        awaitCompleted("/imports", "state");
    }

    void awaitRun() throws Exception {
        awaitCompleted("/runs", "status");
    }

    private void awaitCompleted(String path, String state) throws Exception {
        Patience.until(installation, "the end of the newest of " + path, () -> {
            Optional<JsonObject> report = latest(path);
            Optional<String> reached = report.map(newest -> newest.getString(state));
            assertThat(reached).as(report.toString()).isNotEqualTo(Optional.of("failed"));
            return reached.equals(Optional.of("completed"));
        });
    }

    void awaitReady() throws Exception {
        Patience.until(
                installation,
                "a server that is ready",
                () -> Installation.get(installation.address() + "/health/ready", "any-key")
                                .statusCode()
                        == 200);
    }
}
