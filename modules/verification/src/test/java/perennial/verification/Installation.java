package perennial.verification;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An installation of the product, used as people use it: by its shell and over its interface. */
public final class Installation {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int LAST_LINES = 30;

    private final Path home;
    private final Map<String, String> environment;

    private Installation(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    public static Installation empty(String name) throws IOException {
        Path work = Files.createDirectories(Path.of(System.getProperty("perennial.work")));
        return new Installation(Files.createTempDirectory(work, name).resolve("data"), Map.of());
    }

    /** The same, with one more setting in the environment of its commands. */
    public Installation with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Installation(home, more);
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
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data-dir", home.toString()));
        return said(home.resolveSibling("shell"), environment, all);
    }

    /** Starts it without a sample, on a port that nobody else takes meanwhile. */
    Said start(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("start", "--sample", "none", "--port", "" + freePort()));
        all.addAll(List.of(more));
        return shell(all.toArray(String[]::new));
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A shop made up by the shell, in a folder of its own. */
    static Path simulatedShop(String name, int customers, int weeks) throws IOException {
        Path work = Files.createDirectories(Path.of(System.getProperty("perennial.work")));
        Path folder = Files.createTempDirectory(work, name);
        Said said = said(
                folder.resolveSibling(folder.getFileName() + "-shell"),
                Map.of(),
                List.of(
                        "simulate",
                        "--customers",
                        Integer.toString(customers),
                        "--weeks",
                        Integer.toString(weeks),
                        "--seed",
                        "1",
                        "--out",
                        folder.toString()));
        if (said.exit() != 0) {
            throw new IOException(said.errors());
        }
        return folder;
    }

    private static Said said(Path output, Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dperennial.distribution=" + distribution(),
                "-cp",
                distribution().resolve("cli") + "/*",
                "perennial.cli.Main"));
        command.addAll(arguments);
        Path out = output.resolveSibling(output.getFileName() + ".out");
        Path errors = output.resolveSibling(output.getFileName() + ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        await(process);
        return new Said(process.exitValue(), Files.readString(out), Files.readString(errors));
    }

    private static void await(Process process) throws IOException {
        try {
            process.onExit().get(Patience.LONGEST.toMinutes() * 4, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("it does not end: " + process.info().commandLine(), e);
        }
    }

    private static Path distribution() {
        return Path.of(System.getProperty("perennial.dist"));
    }

    /** Ends the server as a power cut would, from outside and without a word. */
    void kill() throws IOException {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit()
                .orTimeout(Patience.LONGEST.toMinutes(), TimeUnit.MINUTES)
                .join();
    }

    /** What the threads of the server are at. */
    String threads() throws IOException {
        Path told = home.resolveSibling("threads.txt");
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        await(new ProcessBuilder(jcmd, Long.toString(process().pid()), "Thread.print")
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start());
        return Files.readString(told);
    }

    /** Whether the server lives and what its threads are at, else what it said of its own crash; and the end of its log. */
    String lastWords() throws IOException {
        List<String> words = new ArrayList<>();
        long pid = server().getJsonNumber("pid").longValue();
        Path log = home.resolve("log/server.log");
        Path crash = log.resolveSibling("crash-" + pid + ".log");
        if (ProcessHandle.of(pid).isPresent()) {
            words.add("the server lives:\n" + threads());
        } else {
            words.add("the server, process " + pid + ", is gone");
        }
        if (Files.exists(crash)) {
            words.addAll(Files.readAllLines(crash).stream().limit(LAST_LINES).toList());
        }
        List<String> lines = Files.readAllLines(log);
        words.addAll(lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return String.join("\n", words);
    }

    boolean isAlive() throws IOException {
        return process().isAlive();
    }

    private JsonObject server() throws IOException {
        return object(Files.readString(home.resolve("server.json")));
    }

    private ProcessHandle process() throws IOException {
        long pid = server().getJsonNumber("pid").longValue();
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("no server runs as process " + pid));
    }

    /** The token by which the shell talks to the server, for a test that asks what the shell asks. */
    String token() throws IOException {
        return Files.readString(home.resolve("operator.token")).strip();
    }

    public String address() throws IOException {
        return "http://127.0.0.1:" + server().getInt("port");
    }

    public String key(String role) throws IOException {
        return shell("key", "create", "--name", role, "--role", role).out().strip();
    }

    /** Over HTTP/1.1, where this client asks again by itself when the server has just closed an idle connection. */
    public static HttpResponse<String> get(String address, String key) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address))
                        .version(HttpClient.Version.HTTP_1_1)
                        .timeout(Patience.LONGEST)
                        .header("Authorization", "Bearer " + key)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Any call; without a key where that is empty. */
    static HttpResponse<String> send(HttpRequest.Builder request, String key) throws IOException, InterruptedException {
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return CLIENT.send(
                request.timeout(Patience.LONGEST).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    static HttpResponse<String> post(String address, String key) throws IOException, InterruptedException {
        return post(address, key, HttpRequest.BodyPublishers.noBody());
    }

    static HttpResponse<String> post(String address, String key, Path file) throws IOException, InterruptedException {
        return post(address, key, HttpRequest.BodyPublishers.ofFile(file));
    }

    public static HttpResponse<String> postJson(String address, String key, String json)
            throws IOException, InterruptedException {
        return post(address, key, "application/json", HttpRequest.BodyPublishers.ofString(json));
    }

    private static HttpResponse<String> post(String address, String key, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return post(address, key, "application/octet-stream", body);
    }

    private static HttpResponse<String> post(String address, String key, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Patience.LONGEST)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
