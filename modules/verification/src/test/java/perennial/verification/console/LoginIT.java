package perennial.verification.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.verification.Installation;

/** The door of the console as a stranger, a user and an administrator meet it. */
class LoginIT {
    private static final String CHOSEN = "four small green hills";

    private static Installation installation;
    private static String address = "";
    private static String firstPassword = "";

    @BeforeAll
    static void start() throws IOException {
        installation = Installation.empty("login");
        Installation.Said said = installation.shell("start", "--json", "--sample", "none");
        assertThat(said.exit()).as(said.errors()).isZero();
        JsonObject opening = said.json();
        assertThat(opening.getString("consoleUser")).isEqualTo("admin");
        firstPassword = opening.getString("consolePassword");
        address = installation.address();
    }

    @AfterAll
    static void stop() throws IOException {
        installation.shell("stop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/customers", "/customers.xhtml", "/password", "/administration/users", "/no-such-page"})
    void a_stranger_is_led_to_the_login_wherever_they_go(String page) throws Exception {
        HttpResponse<String> answer = new Visit(address).get(page);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(address + "/login");
    }

    @Test
    void the_login_page_tells_the_browser_what_no_page_of_ours_does() throws Exception {
        HttpResponse<String> page = new Visit(address).get("/login");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .containsPattern("script-src 'self' 'nonce-[^']+'")
                .doesNotContainPattern("script-src[^;]*unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(page, "Permissions-Policy")).contains("camera=()");
        assertThat(header(page, "Set-Cookie")).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void nobody_is_believed_who_says_that_it_was_asked_by_tls() throws Exception {
        HttpResponse<String> page = new Visit(address, Map.of("X-Forwarded-Proto", "https")).get("/login");
        assertThat(header(page, "Set-Cookie")).doesNotContain("Secure");
        assertThat(header(page, "Strict-Transport-Security")).isEmpty();
    }

    @Test
    void the_first_administrator_chooses_a_password_before_anything_else() throws Exception {
        Visit visit = new Visit(address);
        visit.get("/login");
        Optional<String> before = visit.session();
        assertThat(visit.logIn("admin", firstPassword).statusCode()).isEqualTo(302);
        assertThat(visit.session()).as("nobody can have known the session").isNotEqualTo(before);
        assertThat(header(visit.get("/customers"), "Location")).isEqualTo(address + "/password");
        choose(visit, firstPassword);
        assertThat(visit.get("/administration/users").body()).contains("admin").contains("Make the user");
        visit.submit("/administration/users", "person", Map.of("leave", "leave"));
        assertThat(header(visit.get("/customers"), "Location")).startsWith(address + "/login");
    }

    @Test
    void a_reader_has_no_way_into_the_administration_and_is_told_so_without_a_trace() throws Exception {
        Visit visit = entered("reader-one", "reader");
        assertThat(visit.get("/customers").body()).doesNotContain("Administration");
        HttpResponse<String> answer = visit.get("/administration/users");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("not for your role")
                .contains("您的角色无权查看")
                .doesNotContain("perennial.");
    }

    @Test
    void a_page_that_does_not_exist_is_told_in_both_languages() throws Exception {
        HttpResponse<String> answer = entered("reader-two", "reader").get("/no-such-page");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page").contains("没有这个页面");
    }

    @Test
    void a_disabled_user_is_out_at_the_next_click() throws Exception {
        Visit visit = entered("reader-three", "reader");
        assertThat(visit.get("/customers").statusCode()).isEqualTo(200);
        installation.shell("user", "disable", "--name", "reader-three");
        assertThat(visit.get("/customers").statusCode()).isEqualTo(302);
    }

    @Test
    void a_form_that_another_site_sends_is_refused() throws Exception {
        Visit visit = entered("reader-four", "reader");
        HttpResponse<String> answer =
                visit.submit("/password", "person", Map.of("leave", "leave"), "https://elsewhere.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visit.get("/customers").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_guesses_waits_whether_the_name_exists_or_not() throws Exception {
        installation.shell("user", "create", "--name", "guessed", "--role", "reader");
        for (String name : new String[] {"guessed", "not-there"}) {
            Visit visit = new Visit(address);
            for (int i = 1; i < 5; i++) {
                assertThat(visit.logIn(name, "wrong").body()).contains("User name and password don't match");
            }
            assertThat(visit.logIn(name, "wrong").body()).contains("Too many failed attempts");
        }
    }

    private static Visit entered(String name, String role) throws IOException, InterruptedException {
        String password = installation
                .shell("user", "create", "--name", name, "--role", role)
                .out()
                .strip();
        Visit visit = new Visit(address);
        visit.logIn(name, password);
        choose(visit, password);
        return visit;
    }

    private static void choose(Visit visit, String current) throws IOException, InterruptedException {
        HttpResponse<String> answer = visit.submit(
                "/password", "change", Map.of("current", current, "chosen", CHOSEN, "again", CHOSEN, "save", "save"));
        assertThat(header(answer, "Location")).isEqualTo(address + "/");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
