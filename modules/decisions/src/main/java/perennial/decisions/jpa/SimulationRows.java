package perennial.decisions.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.RuleSimulations.Simulation;
import perennial.decisions.RuleSimulations.Status;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.storage.Statements;

/** The last simulation of each version of the rules. */
@ApplicationScoped
public class SimulationRows {
    private static final Words INTERRUPTED =
            new Words("the server ended while it was at work; simulate again", "服务器在模拟期间停止；请重新模拟");

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected SimulationRows() {}

    public SimulationRows(DataSource database) {
        this.database = database;
    }

    private Statements statements() {
        return new Statements(database, "simulations");
    }

    /** In the place of the last one of the version. */
    public void begin(long version, Run run, Instant at, String actor) {
        forget(version);
        statements()
                .change(
                        "insert into rule_simulation (rule_version_id, run_id, as_of, status, done, total, started_at, "
                                + "heard_at, actor) values (?, ?, ?, ?, 0, 0, ?, ?, ?)",
                        insert -> {
                            insert.setLong(1, version);
                            insert.setLong(2, run.id());
                            insert.setObject(3, run.asOf().atOffset(ZoneOffset.UTC));
                            insert.setString(4, Status.RUNNING.name());
                            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
                            insert.setObject(6, at.atOffset(ZoneOffset.UTC));
                            insert.setString(7, actor);
                        });
    }

    public void forget(long version) {
        statements()
                .change("delete from rule_simulation where rule_version_id = ?", delete -> delete.setLong(1, version));
    }

    public void forgetBefore(long oldestKept) {
        statements().change("delete from rule_simulation where run_id < ?", delete -> delete.setLong(1, oldestKept));
    }

    /** False if another one of the version has taken its place. */
    public boolean progress(long version, Instant started, long done, long total, Instant now) {
        return statements()
                        .change(
                                "update rule_simulation set done = ?, total = ?, heard_at = ? "
                                        + "where rule_version_id = ? and started_at = ?",
                                update -> {
                                    update.setLong(1, done);
                                    update.setLong(2, total);
                                    update.setObject(3, now.atOffset(ZoneOffset.UTC));
                                    update.setLong(4, version);
                                    update.setObject(5, started.atOffset(ZoneOffset.UTC));
                                })
                > 0;
    }

    public void complete(long version, Instant started, Findings findings) {
        statements()
                .change(
                        "update rule_simulation set status = ?, findings = ? "
                                + "where rule_version_id = ? and started_at = ?",
                        update -> {
                            update.setString(1, Status.COMPLETED.name());
                            update.setString(2, FindingsColumn.write(findings));
                            update.setLong(3, version);
                            update.setObject(4, started.atOffset(ZoneOffset.UTC));
                        });
    }

    public void fail(long version, Instant started, Words why) {
        statements()
                .change(
                        "update rule_simulation set status = ?, failure_en = ?, failure_zh = ? "
                                + "where rule_version_id = ? and started_at = ?",
                        update -> {
                            update.setString(1, Status.FAILED.name());
                            update.setString(2, why.english());
                            update.setString(3, why.chinese());
                            update.setLong(4, version);
                            update.setObject(5, started.atOffset(ZoneOffset.UTC));
                        });
    }

    /** @param silentSince one that is at work and was not heard of since then was interrupted */
    public Optional<Simulation> last(long version, Instant silentSince) {
        return statements()
                .one(
                        "select * from rule_simulation where rule_version_id = ?",
                        version,
                        row -> simulation(row, silentSince));
    }

    private static Simulation simulation(ResultSet row, Instant silentSince) throws SQLException {
        Status stored = Status.valueOf(row.getString("status"));
        boolean isSilent = stored == Status.RUNNING && instant(row, "heard_at").isBefore(silentSince);
        String chinese = row.getString("failure_zh");
        return new Simulation(
                row.getLong("rule_version_id"),
                new Run(row.getLong("run_id"), instant(row, "as_of")),
                isSilent ? Status.FAILED : stored,
                row.getLong("done"),
                row.getLong("total"),
                instant(row, "started_at"),
                row.getString("actor"),
                isSilent
                        ? Optional.of(INTERRUPTED)
                        : Optional.ofNullable(row.getString("failure_en")).map(english -> new Words(english, chinese)),
                Optional.ofNullable(row.getString("findings")).map(FindingsColumn::read));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
