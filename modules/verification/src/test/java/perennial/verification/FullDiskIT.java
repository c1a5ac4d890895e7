package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.pipeline.Station;
import perennial.verification.console.Visit;

/**
 * The disk of the data directory is full: a file system of its own that fits into memory, so this needs a Linux that
 * lets the test mount one, as root in CI; elsewhere the test is left out and says so.
 */
class FullDiskIT {
    private static final String SIZE = "size=700m";
    private static final String MAPPING = """
            kind: costs
            fields:
              from: von
              to: bis
              kind: art
              channel: kanal
              amount: betrag
            """;

    private interface Life {
        void of(Installation installation, Visit visit) throws Exception;
    }

    @Test
    void a_full_disk_refuses_what_it_cannot_keep_for_the_moment_and_recovers_by_itself() throws Exception {
        onSmallDisk(FullDiskIT::fillAndFree);
    }

    @Test
    void a_run_at_work_when_the_last_byte_goes_is_taken_up_again_when_there_is_room() throws Exception {
        onSmallDisk(FullDiskIT::fillDuringRun);
    }

    private static void onSmallDisk(Life life) throws Exception {
        Installation installation = Mishaps.installation("disk");
        Path home = Files.createDirectories(installation.home());
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", home.toString()),
                "a file system can't be mounted here");
        try {
            Visit visit = Mishaps.begin(installation);
            Mishaps.openShop(installation, Installation.simulatedShop("shop", 300, 60));
            life.of(installation, visit);
        } finally {
            installation.shell("stop");
            ran("umount", home.toString());
        }
    }

    private static void fillDuringRun(Installation installation, Visit visit) throws Exception {
        Path filler = installation.home().resolve("filler");
        Mishaps life = Mishaps.of(installation);
        life.startRun();
        // the longest step of a small shop, with several more behind it
        Patience.until(installation, "a run that chooses a model", () -> life.isAt(Station.VALUE_CHOICE));
        fill(filler);
        Patience.until(
                installation,
                "a database that is shut",
                () -> Installation.get(installation.address() + "/health/ready", "any-key")
                        .body()
                        .contains("\"database\",\"status\":\"DOWN\""));
        Files.delete(filler);
        life.awaitReady();
        life.awaitRun();
    }

    private static void fillAndFree(Installation installation, Visit visit) throws Exception {
        Path shop = Installation.simulatedShop("events", 300, 60);
        String base = installation.address() + "/api/v1";
        JsonObject before = Installation.object(
                Installation.get(base + "/imports", installation.token()).body());
        Path filler = installation.home().resolve("filler");
        fill(filler);

        HttpResponse<String> refused = send(installation, shop);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("make room");
        assertThat(files(installation.home().resolve("inbox"))).isEmpty();
        assertThat(Installation.get(installation.address() + "/health/ready", "any-key")
                        .statusCode())
                .isEqualTo(503);
        assertThat(installation.isAlive()).isTrue();
        assertThat(Installation.get(base + "/imports", installation.token()).statusCode())
                .isEqualTo(200);
        for (HttpRequest.Builder call :
                Stream.concat(Stream.of(decision(base)), writing(base).stream()).toList()) {
            HttpResponse<String> answer = Installation.send(call, installation.token());
            assertThat(answer.statusCode()).as(call.build() + answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("make room");
        }
        assertConsoleSaysSo(visit);

        Files.delete(filler);
        Mishaps.of(installation).awaitReady();
        assertThat(Installation.object(Installation.get(base + "/imports", installation.token())
                        .body()))
                .isEqualTo(before);
        HttpResponse<String> taken = send(installation, shop);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        Mishaps.of(installation).awaitImport();
        for (HttpRequest.Builder call : writing(base)) {
            HttpResponse<String> answer = Installation.send(call, installation.token());
            assertThat(answer.statusCode()).as(call.build() + answer.body()).isBetween(200, 299);
        }
        Mishaps.of(installation).awaitRun();
        HttpResponse<String> decided = Installation.send(decision(base), installation.token());
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
    }

    /** In both languages, since it may be that nobody can be asked which one the visitor reads. */
    private static void assertConsoleSaysSo(Visit visit) throws Exception {
        HttpResponse<String> page = visit.submit(
                "/password",
                "change",
                Map.of(
                        "current",
                        "one",
                        "chosen",
                        "another one that is long",
                        "again",
                        "another one that is long",
                        "save",
                        "save"));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body())
                .contains("For the moment nothing can be read or kept")
                .contains("暂时无法读取或保存")
                .doesNotContain("Exception");
    }

    private static HttpRequest.Builder decision(String base) {
        return call(
                base + "/decisions",
                "POST",
                "application/json",
                "{\"customer\":\"C0000001\",\"moment\":\"order\",\"order\":{\"id\":\"n-1\",\"amount\":4900}}");
    }

    /** Calls of other kinds than files, each of which leaves something. */
    private static List<HttpRequest.Builder> writing(String base) throws IOException {
        return List.of(
                call(base + "/keys", "POST", "application/json", "{\"name\":\"crm\",\"role\":\"reader\"}"),
                call(base + "/users", "POST", "application/json", "{\"name\":\"mary\",\"role\":\"reader\"}"),
                call(base + "/mappings/ours", "PUT", "text/plain", MAPPING),
                call(base + "/runs", "POST", "text/plain", ""));
    }

    private static HttpRequest.Builder call(String address, String method, String type, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(Installation installation, Path shop) throws Exception {
        return Installation.post(
                installation.address() + "/api/v1/imports?mapping=perennial-events&file=events.ndjson.gz",
                installation.token(),
                shop.resolve("events.ndjson.gz"));
    }

    /** To the last byte. */
    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream to = Files.newOutputStream(filler)) {
            while (true) {
                to.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(filler).getUsableSpace()).isLessThan(block.length);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static boolean ran(String... command) {
        try {
            return new ProcessBuilder(command)
                            .inheritIO()
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
