package perennial.verification.crm;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A small CRM beside Perennial, which docs/crm.md explains piece by piece; what is quoted there stands here. */
final class ExampleCrm {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Clock clock = Clock.systemUTC();
    private final String perennial;
    private final String key;
    private final Map<String, String> stages = new TreeMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private String secret = "";
    private long taken;

    /** @param perennial such as {@code http://127.0.0.1:8080/api/v1/} */
    ExampleCrm(String perennial, String key) {
        this.perennial = perennial;
        this.key = key;
    }

    /** What somebody here has to do for a customer, because Perennial decided it. */
    record Task(String customer, JsonObject decision) {}

    void pullCustomers() throws IOException, InterruptedException {
        String cursor = "";
        do {
            JsonObject page = json(ask("customers?limit=500" + cursor));
            for (JsonObject customer : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                stages.put(customer.getString("id"), customer.getString("stage"));
            }
            cursor = page.isNull("next") ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());
    }

    private HttpRequest ask(String path) {
        return HttpRequest.newBuilder(URI.create(perennial + path))
                .header("Authorization", "Bearer " + key)
                .build();
    }

    private JsonObject json(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        try (JsonReader reader = Json.createReader(answer.body())) {
            JsonObject body = reader.readObject();
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(body.getString("detail") + " " + body.getString("fix", ""));
            }
            return body;
        }
    }

    /** Asks to be told; the secret is in this answer only, so keep it. */
    long register(URI door) throws IOException, InterruptedException {
        JsonObject webhook = Json.createObjectBuilder()
                .add("address", door.toString())
                .add("kinds", Json.createArrayBuilder().add("decision.made").add("stage.changed"))
                .add("description", "The example CRM")
                .build();
        JsonObject registered = json(send("webhooks", "application/json", webhook.toString()));
        secret = registered.getString("secret");
        return registered.getInt("id");
    }

    private HttpRequest send(String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(perennial + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** The door that Perennial knocks at; it opens when it is started. */
    HttpServer door(int port, Filter... before) throws IOException {
        HttpServer door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        door.createContext("/perennial", this::receive).getFilters().addAll(List.of(before));
        return door;
    }

    private void receive(HttpExchange request) throws IOException {
        byte[] body = request.getRequestBody().readAllBytes();
        boolean isGenuine = isGenuine(request.getRequestHeaders().getFirst("Perennial-Signature"), body);
        if (isGenuine) {
            takeIn(body);
        }
        request.sendResponseHeaders(isGenuine ? 204 : 401, -1);
        request.close();
    }

    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** Whether Perennial sent this, and sent it just now: a copy of an old request is worth nothing. */
    private boolean isGenuine(@Nullable String signature, byte[] body) {
        Matcher parts = SIGNATURE.matcher(String.valueOf(signature));
        if (!parts.matches()) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        boolean isFresh = Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
        return isFresh && MessageDigest.isEqual(HexFormat.of().parseHex(parts.group(2)), hmac(parts.group(1), body));
    }

    private byte[] hmac(String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Numbers rise without gaps, so whatever is not above the last one was here before. */
    private synchronized void takeIn(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            for (JsonObject event : reader.readObject().getJsonArray("events").getValuesAs(JsonObject.class)) {
                long number = event.getJsonNumber("number").longValue();
                if (number > taken) {
                    act(event);
                    taken = number;
                }
            }
        }
    }

    private void act(JsonObject event) {
        String customer = event.getString("customer");
        switch (event.getString("kind")) {
            case "decision.made" -> tasks.add(new Task(customer, event.getJsonObject("decision")));
            case "stage.changed" ->
                stages.put(customer, event.getJsonObject("stage").getString("to"));
            default -> {
                // A kind that came with a later version: nothing that this one has to do.
            }
        }
    }

    /** The customer took the offer: the order goes back, and its coupon says which decision it follows. */
    long sendOrder(Task task, String order, Instant at) throws IOException, InterruptedException {
        String file = "order_id,customer_id,at,kind,sku,quantity,unit_price,channel,coupon,payment_country,"
                + "shipping_country\n"
                + String.join(",", order, task.customer(), at.toString(), "purchase", "GIFT-1", "2", "19.90", "crm")
                + ",P-" + task.decision().getInt("id") + ",,\n";
        return json(send("imports?mapping=perennial-orders&file=" + order + ".csv", "text/csv", file))
                .getInt("id");
    }

    /** What became of a file: its state, the rows taken over and the lines set apart, by reason. */
    JsonObject importReport(long id) throws IOException, InterruptedException {
        return json(ask("imports/" + id));
    }

    synchronized Map<String, String> stages() {
        return Map.copyOf(stages);
    }

    synchronized List<Task> tasks() {
        return List.copyOf(tasks);
    }
}
