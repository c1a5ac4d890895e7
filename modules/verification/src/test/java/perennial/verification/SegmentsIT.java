package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two weekly runs of a shop whose team calls a segment by a name of its own in between. */
class SegmentsIT {
    @Test
    void ids_and_names_last_from_run_to_run_and_a_name_that_people_give_does_too() throws Exception {
        Path shop = Installation.simulatedShop("shop", 400, 60);
        Installation installation = Installation.empty("segments");
        try {
            Mishaps.done(installation.start("--json"));
            Mishaps.openShop(installation, shop);
            Mishaps life = Mishaps.of(installation);
            life.startRun();
            life.awaitRun();
            String key = installation.key("analyst");
            JsonObject first = segments(installation, key);
            assertThat(first.getJsonArray("items"))
                    .isNotEmpty()
                    .allSatisfy(segment ->
                            assertThat(segment.asJsonObject().isNull("origin")).isTrue());
            String tag = tag(installation, key);
            String chosen = first.getJsonArray("items").getJsonObject(0).getString("id");
            assertThat(rename(installation, key, chosen, "{\"name\":\"Our friends\",\"nameZh\":\"我们的朋友\"}"))
                    .isEqualTo(204);
            assertThat(tag(installation, key)).isNotEqualTo(tag);
            refuses(installation, key, first);
            life.startRun();
            life.awaitRun();
            JsonObject second = segments(installation, key);
            Map<String, String> names = names(first);
            names.put(chosen, "Our friends");
            assertThat(names(second)).isEqualTo(names);
            assertThat(second.getJsonArray("items"))
                    .extracting(segment ->
                            segment.asJsonObject().getJsonObject("origin").getString("kind"))
                    .containsOnly("continued");
            assertThat(object(installation, key, "/models/segmentation").getJsonArray("ended"))
                    .isEmpty();
            assertThat(search(installation, key).getString("cause")).isEqualTo("first");
            assertThat(search(installation, key).getJsonObject("drift")).isNotEmpty();
            assertThat(member(installation, key, chosen).getString("segment")).isEqualTo("Our friends");
            HttpResponse<String> forgotten = send(
                    installation,
                    key,
                    "/segments/" + chosen + "/name",
                    HttpRequest.newBuilder().DELETE());
            assertThat(forgotten.statusCode()).isEqualTo(204);
            assertThat(names(segments(installation, key))).isEqualTo(names(first));
            String wish = installation.address() + "/api/v1/models/segmentation/search";
            assertThat(Installation.post(wish, installation.token()).statusCode())
                    .isEqualTo(204);
            life.startRun();
            life.awaitRun();
            assertThat(search(installation, key).getString("cause")).isEqualTo("demand");
        } finally {
            installation.shell("stop");
        }
    }

    private static void refuses(Installation installation, String key, JsonObject segments) throws Exception {
        List<String> ids = List.copyOf(names(segments).keySet());
        assertThat(rename(installation, key, ids.get(1), "{\"name\":\"our friends\"}"))
                .isEqualTo(400);
        assertThat(rename(installation, key, ids.get(1), "{\"name\":\" \"}")).isEqualTo(400);
        assertThat(rename(installation, key, ids.get(1), "{}")).isEqualTo(400);
        assertThat(rename(installation, key, "s99", "{\"name\":\"Nobody\"}")).isEqualTo(404);
    }

    private static JsonObject member(Installation installation, String key, String segment) throws Exception {
        JsonObject members = object(installation, key, "/segments/" + segment + "/customers?limit=1");
        String id = members.getJsonArray("items").getJsonObject(0).getString("id");
        return object(installation, key, "/customers/" + id);
    }

    private static Map<String, String> names(JsonObject segments) {
        return segments.getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .collect(Collectors.toMap(
                        segment -> segment.getString("id"),
                        segment -> segment.getString("name"),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static JsonObject search(Installation installation, String key) throws Exception {
        return object(installation, key, "/models/segmentation").getJsonObject("search");
    }

    private static JsonObject segments(Installation installation, String key) throws Exception {
        return object(installation, key, "/segments");
    }

    private static JsonObject object(Installation installation, String key, String path) throws Exception {
        HttpResponse<String> answer = Installation.get(installation.address() + "/api/v1" + path, key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Installation.object(answer.body());
    }

    private static String tag(Installation installation, String key) throws Exception {
        return Installation.get(installation.address() + "/api/v1/segments", key)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private static int rename(Installation installation, String key, String id, String json) throws Exception {
        HttpRequest.Builder put =
                HttpRequest.newBuilder().PUT(BodyPublishers.ofString(json)).header("Content-Type", "application/json");
        return send(installation, key, "/segments/" + id + "/name", put).statusCode();
    }

    private static HttpResponse<String> send(
            Installation installation, String key, String path, HttpRequest.Builder request) throws Exception {
        return Installation.send(request.uri(URI.create(installation.address() + "/api/v1" + path)), key);
    }
}
