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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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

    @Test
    void a_full_disk_refuses_what_it_cannot_keep_for_the_moment_and_recovers_by_itself() throws Exception {
        Installation installation = Mishaps.installation("disk");
        Path home = Files.createDirectories(installation.home());
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", home.toString()),
                "a file system can't be mounted here");
        try {
            Mishaps.done(installation.start());
            fillAndFree(installation, Installation.simulatedShop("shop", 300, 60));
        } finally {
            installation.shell("stop");
            ran("umount", home.toString());
        }
    }

    private static void fillAndFree(Installation installation, Path shop) throws Exception {
        Mishaps.openShop(installation, shop);
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
        for (HttpRequest.Builder call : writing(base)) {
            HttpResponse<String> answer = Installation.send(call, installation.token());
            assertThat(answer.statusCode()).as(call.build() + answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("make room");
        }

        Files.delete(filler);
        awaitReady(installation);
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

    private static void awaitReady(Installation installation) throws Exception {
        int status = 0;
        while (status != 200) {
            Mishaps.pause();
            status = Installation.get(installation.address() + "/health/ready", "any-key")
                    .statusCode();
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
