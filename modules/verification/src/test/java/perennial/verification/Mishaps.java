package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import perennial.pipeline.Station;

/**
 * A shop on its way into an installation and through its first run, watched over the interface, so that something can
 * happen at a place that a seed has chosen.
 */
final class Mishaps {
    static final int CUSTOMERS = 600;
    static final int WEEKS = 104;

    /** Lines between two words on how far an import is. */
    private static final int TOLD_EACH = 5_000;

    private final Random chance;
    private final String base;
    private final String token;

    private Mishaps(Random chance, String base, String token) {
        this.chance = chance;
        this.base = base;
        this.token = token;
    }

    /** Of an installation whose server has just been started. */
    static Mishaps of(Installation installation, Random chance) throws IOException {
        return new Mishaps(chance, installation.address() + "/api/v1", installation.token());
    }

    /** What happens at the place. */
    @FunctionalInterface
    interface Mishap {
        void happen() throws Exception;
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

    static void done(Installation.Said said) {
        assertThat(said.exit()).as(said.errors() + said.out()).isZero();
    }

    /** The file that the mishaps of an import are about; it answers at once. */
    void sendEvents(Path shop) throws Exception {
        var answer = Installation.post(
                base + "/imports?mapping=perennial-events&file=events.ndjson.gz",
                token,
                shop.resolve("events.ndjson.gz"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    void startRun() throws Exception {
        assertThat(Installation.post(base + "/runs", token).statusCode()).isEqualTo(201);
    }

    /** In one of four parts of the file, at a line of it that chance chooses. */
    void whileImporting(int part, Mishap mishap) throws Exception {
        double place = (part + chance.nextDouble()) / 4;
        JsonObject report = latest("/imports");
        while (isBefore(report, place)) {
            report = latest("/imports");
        }
        mishap.happen();
    }

    private static boolean isBefore(JsonObject report, double place) {
        assertThat(report.getString("state")).isIn("waiting", "reading");
        return report.getString("state").equals("waiting")
                || report.isNull("linesTotal")
                || report.getInt("linesRead") < place * report.getInt("linesTotal") - TOLD_EACH;
    }

    /** As soon as a step runs, or, where it tells how far it is, in the half of it up to a place that chance chooses. */
    void whileAt(Station station, Mishap mishap) throws Exception {
        boolean tells = station == Station.FEATURES || station == Station.SEGMENTS || station == Station.DECISIONS;
        double place = tells ? chance.nextDouble() / 2 : 0;
        JsonObject step = step(station);
        while (!step.getString("status").equals("running")
                || (tells && (step.isNull("total") || step.getInt("done") < place * step.getInt("total")))) {
            assertThat(step.getString("status")).as(step.toString()).isIn("queued", "running");
            step = step(station);
        }
        mishap.happen();
    }

    private JsonObject step(Station station) throws Exception {
        return latest("/runs").getJsonArray("steps").getJsonObject(station.ordinal());
    }

    /** The newest of a list. */
    private JsonObject latest(String path) throws Exception {
        var answer = Installation.get(base + path, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body()).getJsonArray("items").getJsonObject(0);
    }

    void awaitImport() throws Exception {
        awaitEnd("/imports", "state");
    }

    void awaitRun() throws Exception {
        awaitEnd("/runs", "status");
    }

    private void awaitEnd(String path, String word) throws Exception {
        JsonObject report = latest(path);
        while (!report.getString(word).equals("completed")) {
            assertThat(report.getString(word)).as(report.toString()).isNotEqualTo("failed");
            pause();
            report = latest(path);
        }
    }

    /** So that who asks how far it is does not take the time that it needs. */
    static void pause() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS))
                .join();
    }
}
