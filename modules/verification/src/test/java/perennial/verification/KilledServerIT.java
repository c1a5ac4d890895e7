package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.pipeline.Station;

/**
 * The server is killed three times while it reads a file and once in each step of a weekly run, at places that a seed
 * chooses, and started again; in the end every table holds what an undisturbed installation holds.
 */
class KilledServerIT {
    private final long seed = Long.getLong("perennial.seed", 20_261_125L);

    @Test
    void nothing_is_lost_or_done_twice_however_often_the_server_is_killed() throws Exception {
        Path shop = Installation.simulatedShop("shop", Mishaps.CUSTOMERS, Mishaps.WEEKS);
        TableContents undisturbed = undisturbed(shop);
        Installation installation = Installation.empty("killed");
        try {
            TableContents disturbed = disturbed(installation, shop);
            disturbed.assertSameAs(undisturbed);
            assertThat(waitingFiles(installation)).isEmpty();
        } finally {
            installation.shell("stop");
        }
    }

    private static TableContents undisturbed(Path shop) throws Exception {
        Installation installation = Installation.empty("undisturbed");
        try {
            start(installation);
            Mishaps.openShop(installation, shop);
            Mishaps life = Mishaps.of(installation, new Random(0));
            life.sendEvents(shop);
            life.awaitImport();
            life.startRun();
            life.awaitRun();
        } finally {
            installation.shell("stop");
        }
        return TableContents.ofEmbedded(installation.home());
    }

    private TableContents disturbed(Installation installation, Path shop) throws Exception {
        Random chance = new Random(seed);
        start(installation);
        Mishaps.openShop(installation, shop);
        Mishaps life = Mishaps.of(installation, chance);
        life.sendEvents(shop);
        for (int part = 0; part < 3; part++) {
            life.whileImporting(part, installation::kill);
            TableContents left = TableContents.ofEmbedded(installation.home());
            assertThat(left.holds("imported_file", "kind=events"))
                    .as("what was accepted is kept")
                    .isTrue();
            assertThat(left.holds("imported_file", "kind=events", "state=COMPLETED"))
                    .as("it was killed in part " + part + ", with seed " + seed)
                    .isFalse();
            assertThat(left.count("customer_event"))
                    .as("nothing is half-written")
                    .isZero();
            life = started(installation, chance);
        }
        life.awaitImport();
        life.startRun();
        for (Station station : Station.values()) {
            life.whileAt(station, installation::kill);
            TableContents left = TableContents.ofEmbedded(installation.home());
            // That it runs was seen before the kill; a moment of the embedded database's memory may be lost.
            assertThat(left.holds("run_step", "station=" + station.label() + " ", "status=COMPLETED"))
                    .as("it was killed at " + station + ", with seed " + seed)
                    .isFalse();
            life = started(installation, chance);
        }
        life.awaitRun();
        installation.shell("stop");
        return TableContents.ofEmbedded(installation.home());
    }

    private static Mishaps started(Installation installation, Random chance) throws IOException {
        start(installation);
        return Mishaps.of(installation, chance);
    }

    private static void start(Installation installation) throws IOException {
        Mishaps.done(installation.shell("start", "--sample", "none"));
    }

    private static List<String> waitingFiles(Installation installation) throws IOException {
        try (Stream<Path> files = Files.list(installation.home().resolve("inbox"))) {
            return files.map(Path::toString).toList();
        }
    }
}
