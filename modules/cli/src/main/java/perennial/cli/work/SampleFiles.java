package perennial.cli.work;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Terminal;
import perennial.simulator.Simulation;

/**
 * The shop of a sample and its files, in the order in which they are taken in.
 *
 * @param shop its settings as the interface takes them
 */
record SampleFiles(JsonObject shop, List<SampleFile> files) {

    /** One file and the name of the mapping that reads it. */
    record SampleFile(Path path, String mapping) {
        String name() {
            return path.getFileName().toString();
        }
    }

    static SampleFiles simulated(Path folder, Terminal terminal) throws IOException {
        Simulation.Settings settings = Simulation.Settings.sample();
        // The simulator writes this file last, so that it tells of a whole shop.
        if (!Files.exists(folder.resolve("shop.yaml"))) {
            new ShopSimulation(terminal).write(settings, folder);
        }
        return new SampleFiles(
                shop(
                        settings.name(),
                        settings.currency().getCurrencyCode(),
                        settings.zone().getId(),
                        Sample.SIMULATED),
                List.of(
                        new SampleFile(folder.resolve("customers.csv"), "perennial-customers"),
                        new SampleFile(folder.resolve("catalogue.csv"), "perennial-catalogue"),
                        new SampleFile(folder.resolve("orders.csv.gz"), "perennial-orders"),
                        new SampleFile(folder.resolve("events.ndjson.gz"), "perennial-events"),
                        new SampleFile(folder.resolve("costs.csv"), "perennial-costs")));
    }

    /** @param dataSets the folder of public data sets */
    static SampleFiles onlineRetail(Optional<Path> dataSets) {
        Path file = dataSets.map(folder -> folder.resolve("online-retail").resolve("online-retail.csv.gz"))
                .filter(Files::isReadable)
                .orElseThrow(() -> Failure.of(
                        "sample.no-online-retail", dataSets.map(Path::toString).orElse("PERENNIAL_DATA")));
        return new SampleFiles(
                shop("Online Retail", "GBP", "Europe/London", Sample.ONLINE_RETAIL),
                List.of(new SampleFile(file, "online-retail")));
    }

    private static JsonObject shop(String name, String currency, String zone, Sample sample) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("currency", currency)
                .add("zone", zone)
                .add("sample", sample.label())
                .add("simulated", sample == Sample.SIMULATED)
                .add("consentAssumed", sample == Sample.ONLINE_RETAIL)
                .add("historic", true)
                .build();
    }
}
