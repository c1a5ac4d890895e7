package perennial.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Progress;
import perennial.simulator.Simulation.Settings;

class SimulationTest {
    private static final List<String> BY_CUSTOMER = List.of(
            "customers.csv", "orders.csv.gz", "events.ndjson.gz", "campaigns.csv", "truth.csv", "truth-future.csv.gz");

    @TempDir
    private Path folder;

    @Test
    void the_same_settings_give_the_same_files_byte_for_byte() throws IOException {
        Path one = simulated("one", Settings.of(700, 60, 4));
        Path other = simulated("other", Settings.of(700, 60, 4));

        for (ShopFile file : ShopFile.values()) {
            assertThat(other.resolve(file.fileName())).hasSameBinaryContentAs(one.resolve(file.fileName()));
        }
    }

    @Test
    void another_seed_gives_another_shop() throws IOException {
        Path one = simulated("one", Settings.of(50, 60, 4));
        Path other = simulated("other", Settings.of(50, 60, 5));

        for (String file : BY_CUSTOMER) {
            assertThat(ShopReader.lines(other.resolve(file))).isNotEqualTo(ShopReader.lines(one.resolve(file)));
        }
    }

    @Test
    void the_first_customers_do_not_depend_on_how_many_follow() throws IOException {
        Path few = simulated("few", Settings.of(300, 60, 4));
        Path many = simulated("many", Settings.of(800, 60, 4));

        for (String file : BY_CUSTOMER) {
            List<String> first = ShopReader.lines(few.resolve(file));
            assertThat(ShopReader.lines(many.resolve(file)))
                    .hasSizeGreaterThan(first.size())
                    .startsWith(first.toArray(String[]::new));
        }
    }

    @Test
    void a_shop_is_complete_or_not_there() throws IOException {
        Path out = simulated("shop", Settings.of(20, 10, 1));

        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "shop.yaml",
                            "customers.csv",
                            "catalogue.csv",
                            "orders.csv.gz",
                            "events.ndjson.gz",
                            "costs.csv",
                            "campaigns.csv",
                            "truth.csv",
                            "truth-future.csv.gz",
                            "truth-campaigns.csv");
        }
    }

    @Test
    void a_simulation_that_fails_leaves_the_earlier_shop_and_no_parts() throws IOException {
        Path out = simulated("shop", Settings.of(20, 10, 1));
        String before = Files.readString(out.resolve("customers.csv"));
        Progress failing = new Progress() {
            @Override
            public void total(long total) {}

            @Override
            public void advance(long by) {
                throw new IllegalStateException("stop");
            }
        };

        assertThatThrownBy(() -> Simulation.run(Settings.of(30, 10, 2), out, failing))
                .hasMessage("stop");

        assertThat(out.resolve("customers.csv")).hasContent(before);
        try (var files = Files.list(out)) {
            assertThat(files).hasSize(10);
        }
    }

    @Test
    void an_earlier_shop_is_replaced() throws IOException {
        simulated("shop", Settings.of(20, 10, 1));
        Path out = simulated("shop", Settings.of(30, 10, 2));

        assertThat(ShopReader.lines(out.resolve("customers.csv"))).hasSize(31);
    }

    @Test
    void a_file_in_place_of_the_directory_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "here");

        assertThatThrownBy(() -> Simulation.run(Settings.of(1, 1, 1), file, Progress.SILENT))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("out"));
    }

    @Test
    void progress_adds_up_to_the_customers() throws IOException {
        AtomicLong total = new AtomicLong();
        AtomicLong done = new AtomicLong();
        Simulation.run(Settings.of(612, 5, 1), folder, new Progress() {
            @Override
            public void total(long customers) {
                total.set(customers);
            }

            @Override
            public void advance(long by) {
                done.addAndGet(by);
            }
        });

        assertThat(total).hasValue(612);
        assertThat(done).hasValue(612);
    }

    @Test
    void the_smallest_shop_can_be_simulated() throws IOException {
        Path out = simulated("shop", Settings.of(1, 1, 1));

        assertThat(ShopReader.lines(out.resolve("truth.csv"))).hasSize(2);
    }

    @Test
    void the_profile_names_the_shop_its_time_and_its_making() throws IOException {
        Settings settings = new Settings(
                "Shop \"at the lake\"",
                3,
                2,
                9,
                LocalDate.of(2025, 1, 2),
                ZoneId.of("Asia/Shanghai"),
                Currency.getInstance("CNY"),
                0);
        Path out = simulated("shop", settings);

        assertThat(out.resolve("shop.yaml")).hasContent("""
                name: "Shop \\"at the lake\\""
                currency: CNY
                zone: "Asia/Shanghai"
                simulated: true
                from: "2025-01-01T16:00:00Z"
                to: "2025-01-15T16:00:00Z"
                seed: 9
                customers: 3
                weeks: 2
                """);
    }

    @Test
    void amounts_follow_the_currency() throws IOException {
        Settings settings = new Settings(
                "Shop", 1, 1, 1, LocalDate.of(2025, 1, 2), ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"), 0);
        Path out = simulated("shop", settings);

        assertThat(ShopReader.rows(out.resolve("catalogue.csv")).get(0).text("list_price"))
                .isEqualTo("390");
    }

    private Path simulated(String name, Settings settings) throws IOException {
        Path out = folder.resolve(name);
        Simulation.run(settings, out, Progress.SILENT);
        return out;
    }
}
