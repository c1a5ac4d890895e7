package perennial.verification;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An installation of the product, used as people use it: by its shell and over its interface. */
public final class Installation {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path home;

    private Installation(Path home) {
        this.home = home;
    }

    public static Installation empty(String name) throws IOException {
        Path work = Files.createDirectories(Path.of(System.getProperty("perennial.work")));
        return new Installation(Files.createTempDirectory(work, name).resolve("data"));
    }

    /** What a shell command printed and how it ended. */
    public record Said(int exit, String out, String errors) {
        public JsonObject json() {
            return object(out);
        }
    }

    public Path home() {
        return home;
    }

    public Said shell(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dperennial.distribution=" + distribution(),
                "-cp",
                distribution().resolve("cli") + "/*",
                "perennial.cli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data-dir", home.toString()));
        Path out = home.resolveSibling("shell.out");
        Path errors = home.resolveSibling("shell.err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        int exit = process.onExit().join().exitValue();
        return new Said(exit, Files.readString(out), Files.readString(errors));
    }

    private static Path distribution() {
        return Path.of(System.getProperty("perennial.dist"));
    }

    public String address() throws IOException {
        return shell("status", "--json").json().getString("address");
    }

    public String key(String role) throws IOException {
        return shell("key", "create", "--name", role, "--role", role).out().strip();
    }

    public static HttpResponse<String> get(String address, String key) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
