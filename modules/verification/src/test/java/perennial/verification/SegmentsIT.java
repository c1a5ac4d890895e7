package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
            assertThat(moves(installation, key)).isEmpty();
            List<String> eager = rarest(installation, key, first);
            buyMuch(installation, shop, eager);
            areFollowedWithoutARun(installation, key, first, eager);
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
            tellsWhoMoved(installation, key, second, eager);
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

    /** Five customers of the segment that buys least often. */
    static List<String> rarest(Installation installation, String key, JsonObject segments) throws Exception {
        String id = segments.getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .min(Comparator.comparing(segment -> segment.getJsonObject("centroid")
                        .getJsonNumber("frequency")
                        .doubleValue()))
                .orElseThrow()
                .getString("id");
        return object(installation, key, "/segments/" + id + "/customers?limit=5").getJsonArray("items").stream()
                .map(member -> member.asJsonObject().getString("id"))
                .toList();
    }

    static void buyMuch(Installation installation, Path files, List<String> customers) throws Exception {
        Instant now = Instant.parse(
                object(installation, installation.token(), "/overview").getString("asOf"));
        StringBuilder orders = new StringBuilder("order_id,customer_id,at,kind,sku,quantity,unit_price,channel,coupon,"
                + "payment_country,shipping_country\n");
        for (String customer : customers) {
            for (int week = 1; week < 12; week++) {
                Instant at = now.minus(Duration.ofDays(7L * week));
                orders.append("%s-%d,%s,%s,purchase,GIFT-1,9,99.90,web,,,\n".formatted(customer, week, customer, at));
            }
        }
        Path file = Files.writeString(files.resolve("eager.csv"), orders);
        Mishaps.done(installation.shell("import", file.toString(), "--mapping", "perennial-orders"));
    }

    private static void areFollowedWithoutARun(
            Installation installation, String key, JsonObject before, List<String> eager) throws Exception {
        Patience.until(
                installation,
                "the eager customers in another segment",
                () -> !sizes(segments(installation, key)).equals(sizes(before)));
        Map<String, Integer> now = sizes(segments(installation, key));
        assertThat(now.values().stream().mapToInt(size -> size).sum())
                .isEqualTo(
                        sizes(before).values().stream().mapToInt(size -> size).sum());
        for (Map.Entry<String, Integer> segment : now.entrySet()) {
            String members = "/segments/" + segment.getKey() + "/customers?limit=500";
            assertThat(object(installation, key, members).getJsonArray("items"))
                    .as("members of " + segment.getKey())
                    .hasSize(segment.getValue());
        }
        for (String customer : eager) {
            JsonObject seen = object(installation, key, "/customers/" + customer);
            assertThat(seen.getJsonArray("segmentHistory"))
                    .as("the way of " + customer)
                    .hasSize(1);
        }
    }

    private static Map<String, Integer> sizes(JsonObject segments) {
        Map<String, Integer> sizes = new TreeMap<>();
        segments.getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .forEach(segment -> sizes.put(segment.getString("id"), segment.getInt("size")));
        return sizes;
    }

    private static JsonArray moves(Installation installation, String key) throws Exception {
        return object(installation, key, "/segments/moves").getJsonArray("passages");
    }

    private static void tellsWhoMoved(Installation installation, String key, JsonObject segments, List<String> eager)
            throws Exception {
        List<JsonObject> passages = moves(installation, key).getValuesAs(JsonObject.class);
        assertThat(passages.stream().mapToLong(way -> way.getInt("customers")).sum())
                .isEqualTo(segments.getJsonArray("items").stream()
                        .mapToLong(segment -> segment.asJsonObject().getInt("size"))
                        .sum());
        assertThat(passages.stream().filter(way -> !way.getString("fromId").equals(way.getString("toId"))))
                .isNotEmpty()
                .allSatisfy(way -> assertThat(way.getJsonArray("causes").stream()
                                .mapToInt(cause -> cause.asJsonObject().getInt("customers"))
                                .sum())
                        .isEqualTo(way.getInt("customers")));
        for (String customer : eager) {
            JsonObject portrait = object(installation, key, "/customers/" + customer);
            assertThat(portrait.getJsonArray("segmentHistory")).singleElement().satisfies(move -> {
                assertThat(move.asJsonObject().getString("toId")).isEqualTo(portrait.getString("segmentId"));
                assertThat(move.asJsonObject().getString("feature")).isNotEmpty();
            });
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
