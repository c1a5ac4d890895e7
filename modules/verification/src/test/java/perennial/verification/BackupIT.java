package perennial.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import perennial.verification.container.KillablePostgres;

/** One command backs an installation up and one restores it, from either database into either. */
class BackupIT {
    private final Path work = Path.of(System.getProperty("perennial.work"));

    @Test
    void a_backup_of_h2_restores_into_postgresql_and_back_with_every_row() throws Exception {
        Path shop = Installation.simulatedShop("shop", 300, 60);
        Installation first = Installation.empty("first");
        Installation second = Installation.empty("second");
        Installation third = Installation.empty("third");
        try (KillablePostgres postgres = KillablePostgres.start(work)) {
            Mishaps.done(first.start());
            fill(first, shop);
            String key = first.key("reader");
            Path ofH2 = backup(first, "of-h2.zip");
            assertThat(first.shell("backup", ofH2.toString()).exit())
                    .as("an older backup is not written over")
                    .isEqualTo(1);

            Mishaps.done(second.start("--database-url", postgres.address()));
            Mishaps.done(second.shell("restore", ofH2.toString()));
            Path ofPostgres = backup(second, "of-postgres.zip");
            assertThat(tables(ofPostgres)).isEqualTo(tables(ofH2));
            var answer = Installation.get(second.address() + "/api/v1/overview", key);
            assertThat(answer.statusCode()).as("the keys of that time open").isEqualTo(200);

            refusesWhatItShould(second, ofH2);
            assertThat(tables(backup(second, "unchanged.zip"))).isEqualTo(tables(ofH2));
            Mishaps.done(second.shell("run"));

            Mishaps.done(third.start());
            Mishaps.done(third.shell("restore", ofPostgres.toString()));
            assertThat(tables(backup(third, "of-h2-again.zip"))).isEqualTo(tables(ofH2));
        } finally {
            first.shell("stop");
            second.shell("stop");
            third.shell("stop");
        }
    }

    private static void fill(Installation installation, Path shop) throws Exception {
        Mishaps.openShop(installation, shop);
        Mishaps life = Mishaps.of(installation);
        life.sendEvents(shop.resolve("events.ndjson.gz"));
        life.awaitImport();
        life.startRun();
        life.awaitRun();
    }

    private static void refusesWhatItShould(Installation full, Path backup) throws IOException {
        assertThat(full.shell("restore", backup.toString()).errors()).contains("--yes");
        Path damaged = backup.resolveSibling("damaged.zip");
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        assertThat(full.shell("restore", damaged.toString(), "--yes").errors()).contains("damaged");
        Path foreign = Files.writeString(backup.resolveSibling("foreign.zip"), "a letter");
        assertThat(full.shell("restore", foreign.toString(), "--yes").errors()).contains("no backup");
    }

    private Path backup(Installation installation, String name) throws IOException {
        Path file = Files.createTempDirectory(work, "backup").resolve(name);
        Mishaps.done(installation.shell("backup", file.toString()));
        return file;
    }

    /** Every table's rows in one order; the audit trail has one entry more for each restore. */
    private static Map<String, List<String>> tables(Path backup) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(each -> each.getName().startsWith("tables/"))
                    .toList()) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(zip.getInputStream(entry), UTF_8))) {
                    tables.put(
                            entry.getName(),
                            lines.lines()
                                    .filter(line -> !line.contains("installation.restored"))
                                    .sorted()
                                    .toList());
                }
            }
        }
        return tables;
    }
}
