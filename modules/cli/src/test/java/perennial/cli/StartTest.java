package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start launches a real process: the stand-in server in the place of the launcher. */
class StartTest {
    @TempDir
    private Path directory;

    private Path home = Path.of("");

    @BeforeEach
    void distribute() throws IOException {
        home = directory.resolve("home");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInServer.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        new JarOutputStream(Files.newOutputStream(directory.resolve("launcher.jar")), manifest).close();
    }

    private static String classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }

    @AfterEach
    void stop() {
        say("stop");
    }

    @Test
    void the_first_start_fills_the_simulated_shop_and_shows_once_what_opens_it() {
        JsonObject first = document(say("start", "--json"));

        assertThat(first.getString("state")).isEqualTo("ready");
        assertThat(first.getString("sample")).isEqualTo("simulated");
        assertThat(first.getString("administratorKey")).hasSizeGreaterThan(31);
        assertThat(first.getString("consoleUser")).isEqualTo("admin");
        assertThat(first.getString("consolePassword")).isEqualTo("one-made-by-chance");
        assertThat(first.getJsonObject("overview").getInt("customers")).isEqualTo(5000);

        Spoken second = say("start");

        assertThat(second.exitCode()).isZero();
        assertThat(second.out())
                .contains("The server runs already at " + first.getString("address"))
                .contains("simulated shop")
                .doesNotContain("API key")
                .doesNotContain("with password")
                .doesNotContain("taken:");
    }

    @Test
    void without_a_sample_the_installation_stays_empty_and_says_what_comes_next() {
        Spoken spoken = say("start", "--sample", "none");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out())
                .contains("deploy/perennial import")
                .contains("API key")
                .contains("one-made-by-chance");
        assertThat(document(say("status", "--json")).getString("state")).isEqualTo("empty");
    }

    @Test
    void the_operator_may_give_the_server_flags_of_their_own() throws IOException {
        Spoken.in(
                Map.of("PERENNIAL_HOME", home.toString(), "PERENNIAL_JVM_FLAGS", " -Xmx64m  -Dmore.words=-as-told"),
                directory,
                "start",
                "--sample",
                "none");
        say("stop");

        assertThat(home.resolve("log").resolve("server.log")).content().contains("started-as-told");
    }

    @Test
    void what_a_crashed_server_leaves_lies_beside_its_log() throws IOException {
        say("start", "--sample", "none");
        try (JsonReader server = Json.createReader(Files.newBufferedReader(home.resolve("server.json")))) {
            long pid = server.readObject().getJsonNumber("pid").longValue();
            ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
            new ProcessBuilder("kill", "-SEGV", Long.toString(pid)).start();
            process.onExit().join();

            assertThat(home.resolve("log").resolve("crash-" + pid + ".log"))
                    .content()
                    .contains("SIGSEGV");
        }
    }

    @Test
    void after_a_stop_nothing_runs() {
        say("start", "--sample", "none");

        assertThat(say("stop").exitCode()).isZero();
        assertThat(document(say("status", "--json")).getString("state")).isEqualTo("stopped");
        assertThat(say("run").exitCode()).isEqualTo(3);
    }

    @Test
    void a_server_that_dies_is_told_with_the_end_of_its_log() {
        Spoken spoken = say("start", "--database-url", "jdbc:postgresql://nowhere/perennial");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.out()).contains("the database does not answer");
        assertThat(spoken.err()).contains("server.log");
        assertThat(document(say("status", "--json")).getString("state")).isEqualTo("failed");
    }

    @Test
    void a_port_that_was_asked_for_and_is_taken_is_refused_with_the_fix() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Spoken spoken = say("start", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(spoken.exitCode()).isEqualTo(1);
            assertThat(spoken.err()).contains("port " + taken.getLocalPort()).contains("--port");
        }
    }

    @Test
    void a_proxy_that_is_no_address_is_refused_with_the_fix() {
        Spoken spoken = Spoken.in(
                Map.of("PERENNIAL_HOME", home.toString(), "PERENNIAL_PROXIES", "127.0.0.1, proxy.example"),
                directory,
                "start");

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err())
                .contains("PERENNIAL_PROXIES")
                .contains("proxy.example")
                .contains("such as 127.0.0.1");
        assertThat(home.resolve("log")).doesNotExist();
    }

    @Test
    void another_sample_than_the_one_that_is_there_is_refused() {
        say("start");

        Spoken spoken = say("start", "--sample", "online-retail");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.err()).contains("simulated").contains("deploy/perennial reset");
    }

    @Test
    void the_real_shop_without_its_file_names_the_publisher_and_the_import_command() {
        Spoken spoken = say("start", "--sample", "online-retail");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.err())
                .contains("10.24432/C5BW33")
                .contains("CC BY 4.0")
                .contains("import FILE --mapping online-retail");
    }

    @Test
    void a_directory_that_holds_something_else_is_not_taken_over() throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("letter.txt"), "dear");

        Spoken spoken = say("start");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.err()).contains("--data-dir");
        assertThat(home.resolve("instance.json")).doesNotExist();
        Files.delete(home.resolve("letter.txt"));
    }

    @Test
    void a_reset_stops_the_server_and_leaves_an_empty_directory() {
        say("start", "--sample", "none");

        assertThat(say("reset", "--yes").exitCode()).isZero();
        assertThat(home).isEmptyDirectory();
    }

    private Spoken say(String... arguments) {
        return Spoken.in(Map.of("PERENNIAL_HOME", home.toString()), directory, arguments);
    }

    private static JsonObject document(Spoken spoken) {
        try (JsonReader reader = Json.createReader(new StringReader(spoken.out()))) {
            return reader.readObject();
        }
    }
}
