package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandsTest {
    @TempDir
    private Path directory;

    private final StandInServer server = StandInServer.started();
    private Path installation = Path.of("");

    @BeforeEach
    void install() throws IOException {
        installation = Spoken.installation(Files.createDirectory(directory.resolve("installation")), server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_unknown_option_gets_the_usage_and_exit_code_2() {
        Spoken spoken = Spoken.of(installation, "start", "--bogus");

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).contains("unknown: --bogus").contains("Usage: deploy/perennial start");
    }

    @Test
    void a_missing_command_and_a_missing_option_get_exit_code_2() {
        assertThat(Spoken.of(installation).exitCode()).isEqualTo(2);
        assertThat(Spoken.of(installation, "key").exitCode()).isEqualTo(2);
        assertThat(Spoken.of(installation, "key", "create", "--name", "crm").err())
                .contains("missing: --role");
    }

    @Test
    void help_is_given_for_a_command_below_another() {
        Spoken spoken = Spoken.of(installation, "help", "key", "create");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out()).contains("Usage: deploy/perennial key create").contains("--expires=DATE");
    }

    @Test
    void every_command_option_and_parameter_is_told_of() {
        assertThat(below(Spoken.line())).flatMap(CommandsTest::untold).isEmpty();
    }

    private static Stream<CommandSpec> below(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec()),
                line.getSubcommands().values().stream().flatMap(CommandsTest::below));
    }

    private static List<String> untold(CommandSpec command) {
        Stream<String> arguments = command.args().stream()
                .filter(argument -> argument.description().length == 0)
                .map(argument -> command.qualifiedName() + " " + argument.paramLabel() + " " + argument);
        Stream<String> itself = Stream.of(command.qualifiedName())
                .filter(name -> command.usageMessage().description().length == 0);
        return Stream.concat(itself, arguments).toList();
    }

    @Test
    void a_command_without_a_server_ends_with_exit_code_3_and_says_what_to_do() {
        Spoken spoken = Spoken.of(directory.resolve("nothing"), "customer", "17850");

        assertThat(spoken.exitCode()).isEqualTo(3);
        assertThat(spoken.err()).contains("no server runs").contains("deploy/perennial start");
    }

    @Test
    void a_server_that_went_away_gives_exit_code_3_too() {
        server.close();

        assertThat(Spoken.of(installation, "run").exitCode()).isEqualTo(3);
    }

    @Test
    void key_create_prints_the_key_and_nothing_else() {
        Spoken spoken = Spoken.of(installation, "key", "create", "--name", "crm", "--role", "reader");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out()).matches("[A-Za-z0-9_-]{32,}\\R");
        assertThat(spoken.err()).isEmpty();
    }

    @Test
    void a_refusal_of_the_server_is_told_with_exit_code_1() {
        Spoken.of(installation, "key", "create", "--name", "crm", "--role", "reader");

        Spoken again = Spoken.of(installation, "key", "create", "--name", "crm", "--role", "reader");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("a key named \"crm\" exists; choose another name");
        assertThat(again.out()).isEmpty();
    }

    @Test
    void keys_are_listed_without_their_secrets_and_revoked_by_name() {
        Spoken.of(installation, "key", "create", "--name", "crm", "--role", "reader");

        assertThat(Spoken.of(installation, "key", "list").out()).contains("crm").doesNotContain("secret");
        assertThat(Spoken.of(installation, "key", "revoke", "--name", "crm").exitCode())
                .isZero();
        assertThat(Spoken.of(installation, "key", "list").out()).doesNotContain("crm");
    }

    @Test
    void user_create_prints_the_password_and_nothing_else() {
        Spoken spoken = Spoken.of(installation, "user", "create", "--name", "anna", "--role", "risk-officer");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out()).isEqualToIgnoringNewLines("one-made-by-chance");
        assertThat(spoken.err()).isEmpty();
        assertThat(Spoken.of(installation, "user", "list").out()).containsPattern("anna +risk-officer");
    }

    @Test
    void a_user_is_disabled_enabled_given_a_role_and_a_password() {
        Spoken.of(installation, "user", "create", "--name", "anna", "--role", "reader");

        assertThat(Spoken.of(installation, "user", "disable", "--name", "anna").out())
                .contains("\"anna\" may not enter");
        assertThat(Spoken.of(installation, "user", "enable", "--name", "anna", "--lang", "zh")
                        .out())
                .contains("“anna”可以重新进入");
        assertThat(Spoken.of(installation, "user", "role", "--name", "anna", "--role", "Marketer")
                        .out())
                .contains("role marketer");
        assertThat(Spoken.of(installation, "user", "reset-password", "--name", "anna")
                        .out())
                .isEqualToIgnoringNewLines("a-new-one-by-chance");
        assertThat(Spoken.of(installation, "user", "list", "--json").out())
                .contains("\"enabled\": true")
                .contains("\"role\": \"marketer\"");
    }

    @Test
    void a_user_who_does_not_exist_is_told_with_exit_code_1() {
        Spoken spoken = Spoken.of(installation, "user", "disable", "--name", "nobody");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.err()).contains("no user \"nobody\"");
    }

    @Test
    void webhook_add_prints_the_secret_alone_and_warns_beside_it() {
        Spoken spoken = Spoken.of(installation, "webhook", "add", "--address", "http://crm.example/hook");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out()).matches("[A-Za-z0-9_-]{43}\\R");
        assertThat(spoken.err()).contains("Use https.");
    }

    @Test
    void webhooks_are_listed_paused_resumed_and_removed_by_number() {
        assertThat(Spoken.of(installation, "webhook", "list").out())
                .contains("http://crm.example/hook", "decision.made,stage.changed", "active", "17");
        assertThat(Spoken.of(installation, "webhook", "pause", "--id", "3").out())
                .contains("Webhook 3 is paused");
        assertThat(Spoken.of(installation, "webhook", "resume", "--id", "3").exitCode())
                .isZero();
        assertThat(Spoken.of(installation, "webhook", "remove", "--id", "3").exitCode())
                .isZero();
        assertThat(Spoken.of(installation, "webhook", "remove", "--id", "4").exitCode())
                .isEqualTo(1);
    }

    @Test
    void an_import_sends_the_file_under_the_name_of_its_mapping_and_reports() throws IOException {
        Path file = Files.writeString(directory.resolve("customers.csv"), "id\n1\n");

        Spoken spoken = Spoken.of(installation, "import", file.toString(), "--mapping", "perennial-customers");

        assertThat(spoken.exitCode()).isZero();
        assertThat(server.imported()).containsExactly("customers.csv by perennial-customers");
        assertThat(spoken.out()).contains("4 lines; taken: 3 customers; set apart: 1 no id");
    }

    @Test
    void a_mapping_file_goes_to_the_server_first_under_its_own_name() throws IOException {
        Path file = Files.writeString(directory.resolve("export 1.csv"), "id\n1\n");
        Path mapping = Files.writeString(directory.resolve("our-shop.yaml"), "kind: customers\n");

        Spoken spoken = Spoken.of(installation, "import", file.toString(), "--mapping", mapping.toString(), "--json");

        assertThat(document(spoken).getString("state")).isEqualTo("completed");
        assertThat(server.mappings()).isEqualTo(Map.of("our-shop", "kind: customers\n"));
        assertThat(server.imported()).containsExactly("export 1.csv by our-shop");
    }

    @Test
    void a_problem_of_the_server_is_told_as_field_reason_and_fix() throws IOException {
        Path file = Files.writeString(directory.resolve("customers.csv"), "id\n1\n");

        Spoken spoken = Spoken.of(installation, "import", file.toString(), "--mapping", "unheard-of");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.err()).contains("mapping: there is no such mapping; put it first");
    }

    @Test
    void a_file_that_is_not_there_is_named_before_the_server_is_asked() {
        Spoken spoken = Spoken.of(installation, "import", "nothing.csv", "--mapping", "online-retail");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.err()).contains("nothing.csv");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_run_is_followed_step_by_step_and_ends_in_the_summary() {
        Spoken spoken = Spoken.of(installation, "run");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.out())
                .containsSubsequence("features", "5,000 of 5,000", "overview", "5,000 of 5,000")
                .contains("5,000 customers, 3,912 of them buyers; 23,456 orders; sales 1,234,567.80 EUR")
                .containsPattern("acquisition +1,088 +21\\.8 %")
                .containsPattern("frequent big spenders +1,912 +48\\.9 %")
                .containsPattern("boosted trees +0\\.812 +0\\.410 +0\\.130 +3\\.10")
                .contains("456,789.10 EUR");
    }

    @Test
    void nothing_in_a_pipe_is_a_control_character() {
        Spoken spoken = Spoken.of(installation, "run");

        assertThat(spoken.out() + spoken.err()).doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void with_json_the_run_is_one_document_and_its_progress_goes_to_the_standard_error() {
        Spoken spoken = Spoken.of(installation, "run", "--json");

        assertThat(document(spoken).getString("status")).isEqualTo("completed");
        assertThat(spoken.err()).contains("features");
    }

    @Test
    void a_failed_run_is_a_failure_with_its_reason() {
        server.withBrokenRuns();

        Spoken spoken = Spoken.of(installation, "run");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.err()).contains("run 1 failed: the disk is full");
    }

    @Test
    void a_customer_is_shown_whole_and_what_is_missing_is_not_known() {
        Spoken spoken = Spoken.of(installation, "customer", "17850");

        assertThat(spoken.out())
                .contains("Customer 17850")
                .contains("12.3 %")
                .contains("silent for 40 days")
                .contains("120.50 EUR")
                .contains("100.00 - 140.00 EUR")
                .contains("email (assumed)")
                .containsPattern("shoe_size +41")
                .contains("! 10 % instead of 15 %")
                .containsPattern("expected purchases +not known")
                .contains("WB-03 a valuable customer has gone silent");
    }

    @Test
    void a_customer_speaks_chinese_where_that_is_asked_for() {
        Spoken spoken = Spoken.of(installation, "customer", "17850", "--lang", "zh");

        assertThat(spoken.out()).contains("高频高消费").contains("已沉默40天").contains("沉默超过常态");
    }

    @Test
    void an_unknown_customer_is_a_failure_that_names_it() {
        Spoken spoken = Spoken.of(installation, "customer", "4711", "--json");

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).contains("there is no customer 4711");
    }

    @Test
    void a_shop_of_ones_own_is_opened_without_a_sample() {
        Spoken spoken =
                Spoken.of(installation, "shop", "--name", "Our shop", "--currency", "EUR", "--zone", "Europe/Berlin");

        assertThat(spoken.exitCode()).isZero();
        JsonObject shop = server.shop().orElseThrow();
        assertThat(shop.getString("name")).isEqualTo("Our shop");
        assertThat(shop.isNull("sample")).isTrue();
        assertThat(shop.getBoolean("simulated")).isFalse();
    }

    @Test
    void an_empty_installation_says_so_in_its_status() {
        JsonObject status = document(Spoken.of(installation, "status", "--json"));

        assertThat(status.getString("state")).isEqualTo("empty");
        assertThat(status.getString("address")).isEqualTo("http://127.0.0.1:" + server.port());
        assertThat(status.getString("dataDirectory")).isEqualTo(installation.toString());
    }

    @Test
    void reset_asks_for_a_clear_word_where_nobody_can_be_asked() {
        Spoken spoken = Spoken.of(installation, "reset");

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(installation.resolve("instance.json")).exists();
    }

    @Test
    void reset_leaves_a_directory_alone_that_is_not_an_installation() throws IOException {
        Path foreign = Files.createDirectory(directory.resolve("letters"));
        Files.writeString(foreign.resolve("letter.txt"), "dear");

        assertThat(Spoken.of(foreign, "reset", "--yes").exitCode()).isEqualTo(1);
        assertThat(foreign.resolve("letter.txt")).exists();
    }

    @Test
    void a_simulated_shop_needs_no_server() {
        Path out = directory.resolve("shop");

        Spoken spoken = Spoken.of(
                directory, "simulate", "--customers", "40", "--weeks", "26", "--seed", "7", "--out", out.toString());

        assertThat(spoken.exitCode()).isZero();
        assertThat(out.resolve("shop.yaml")).exists();
        assertThat(spoken.out()).contains("40 customers");
    }

    @Test
    void a_shop_that_can_not_be_simulated_is_refused_with_the_reason() {
        Spoken spoken = Spoken.of(
                directory, "simulate", "--customers", "0", "--weeks", "26", "--seed", "7", "--out", "never-made");

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("customers");
    }

    private static JsonObject document(Spoken spoken) {
        try (JsonReader reader = Json.createReader(new StringReader(spoken.out()))) {
            return reader.readObject();
        }
    }
}
