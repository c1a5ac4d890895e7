package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start does about an installation whose server runs already. */
class FillingTest {
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
    void the_real_shop_comes_with_an_assumed_consent_that_is_called_so() throws IOException {
        Spoken spoken = startWithTheRealShop();

        assertThat(spoken.exitCode()).isZero();
        assertThat(server.imported()).containsExactly("online-retail.csv.gz by online-retail");
        assertThat(server.shop().orElseThrow().getBoolean("consentAssumed")).isTrue();
        assertThat(server.shop().orElseThrow().getBoolean("simulated")).isFalse();
        assertThat(spoken.out()).contains("Online Retail (assumed consent)").contains("CC BY 4.0");
    }

    @Test
    void a_filling_that_was_interrupted_goes_on_where_it_stood() throws IOException {
        server.withShop("{\"name\":\"Online Retail\",\"sample\":\"online-retail\"}");
        Files.writeString(
                installation.resolve("instance.json"),
                "{\"sample\":\"online-retail\",\"filled\":[\"online-retail.csv.gz\"]}");

        assertThat(startWithTheRealShop().exitCode()).isZero();
        assertThat(server.imported()).isEmpty();
        assertThat(server.requests()).contains("POST /api/v1/runs");
    }

    @Test
    void a_run_that_goes_on_is_followed_and_not_started_again() throws IOException {
        server.withShop("{\"name\":\"Online Retail\",\"sample\":\"online-retail\"}")
                .withRunGoingOn();

        assertThat(startWithTheRealShop().exitCode()).isZero();
        assertThat(server.requests()).contains("GET /api/v1/runs/1").doesNotContain("POST /api/v1/runs");
    }

    @Test
    void a_shop_of_ones_own_is_left_as_it_is() {
        server.withShop("{\"name\":\"Our shop\",\"sample\":null}");

        assertThat(Spoken.of(installation, "start").exitCode()).isZero();
        assertThat(server.imported()).isEmpty();
        assertThat(server.requests()).doesNotContain("POST /api/v1/runs");
    }

    @Test
    void the_summary_speaks_chinese_where_that_is_asked_for() throws IOException {
        Spoken spoken = startWithTheRealShop("--lang", "zh");

        assertThat(spoken.out())
                .contains("Online Retail (假定的营销许可)")
                .contains("高频高消费")
                .contains("提升树")
                .contains("API 密钥");
    }

    private Spoken startWithTheRealShop(String... more) throws IOException {
        Path data = directory.resolve("data");
        Files.createDirectories(data.resolve("online-retail"));
        Files.writeString(data.resolve("online-retail").resolve("online-retail.csv.gz"), "packed");
        String[] arguments = new String[more.length + 3];
        arguments[0] = "start";
        arguments[1] = "--sample";
        arguments[2] = "online-retail";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Spoken.in(
                Map.of("PERENNIAL_HOME", installation.toString(), "PERENNIAL_DATA", data.toString()),
                directory,
                arguments);
    }
}
