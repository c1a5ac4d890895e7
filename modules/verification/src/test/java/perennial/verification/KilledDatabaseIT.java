package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.pipeline.Station;
import perennial.verification.Disturbed.Mishap;
import perennial.verification.console.Visit;
import perennial.verification.container.KillablePostgres;

/**
 * PostgreSQL is killed under a running server, three times while it reads a file, the first time while it receives
 * another one too, and once in each step of a weekly run. The server stays, says that it can't serve for the moment and
 * goes on by itself when the database is back; in one of the steps both are killed. In the end every table holds what
 * an undisturbed one holds.
 */
class KilledDatabaseIT {
    private final long seed = Long.getLong("perennial.seed", 20_261_125L);
    private final Path work = Path.of(System.getProperty("perennial.work"));

    @Test
    void the_server_outlives_its_database_and_goes_on_when_it_is_back() throws Exception {
        Path shop = Mishaps.shop();
        List<Path> files = Mishaps.eventFiles(shop);
        try (KillablePostgres untouched = KillablePostgres.start(work);
                KillablePostgres postgres = KillablePostgres.start(work)) {
            Mishaps.undisturbed(shop, files, "--database-url", untouched.address());
            disturbed(postgres, shop, files, untouched.address());
            TableContents.of(postgres.address()).assertSameAs(TableContents.of(untouched.address()));
        }
    }

    private void disturbed(KillablePostgres postgres, Path shop, List<Path> files, String undisturbed)
            throws Exception {
        Random chance = new Random(seed);
        Places places = Places.in(undisturbed, files, chance);
        Installation installation = Mishaps.installation("outlives");
        try {
            Visit visit = Mishaps.begin(installation, "--database-url", postgres.address());
            Mishaps.openShop(installation, shop);
            Mishaps.of(installation).addWebhookThatIsPaused();
            Disturbed life = new Disturbed(installation, postgres.address(), chance);
            Killing killing = Killing.of(postgres, installation, chance);
            try (HalfSentFile half = HalfSentFile.to(installation, files.get(0))) {
                Mishap first = () -> killing.databaseWhileReceiving(half, visit);
                life.importing(files, places, List.of(first, killing::database, killing::database));
            }
            life.running(places, killing::at);
            assertThat(told(installation, shop)).isEmpty();
        } finally {
            installation.shell("stop");
        }
    }

    /** Secrets and customers that the log tells of. */
    private static List<String> told(Installation installation, Path shop) throws Exception {
        Map<String, String> secrets =
                Map.of(KillablePostgres.PASSWORD, "the database's password", installation.token(), "the token");
        return LogScan.of(secrets, shop).found(installation.home().resolve("log/server.log"));
    }

    /**
     * @param together the step in which the server dies with the database
     * @param longer the step in which the database stays away until everybody has said so; else it is soon back
     */
    private record Killing(KillablePostgres postgres, Installation installation, Station together, Station longer) {
        static Killing of(KillablePostgres postgres, Installation installation, Random chance) {
            List<Station> stations = new ArrayList<>(List.of(Station.values()));
            Collections.shuffle(stations, chance);
            return new Killing(postgres, installation, stations.get(0), stations.get(1));
        }

        /** The database dies in every step. */
        Mishap at(Station station) {
            if (station == together) {
                return this::both;
            }
            return station == longer ? this::databaseForLonger : this::database;
        }

        void both() throws Exception {
            postgres.kill();
            installation.kill();
            postgres.startAgain();
            Mishaps.done(installation.start());
        }

        void database() throws Exception {
            postgres.kill();
            postgres.startAgain();
            Mishaps.of(installation).awaitReady();
            assertThat(installation.isAlive()).isTrue();
        }

        void databaseForLonger() throws Exception {
            postgres.kill();
            assertSaysSo();
            postgres.startAgain();
            Mishaps.of(installation).awaitReady();
        }

        void databaseWhileReceiving(HalfSentFile half, Visit visit) throws Exception {
            postgres.kill();
            assertSaysSo();
            assertConsoleSaysSo(visit);
            assertThat(half.sendRest()).anyMatch(line -> line.startsWith("HTTP/1.1 503"));
            postgres.startAgain();
            Mishaps.of(installation).awaitReady();
        }

        private void assertSaysSo() throws Exception {
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
        }

        /** To somebody who is logged in, and to somebody who would like to be. */
        private void assertConsoleSaysSo(Visit visit) throws Exception {
            Visit stranger = new Visit(installation.address());
            for (HttpResponse<String> page : List.of(visit.get("/password"), stranger.logIn("admin", "a password"))) {
                assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
                assertThat(page.headers().firstValue("Retry-After")).isPresent();
                assertThat(page.body())
                        .contains("For the moment nothing can be read or kept")
                        .contains("暂时无法读取或保存")
                        .doesNotContain("Exception");
            }
        }
    }
}
