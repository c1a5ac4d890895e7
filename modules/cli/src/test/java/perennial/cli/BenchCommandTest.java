package perennial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    private final Workbench desk;
    private final Path directory;

    BenchCommandTest(@TempDir Path directory) {
        this.directory = directory;
        desk = new Workbench(directory);
    }

    @Test
    void without_a_file_a_benchmark_makes_up_its_customers() throws IOException {
        JsonObject bench = Workbench.document(desk.said(
                "bench",
                "value",
                "--customers",
                "2000",
                "--seed",
                "5",
                "--model",
                "pareto-nbd",
                "--rounds",
                "1",
                "--json"));
        assertThat(bench.getJsonArray("models").getJsonObject(0).getInt("customers"))
                .isEqualTo(2000);
    }

    @Test
    void a_benchmark_tells_the_machine_each_phase_and_the_likelihood_reached() throws IOException {
        JsonObject bench = Workbench.document(
                desk.said("bench", "value", desk.orders().toString(), "--model", "bg-nbd", "--rounds", "2", "--json"));
        assertThat(bench.getString("machine")).contains("processors");
        JsonObject model = bench.getJsonArray("models").getJsonObject(0);
        assertThat(model.getJsonObject("medianSeconds").keySet()).containsExactly("read", "compress", "fit", "score");
        assertThat(model.getJsonNumber("logLikelihood").doubleValue()).isNegative();
    }

    @Test
    void the_rules_are_measured_by_hand_by_the_engine_with_rails_and_one_live_decision_at_a_time() throws IOException {
        JsonObject bench = Workbench.document(
                desk.said("bench", "rules", "--customers", "300", "--rounds", "1", "--seed", "2", "--json"));
        assertThat(bench.getInt("rules")).isGreaterThanOrEqualTo(30);
        assertThat(bench.getJsonNumber("firingsPerCustomer").doubleValue()).isPositive();
        assertThat(bench.getJsonObject("ways").keySet())
                .containsExactly("by_hand", "by_engine", "with_rails", "in_batch", "live_by_hand", "live");
        JsonObject live = bench.getJsonObject("liveDecision");
        assertThat(live.getInt("targetCpuMicros")).isEqualTo(20);
        assertThat(Workbench.number(live, "medianCpuMicros")).isPositive();
        assertThat(Workbench.number(live, "medianCpuMicrosByHand")).isPositive();
        assertThat(desk.said("bench", "rules", "--customers", "300", "--rounds", "1")
                        .out())
                .contains("by the engine")
                .contains("One live decision by 60 rules");
    }

    @Test
    void a_simulation_is_measured_on_a_running_server_beside_a_run_that_stores_and_leaves_nothing_there()
            throws IOException {
        try (StandInServer server = StandInServer.started().withRunGoingOn()) {
            Path installation = Spoken.installation(Files.createDirectory(directory.resolve("installation")), server);
            JsonObject bench =
                    Workbench.document(Spoken.of(installation, "bench", "simulation", "--rounds", "2", "--json"));
            assertThat(Workbench.number(bench.getJsonObject("simulated"), "customers"))
                    .isEqualTo(5000);
            assertThat(Workbench.number(bench.getJsonObject("decidedAndStored"), "customersPerSecond"))
                    .isEqualTo(2500.5);
            assertThat(server.requests())
                    .contains("DELETE /api/v1/rules/drafts/7")
                    .filteredOn(request -> request.endsWith("/simulate"))
                    .hasSize(3);
        }
    }
}
