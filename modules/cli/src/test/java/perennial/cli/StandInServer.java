package perennial.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A server of the same interface with next to nothing behind it: what is sent in is kept in memory, an import and a run
 * take two looks to end. Its main stands in for the real launcher's.
 */
final class StandInServer implements AutoCloseable {
    static final String TOKEN = "the-operators-token-of-this-installation";
    private static final List<String> STEPS = List.of(
            "features", "stages", "value_choice", "value", "segments", "churn", "metrics", "decisions", "overview");

    private final HttpServer http;
    private final List<String> requests = new ArrayList<>();
    private final Map<String, JsonObject> keys = new LinkedHashMap<>();
    private final Map<String, JsonObject> users = new LinkedHashMap<>();
    private final List<String> imported = new ArrayList<>();
    private final Map<String, String> mappings = new LinkedHashMap<>();
    private Optional<JsonObject> shop = Optional.empty();
    private int looksAtImport;
    private int looksAtRun;
    private int looksAtSimulation;
    private int runs;
    private boolean isRunBroken;
    private boolean isBackupBroken;
    private Optional<String> restored = Optional.empty();

    private StandInServer(HttpServer http) {
        this.http = http;
        http.createContext("/", this::answer);
        http.start();
    }

    static StandInServer started() {
        return on(0);
    }

    private static StandInServer on(int port) {
        try {
            return new StandInServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Told by the environment like the real launcher. */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(System.getenv("PERENNIAL_HOME"));
        if (System.getenv("PERENNIAL_DATABASE_URL") != null) {
            System.out.println("the database does not answer");
            System.exit(1);
        }
        Files.writeString(home.resolve("operator.token"), TOKEN + "\n");
        on(Integer.parseInt(System.getenv("PERENNIAL_PORT")));
        System.out.println("stand-in server started" + System.getProperty("more.words", ""));
    }

    int port() {
        return http.getAddress().getPort();
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized List<String> imported() {
        return List.copyOf(imported);
    }

    synchronized Map<String, String> mappings() {
        return Map.copyOf(mappings);
    }

    synchronized Optional<JsonObject> shop() {
        return shop;
    }

    synchronized StandInServer withShop(String settings) {
        shop = Optional.of(parsed(settings));
        return this;
    }

    synchronized StandInServer withRunGoingOn() {
        runs = 1;
        return this;
    }

    synchronized StandInServer withBrokenRuns() {
        isRunBroken = true;
        return this;
    }

    synchronized StandInServer withBrokenBackups() {
        isBackupBroken = true;
        return this;
    }

    /** The query and the length of what was restored. */
    synchronized Optional<String> restored() {
        return restored;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/health/ready")) {
                send(exchange, 200, "{\"status\":\"UP\"}");
            } else if (!isKnown(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, problem(401, "no key, or one that is not known"));
            } else {
                requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                answer(exchange, exchange.getRequestMethod() + " " + path.substring("/api/v1".length()), body);
            }
        }
    }

    private boolean isKnown(String authorization) {
        return ("Bearer " + TOKEN).equals(authorization)
                || keys.keySet().stream().anyMatch(name -> ("Bearer " + secret(name)).equals(authorization));
    }

    private static String secret(String name) {
        return "secret-of-" + name + "-0123456789-0123456789";
    }

    private void answer(HttpExchange exchange, String request, String body) throws IOException {
        String last = request.substring(request.lastIndexOf('/') + 1);
        switch (request.replaceAll("(customers|imports|runs|keys|users|mappings)/.*", "$1/*")) {
            case "GET /instance" -> send(exchange, 200, instance());
            case "PUT /instance/shop" -> {
                shop = Optional.of(parsed(body));
                send(exchange, 204, "");
            }
            case "GET /keys" -> send(exchange, 200, array(keys));
            case "POST /keys" -> makeKey(exchange, parsed(body));
            case "DELETE /keys/*" -> send(exchange, keys.remove(last) == null ? 404 : 204, "");
            case "GET /users" -> send(exchange, 200, array(users));
            case "POST /users" -> makeUser(exchange, parsed(body));
            case "PATCH /users/*" -> changeUser(exchange, last, parsed(body));
            case "POST /users/*" -> send(exchange, 201, "{\"password\":\"a-new-one-by-chance\"}");
            case "GET /webhooks" -> send(exchange, 200, "{\"items\":[" + Answers.WEBHOOK + "],\"next\":null}");
            case "POST /webhooks" -> send(exchange, 201, Answers.REGISTERED);
            case "POST /webhooks/3/pause", "POST /webhooks/3/resume", "DELETE /webhooks/3" -> send(exchange, 204, "");
            case "PUT /mappings/*" -> {
                mappings.put(last, body);
                send(exchange, 204, "");
            }
            case "POST /imports" -> takeIn(exchange);
            case "GET /imports/*" -> send(exchange, 200, report());
            case "GET /backup" -> sendBackup(exchange);
            case "PUT /backup" -> {
                restored = Optional.of(exchange.getRequestURI().getQuery() + " " + body.length());
                send(exchange, 204, "");
            }
            case "POST /runs" -> {
                runs++;
                looksAtRun = 0;
                send(exchange, 201, "{\"id\":" + runs + ",\"status\":\"queued\"}");
            }
            case "GET /runs/*" -> {
                looksAtRun++;
                send(exchange, 200, run());
            }
            case "POST /rules/drafts" -> send(exchange, 201, "{\"id\":7}");
            case "POST /rules/drafts/7/simulate" -> {
                looksAtSimulation = 0;
                send(exchange, 200, simulation());
            }
            case "GET /rules/drafts/7/simulation" -> {
                looksAtSimulation++;
                send(exchange, 200, simulation());
            }
            case "DELETE /rules/drafts/7" -> send(exchange, 204, "");
            case "GET /overview" -> send(exchange, 200, Answers.OVERVIEW);
            case "GET /segments" -> send(exchange, 200, Answers.SEGMENTS);
            case "GET /models/churn" -> send(exchange, 200, Answers.CHURN);
            case "GET /customers/*" -> customer(exchange, last);
            default -> send(exchange, 404, problem(404, "there is no " + request));
        }
    }

    private void sendBackup(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("perennial-backup"));
            zip.closeEntry();
            if (!isBackupBroken) {
                zip.putNextEntry(new ZipEntry("end"));
                zip.closeEntry();
            }
        }
        exchange.sendResponseHeaders(200, bytes.size());
        exchange.getResponseBody().write(bytes.toByteArray());
    }

    private void makeKey(HttpExchange exchange, JsonObject request) throws IOException {
        String name = request.getString("name");
        if (keys.containsKey(name)) {
            send(exchange, 409, problem(409, "a key named \"" + name + "\" exists; choose another name"));
            return;
        }
        keys.put(name, request);
        send(
                exchange,
                201,
                Json.createObjectBuilder(request)
                        .add("secret", secret(name))
                        .build()
                        .toString());
    }

    private void makeUser(HttpExchange exchange, JsonObject request) throws IOException {
        String name = request.getString("name");
        users.put(name, request);
        send(exchange, 201, "{\"name\":\"" + name + "\",\"password\":\"one-made-by-chance\"}");
    }

    private void changeUser(HttpExchange exchange, String name, JsonObject change) throws IOException {
        Optional<JsonObject> user = Optional.ofNullable(users.get(name));
        if (user.isEmpty()) {
            send(exchange, 404, problem(404, "no user \"" + name + "\""));
            return;
        }
        JsonObject changed = Json.createObjectBuilder(user.get())
                .addAll(Json.createObjectBuilder(change))
                .build();
        users.put(name, changed);
        send(exchange, 200, changed.toString());
    }

    private void takeIn(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI());
        if (String.valueOf(query.get("mapping")).equals("unheard-of")) {
            JsonObject problem = Json.createObjectBuilder()
                    .add("title", "Bad Request")
                    .add("status", 400)
                    .add("detail", "mapping: there is no such mapping; put it first")
                    .add("field", "mapping")
                    .add("reason", "there is no such mapping")
                    .add("fix", "put it first")
                    .build();
            send(exchange, 400, problem.toString());
            return;
        }
        imported.add(query.get("file") + " by " + query.get("mapping"));
        looksAtImport = 0;
        send(exchange, 201, "{\"id\":" + imported.size() + ",\"state\":\"waiting\"}");
    }

    private String report() {
        looksAtImport++;
        return looksAtImport < 2
                ? "{\"id\":1,\"state\":\"reading\",\"linesRead\":2,\"linesTotal\":4}"
                : "{\"id\":1,\"state\":\"completed\",\"linesRead\":4,\"linesTotal\":4,\"accepted\":{\"customers\":3},"
                        + "\"setApart\":{\"no id\":1},\"duplicates\":0,\"known\":0,\"failure\":null}";
    }

    private String run() {
        if (isRunBroken) {
            return "{\"id\":" + runs + ",\"status\":\"failed\",\"failure\":\"the disk is full\",\"steps\":[]}";
        }
        boolean isOver = looksAtRun > 1;
        JsonArrayBuilder steps = Json.createArrayBuilder();
        STEPS.forEach(name -> steps.add(Json.createObjectBuilder()
                .add("name", name)
                .add("status", isOver ? "completed" : "running")
                .add("done", isOver ? 5000 : 1200)
                .add("total", 5000)
                .add("rate", 2500.5)
                .add("secondsLeft", isOver ? 0 : 2)));
        return Json.createObjectBuilder()
                .add("id", runs)
                .add("status", isOver ? "completed" : "running")
                .add("steps", steps)
                .build()
                .toString();
    }

    private String simulation() {
        return looksAtSimulation < 2
                ? "{\"version\":7,\"status\":\"running\",\"findings\":null}"
                : "{\"version\":7,\"status\":\"completed\",\"findings\":{\"customers\":5000}}";
    }

    private String instance() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("version", "0.1.0");
        json.add("state", shop.isPresent() ? "open" : "empty");
        shop.ifPresentOrElse(settings -> json.add("shop", settings), () -> json.addNull("shop"));
        if (runs > 0) {
            json.add("lastRun", Json.createReader(new StringReader(run())).readObject());
        } else {
            json.addNull("lastRun");
        }
        return json.build().toString();
    }

    private static void customer(HttpExchange exchange, String id) throws IOException {
        if (id.equals("17850")) {
            send(exchange, 200, Answers.CUSTOMER);
        } else {
            send(exchange, 404, problem(404, "there is no customer " + id));
        }
    }

    private static String array(Map<String, JsonObject> objects) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        objects.values().forEach(array::add);
        return array.build().toString();
    }

    private static JsonObject parsed(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery().split("&")) {
            int at = pair.indexOf('=');
            query.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), UTF_8));
        }
        return query;
    }

    private static String problem(int status, String detail) {
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("status", status)
                .add("detail", detail)
                .build()
                .toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 300 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
