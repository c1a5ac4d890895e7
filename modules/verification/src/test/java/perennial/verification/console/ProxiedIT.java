package perennial.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.verification.Installation;

/** The console behind a proxy that speaks TLS to the world, and to the server in clear. */
class ProxiedIT {
    private static final int GUESSES = 20;

    private static Installation installation;

    @BeforeAll
    static void start() throws IOException {
        installation = Installation.empty("proxied").with("PERENNIAL_PROXIES", "127.0.0.1");
        assertThat(installation.shell("start", "--sample", "none").exit()).isZero();
    }

    @AfterAll
    static void stop() throws IOException {
        installation.shell("stop");
    }

    @Test
    void what_was_asked_by_tls_is_answered_as_such() throws Exception {
        Visit visit = new Visit(installation.address(), Map.of("X-Forwarded-Proto", "https"));
        HttpHeaders page = visit.get("/login").headers();
        assertThat(page.firstValue("Set-Cookie").orElseThrow()).contains("Secure");
        assertThat(page.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(visit.get("/customers").headers().firstValue("Location").orElseThrow())
                .startsWith("https://");
    }

    @Test
    void what_was_asked_in_clear_is_answered_in_clear() throws Exception {
        HttpHeaders page = new Visit(installation.address()).get("/login").headers();
        assertThat(page.firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
        assertThat(page.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void whoever_guesses_many_names_waits_and_not_everybody_behind_the_same_proxy() throws Exception {
        Visit guesser = from("203.0.113.7");
        for (int guess = 1; guess <= GUESSES; guess++) {
            guesser.logIn("name-" + guess, "wrong");
        }
        assertThat(guesser.logIn("another", "wrong").body()).contains("Too many failed attempts");
        assertThat(from("203.0.113.8").logIn("one-more", "wrong").body())
                .contains("User name and password don't match");
    }

    /** A server that {@code start} has not seen to: it says so at its end. */
    @Test
    void a_proxy_that_is_no_address_keeps_the_application_from_being_deployed(@TempDir Path directory)
            throws Exception {
        Path log = directory.resolve("server.log");
        Process server = launched(directory, log, "127.0.0.1, proxy.example");
        try {
            assertThat(server.onExit().get(5, TimeUnit.MINUTES).exitValue()).isEqualTo(1);
        } finally {
            server.destroyForcibly();
        }
        assertThat(Files.readString(log))
                .contains("that is no address (was: proxy.example)")
                .contains("such as 127.0.0.1");
    }

    private static Process launched(Path home, Path log, String proxies) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of(System.getProperty("perennial.dist"), "launcher.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PERENNIAL_HOME",
                        home.toString(),
                        "PERENNIAL_PORT",
                        "" + Installation.freePort(),
                        "PERENNIAL_PROXIES",
                        proxies));
        return builder.start();
    }

    private static Visit from(String address) throws IOException {
        return new Visit(installation.address(), Map.of("X-Forwarded-For", "192.0.2.1, " + address));
    }
}
