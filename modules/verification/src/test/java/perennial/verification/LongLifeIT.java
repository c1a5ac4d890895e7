package perennial.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Four weekly runs of an installation that keeps two: what it still holds, what it counted, and what it wrote down. */
class LongLifeIT {
    private static final int RUNS = 4;

    /** Tables with rows for each run that tell how things went on, in a few rows or none a customer. */
    private static final Set<String> FOR_GOOD = Set.of(
            "run_step",
            "stage_change",
            "segment_move",
            "segmentation_version",
            "segmentation_deed",
            "churn_version",
            "churn_version_measure",
            "churn_deed",
            "churn_search",
            "churn_trial",
            "glance",
            "glance_count",
            "glance_month");

    /** What a version of the segments consists of, by the run that made it. */
    private static final Set<String> OF_VERSIONS = Set.of(
            "segmentation",
            "segmentation_evidence",
            "segmentation_model",
            "segmentation_column",
            "segment_centre",
            "segment_coordinate",
            "segment_origin",
            "segment_end",
            "segmentation_flow",
            "segmentation_version_name",
            "segmentation_version_bin",
            "segmentation_version_drift");

    /** Payara's own words on the standard output, which no formatter sees. */
    private static final String PRINTED_PAST_THE_LOG = "JdbcRuntimeExtension";

    @Test
    void old_results_go_figures_are_told_and_no_log_tells_of_anybody() throws Exception {
        Path shop = Installation.simulatedShop("shop", 300, 60);
        Installation installation = Installation.empty("long").with("PERENNIAL_RUNS_KEPT", "2");
        Map<String, String> secrets = new HashMap<>();
        try {
            Installation.Said started = installation.start("--json");
            Mishaps.done(started);
            secrets.put(started.json().getString("administratorKey"), "the administrator's key");
            secrets.put(started.json().getString("consolePassword"), "the administrator's password");
            Mishaps.openShop(installation, shop);
            secrets.put(installation.token(), "the operator's token");
            String key = installation.key("reader");
            secrets.put(key, "the reader's key");
            for (int run = 0; run < RUNS; run++) {
                Mishaps life = Mishaps.of(installation);
                life.startRun();
                life.awaitRun();
            }
            askForWhatIsNotThere(installation, key, shop);
            assertThat(figures(installation))
                    .contains("perennial_imports{mp_scope=\"application\",state=\"completed\"} 4.0")
                    .contains("perennial_runs{mp_scope=\"application\",status=\"completed\"} 4.0")
                    .containsPattern("perennial_last_run_seconds\\S* [0-9.]+")
                    .containsPattern("perennial_import_lines\\S* [0-9.]+")
                    .containsPattern("perennial_decisions\\{kind=\"[a-z.-]+\",\\S*} [0-9.]+")
                    .containsPattern(
                            "perennial_http_requests_total\\{\\S*resource=\"customers/\\{id}\",status=\"404\"} 1")
                    .doesNotContain("nobody-of-that-name");
        } finally {
            installation.shell("stop");
        }
        assertThat(tooOldIn(installation)).isEmpty();
        LogScan scan = LogScan.of(secrets, shop);
        Path log = installation.home().resolve("log/server.log");
        assertThat(scan.found(log)).isEmpty();
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> !line.startsWith(PRINTED_PAST_THE_LOG))
                .isNotEmpty()
                .allSatisfy(Installation::object);
    }

    /** Failures of every kind get into the log. */
    private static void askForWhatIsNotThere(Installation installation, String key, Path shop) throws Exception {
        String base = installation.address() + "/api/v1";
        assertThat(Installation.get(base + "/customers/nobody-of-that-name", key)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Installation.get(base + "/overview", key + "x").statusCode()).isEqualTo(401);
        var wrong = Installation.post(
                base + "/imports?mapping=perennial-orders&file=customers.csv",
                installation.token(),
                shop.resolve("customers.csv"));
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
    }

    /** Once they have been renewed since the last run. */
    private static String figures(Installation installation) throws Exception {
        Patience.until(
                installation,
                "the figures of the fourth run",
                () -> metrics(installation).contains("status=\"completed\"} 4.0"));
        return metrics(installation);
    }

    private static String metrics(Installation installation) throws Exception {
        return Installation.get(installation.address() + "/metrics", "none").body();
    }

    private static List<String> tooOldIn(Installation installation) throws Exception {
        List<String> tooOld = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(TableContents.copyOfEmbedded(installation.home()));
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet table = statement.executeQuery("select table_name from information_schema.columns "
                    + "where column_name = 'run_id' and table_schema = current_schema")) {
                while (table.next()) {
                    tables.add(table.getString(1));
                }
            }
            assertThat(tables).hasSizeGreaterThan(15).containsAll(FOR_GOOD).containsAll(OF_VERSIONS);
            tables.removeAll(FOR_GOOD);
            for (String table : tables) {
                if (holdsTooOld(statement, table)) {
                    tooOld.add(table);
                }
            }
        }
        return tooOld;
    }

    /**
     * Decisions that reached somebody are kept as long as a cap asks for them; of the segments' versions the one in force
     * and the one to go back to, however old they are, and so are the churn models that took over last.
     */
    private static boolean holdsTooOld(Statement statement, String table) throws SQLException {
        String reached = table.equals("decision") ? " and channel is null" : "";
        String needed = OF_VERSIONS.contains(table)
                ? " and run_id not in (select version_id from segmentation_placing union select v.before_id "
                        + "from segmentation_version v join segmentation_placing p on p.version_id = v.run_id "
                        + "where v.before_id is not null)"
                : table.equals("churn_fitted") ? " and run_id not in (select version_id from churn_deed)" : "";
        try (ResultSet row = statement.executeQuery("select count(*) from " + table
                + " where run_id < (select min(id) from (select id from run order by id desc limit 2) newest)"
                + reached
                + needed)) {
            row.next();
            return row.getLong(1) > 0;
        }
    }
}
