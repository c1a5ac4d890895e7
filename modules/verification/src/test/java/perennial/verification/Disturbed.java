package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import perennial.pipeline.Station;

/** The imports and the first run of an installation, in which something happens at places that are known before. */
final class Disturbed {
    private static final String OTHER_NODE = "another node";

    private final Installation installation;
    private final Mishaps life;
    private final String database;
    private final Random chance;

    /** @param database address of that of the installation */
    Disturbed(Installation installation, String database, Random chance) {
        this.installation = installation;
        this.life = Mishaps.of(installation);
        this.database = database;
        this.chance = chance;
    }

    /** The embedded database as it is shipped, but for letting this test in beside the server, and waiting for it. */
    static String shared(Installation installation) {
        return "jdbc:h2:file:" + installation.home().resolve("db/perennial").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;AUTO_SERVER=TRUE"
                + ";LOCK_TIMEOUT=600000;USER=perennial";
    }

    /** What happens while work stands still; when it has happened, server and database are up again. */
    @FunctionalInterface
    interface Mishap {
        void happen() throws Exception;
    }

    /** While each of the files is read. */
    void importing(List<Path> files, Places places, List<Mishap> mishaps) throws Exception {
        for (int i = 0; i < files.size(); i++) {
            try (Barrier event = Barrier.before(places.events().get(i), database)) {
                life.sendEvents(files.get(i));
                event.awaitWork(installation, this::importGoesOn);
                mishaps.get(i).happen();
            }
            life.awaitImport();
        }
    }

    private void importGoesOn() throws Exception {
        JsonObject report = life.latestImport();
        assertThat(report.getString("state")).as(report.toString()).isIn("waiting", "reading");
    }

    /** In each step of the run. */
    void running(Places places, Function<Station, Mishap> mishaps) throws Exception {
        giveLeaseAway();
        life.startRun();
        for (Map.Entry<Station, StoredRow> result : places.results().entrySet()) {
            disturb(result.getKey(), result.getValue(), mishaps.apply(result.getKey()));
        }
        giveLeaseBack();
        life.awaitRun();
    }

    /** While the step writes its results or, as chance has it, when they are written and that is not noted yet. */
    private void disturb(Station station, StoredRow result, Mishap mishap) throws Exception {
        try (Barrier writing = Barrier.before(result, database)) {
            giveLeaseBack();
            writing.awaitWork(installation, this::runGoesOn);
            Optional<Barrier> noting = chance.nextBoolean() ? noting(station) : Optional.empty();
            if (noting.isPresent()) {
                writing.close();
                try (Barrier further = noting.get()) {
                    further.awaitWork(installation, this::runGoesOn);
                    happen(mishap);
                }
            } else {
                happen(mishap);
            }
        }
        JsonObject step = life.latestRun().getJsonArray("steps").getJsonObject(station.ordinal());
        assertThat(step.getString("status")).as(step.toString()).isEqualTo("running");
    }

    /** Empty for the moment in which the step itself writes down how far it is. */
    private Optional<Barrier> noting(Station station) throws SQLException {
        return Barrier.beforeChange("run_step", "station = '" + station.label() + "'", database);
    }

    private void runGoesOn() throws Exception {
        JsonObject run = life.latestRun();
        assertThat(run.getString("status")).as(run.toString()).isIn("queued", "running");
    }

    private void happen(Mishap mishap) throws Exception {
        giveLeaseAway();
        mishap.happen();
    }

    /** To another node, so that the run is not taken up again before the next barrier stands. */
    private void giveLeaseAway() throws SQLException {
        change("update lease set holder = '" + OTHER_NODE
                + "', ends_at = timestamp with time zone '2100-01-01 00:00:00+00'");
    }

    /**
     * Returns when that is in the file of the embedded database too, to which it writes a moment later what it was told:
     * a kill before would give the lease back.
     */
    void awaitLeaseGivenAway() throws Exception {
        change("checkpoint sync");
        Patience.until(
                installation,
                "the lease in the file",
                () -> isLeaseGivenAway(TableContents.copyOfEmbedded(installation.home())));
    }

    private static boolean isLeaseGivenAway(String copy) {
        try (Connection connection = DriverManager.getConnection(copy);
                PreparedStatement statement = connection.prepareStatement("select 1 from lease where holder = ?")) {
            statement.setString(1, OTHER_NODE);
            return statement.executeQuery().next();
        } catch (SQLException torn) {
            return false; // it was copied while it was written
        }
    }

    private void giveLeaseBack() throws SQLException {
        change("update lease set holder = 'nobody', ends_at = timestamp with time zone '2000-01-01 00:00:00+00'");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
