package perennial.cli.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import perennial.cli.terminal.Failure;

/** A running server as its interface under {@code /api/v1} shows it to an operator. */
public final class RemoteServer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client;
    private final URI address;
    private final Supplier<String> token;
    private final Locale locale;

    private RemoteServer(URI address, Supplier<String> token, Locale locale) {
        // The server is on this machine or next to it: a proxy of the way out has no part in it.
        this.client = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.address = address;
        this.token = token;
        this.locale = locale;
    }

    /**
     * @param address scheme, host and port
     * @param token asked for at each call, since a server that starts writes a new one
     */
    public static RemoteServer at(URI address, Supplier<String> token, Locale locale) {
        return new RemoteServer(address, token, locale);
    }

    public URI address() {
        return address;
    }

    /** Whether it is up, its schema in place and the operator's token written. */
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return uninterrupted(request).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public Answer get(String path) {
        return new Answer(asObject(send(request("/api/v1" + path).timeout(PATIENCE))));
    }

    /** The objects of a list, whether it comes as a page {items, next} or bare. */
    public List<Answer> list(String path) {
        JsonValue body = send(request("/api/v1" + path).timeout(PATIENCE));
        JsonObject page = body instanceof JsonArray bare
                ? Json.createObjectBuilder().add("items", bare).build()
                : asObject(body);
        return new Answer(page).objects("items");
    }

    public Answer post(String path) {
        return post(path, BodyPublishers.noBody(), "application/json");
    }

    public Answer post(String path, JsonObject body) {
        return post(path, BodyPublishers.ofString(body.toString()), "application/json");
    }

    /** Sends a file as it lies on the disk; there is no limit of time, for there is none of size. */
    public Answer post(String path, Path file) throws FileNotFoundException {
        return post(path, BodyPublishers.ofFile(file), "application/octet-stream");
    }

    private Answer post(String path, BodyPublisher body, String contentType) {
        return new Answer(asObject(send(request("/api/v1" + path).POST(body).header("Content-Type", contentType))));
    }

    public void put(String path, String contentType, String body) {
        send(request("/api/v1" + path)
                .timeout(PATIENCE)
                .PUT(BodyPublishers.ofString(body))
                .header("Content-Type", contentType));
    }

    /** Sends what may be of any size; there is no limit of time, as the server answers when all of it is in place. */
    public void put(String path, String contentType, InputStream body) {
        send(request("/api/v1" + path)
                .PUT(BodyPublishers.ofInputStream(() -> body))
                .header("Content-Type", contentType));
    }

    /** An answer that may be of any size, as it comes. */
    public InputStream stream(String path) {
        HttpRequest request = request("/api/v1" + path).timeout(PATIENCE).build();
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return response.body();
            }
            String body = new String(response.body().readAllBytes(), UTF_8);
            throw refusal(response, new Answer(asObject(parsed(body))));
        } catch (IOException e) {
            throw Failure.serverDown("server.down", address.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    public void patch(String path, JsonObject change) {
        send(request("/api/v1" + path)
                .timeout(PATIENCE)
                .method("PATCH", BodyPublishers.ofString(change.toString()))
                .header("Content-Type", "application/json"));
    }

    public void delete(String path) {
        send(request("/api/v1" + path).timeout(PATIENCE).DELETE());
    }

    /** A name as a segment of a path or a value of a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token.get())
                .header("Accept-Language", locale.getLanguage().equals("zh") ? "zh-CN" : "en");
    }

    private JsonValue send(HttpRequest.Builder request) {
        HttpResponse<String> response;
        try {
            response = uninterrupted(request.build());
        } catch (IOException e) {
            throw Failure.serverDown("server.down", address.toString());
        }
        JsonValue body = parsed(response.body());
        if (response.statusCode() >= 300) {
            throw refusal(response, new Answer(asObject(body)));
        }
        return body;
    }

    private HttpResponse<String> uninterrupted(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    private Failure refusal(HttpResponse<?> response, Answer problem) {
        if (response.statusCode() == 401) {
            return Failure.of("server.unauthorized", address.toString());
        }
        if (problem.isEmpty()) {
            return Failure.of(
                    "server.strange", response.request().method() + " " + response.uri(), response.statusCode());
        }
        String what = problem.text("detail").or(() -> problem.text("title")).orElse("HTTP " + response.statusCode());
        String said = problem.text("field").map(field -> field + ": ").orElse("")
                + problem.text("reason").orElse(what);
        return problem.text("fix")
                .map(fix -> Failure.of("server.refused.with-fix", said, fix))
                .orElseGet(() -> Failure.of("server.refused", said));
    }

    private static JsonObject asObject(JsonValue body) {
        return body instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** Whatever is not JSON, as the page of a proxy or nothing at all, says nothing to us. */
    private static JsonValue parsed(String body) {
        if (body.isBlank()) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.read();
        } catch (JsonException e) {
            return JsonValue.NULL;
        }
    }
}
