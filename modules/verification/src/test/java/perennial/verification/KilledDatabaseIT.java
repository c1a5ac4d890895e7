package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.pipeline.Station;
import perennial.verification.container.KillablePostgres;

/**
 * PostgreSQL is killed under a running server, three times while it reads a file and once in each step of a weekly
 * run. The server stays, says that it can't serve for the moment, goes on by itself when the database is back, and in
 * the end every table holds what an undisturbed one holds.
 */
class KilledDatabaseIT {
    private final long seed = Long.getLong("perennial.seed", 20_261_125L);
    private final Path work = Path.of(System.getProperty("perennial.work"));

    @Test
    void the_server_outlives_its_database_and_goes_on_when_it_is_back() throws Exception {
        Path shop = Installation.simulatedShop("shop", Mishaps.CUSTOMERS, Mishaps.WEEKS);
        TableContents undisturbed;
        try (KillablePostgres postgres = KillablePostgres.start(work)) {
            undisturbed = lived(postgres, shop, false);
        }
        try (KillablePostgres postgres = KillablePostgres.start(work)) {
            lived(postgres, shop, true).assertSameAs(undisturbed);
        }
    }

    private TableContents lived(KillablePostgres postgres, Path shop, boolean isDisturbed) throws Exception {
        Installation installation = Installation.empty("outlives");
        try {
            Mishaps.done(installation.shell("start", "--sample", "none", "--database-url", postgres.address()));
            Mishaps.openShop(installation, shop);
            Mishaps life = Mishaps.of(installation, new Random(seed));
            life.sendEvents(shop);
            for (int part = 0; part < 3 && isDisturbed; part++) {
                life.whileImporting(part, () -> killAndBring(postgres, installation));
            }
            life.awaitImport();
            life.startRun();
            for (Station station : Station.values()) {
                if (isDisturbed) {
                    life.whileAt(station, () -> {
                        killAndBring(postgres, installation);
                        assertThat(TableContents.of(postgres.address())
                                        .holds("run_step", "station=" + station.label() + " ", "status=COMPLETED"))
                                .as("it was killed at " + station + ", with seed " + seed)
                                .isFalse();
                    });
                }
            }
            life.awaitRun();
            LogScan scan = LogScan.of(
                    Map.of(KillablePostgres.PASSWORD, "the database's password", installation.token(), "the token"),
                    shop);
            assertThat(scan.found(installation.home().resolve("log/server.log")))
                    .isEmpty();
            return TableContents.of(postgres.address());
        } finally {
            installation.shell("stop");
        }
    }

    private static void killAndBring(KillablePostgres postgres, Installation installation) throws Exception {
        postgres.kill();
        String address = installation.address();
        HttpResponse<String> refused = Installation.get(address + "/api/v1/overview", "any-key");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Installation.get(address + "/health/ready", "any-key").statusCode())
                .isEqualTo(503);
        assertThat(Installation.get(address + "/health/live", "any-key").statusCode())
                .isEqualTo(200);
        assertThat(installation.isAlive()).isTrue();
        postgres.startAgain();
        awaitReady(address);
    }

    private static void awaitReady(String address) throws Exception {
        int status = 0;
        while (status != 200) {
            Mishaps.pause();
            status = Installation.get(address + "/health/ready", "any-key").statusCode();
        }
    }
}
