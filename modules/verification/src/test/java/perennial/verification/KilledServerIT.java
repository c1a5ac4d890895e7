package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.verification.Disturbed.Mishap;

/**
 * The server is killed three times while it reads a file, the first time while it receives another one too, and once in
 * each step of a weekly run, at places that a seed chooses, and started again; in the end every table holds what an
 * undisturbed installation holds.
 */
class KilledServerIT {
    private final long seed = Long.getLong("perennial.seed", 20_261_125L);

    @Test
    void nothing_is_lost_or_done_twice_however_often_the_server_is_killed() throws Exception {
        Path shop = Mishaps.shop();
        List<Path> files = Mishaps.eventFiles(shop);
        Random chance = new Random(seed);
        String undisturbed =
                TableContents.copyOfEmbedded(Mishaps.undisturbed(shop, files).home());
        Places places = Places.in(undisturbed, files, chance);
        Installation installation = Mishaps.installation("killed");
        try {
            Mishaps.begin(installation, "--database-url", Disturbed.shared(installation));
            Mishaps.openShop(installation, shop);
            Mishaps.of(installation).addWebhookThatIsPaused();
            Disturbed life = new Disturbed(installation, Disturbed.shared(installation), chance);
            try (HalfSentFile half = HalfSentFile.to(installation, files.get(0))) {
                life.importing(files, places, Collections.nCopies(files.size(), killingAnImport(installation)));
                assertThat(half.isCutOff()).isTrue();
            }
            Mishap killing = () -> {
                life.awaitLeaseGivenAway();
                installation.kill();
                Mishaps.done(installation.start());
            };
            life.running(places, station -> killing);
        } finally {
            installation.shell("stop");
        }
        TableContents.ofEmbedded(installation.home()).assertSameAs(TableContents.of(undisturbed));
        assertThat(waitingFiles(installation)).isEmpty();
    }

    private static Mishap killingAnImport(Installation installation) {
        return () -> {
            installation.kill();
            TableContents left = TableContents.ofEmbedded(installation.home());
            assertThat(left.holds("imported_file", "kind=events", "state=READING")
                            || left.holds("imported_file", "kind=events", "state=WAITING"))
                    .as("what was accepted is kept")
                    .isTrue();
            assertThat(left.holds("imported_file", "file_name=" + HalfSentFile.NAME))
                    .as("what was not accepted is not")
                    .isFalse();
            assertThat(left.count("customer_event") > 0)
                    .as("there are events of whole files alone")
                    .isEqualTo(left.holds("imported_file", "kind=events", "state=COMPLETED"));
            Mishaps.done(installation.start());
        };
    }

    private static List<String> waitingFiles(Installation installation) throws IOException {
        try (Stream<Path> files = Files.list(installation.home().resolve("inbox"))) {
            return files.map(Path::toString).toList();
        }
    }
}
