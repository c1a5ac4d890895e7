package perennial.decisions.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.decisions.RuleShadows.Live;
import perennial.decisions.RuleShadows.Shadow;
import perennial.decisions.RuleShadows.Week;
import perennial.decisions.RuleSimulations.Example;
import perennial.decisions.RuleSimulations.Findings;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.storage.Statements;

/** Proposals in the shadow of the rules in force, and what they found. */
@ApplicationScoped
public class ShadowRows {
    private static final int EXAMPLES = 20;
    private static final String GOING_ON = "s.ended_at is null and v.state in ('PROPOSED', 'SCHEDULED')";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected ShadowRows() {}

    public ShadowRows(DataSource database) {
        this.database = database;
    }

    private Statements statements() {
        return new Statements(database, "shadows of rules");
    }

    /** In the place of an earlier one of the version. */
    public void begin(long version, Instant at, String actor) {
        forget(version);
        statements().change("insert into rule_shadow (rule_version_id, begun_at, actor) values (?, ?, ?)", insert -> {
            insert.setLong(1, version);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setString(3, actor);
        });
    }

    public void end(long version, Instant at) {
        statements().change("update rule_shadow set ended_at = ? where rule_version_id = ?", update -> {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setLong(2, version);
        });
    }

    public void forget(long version) {
        for (String table : List.of("rule_shadow_answer", "rule_shadow_run", "rule_shadow")) {
            statements()
                    .change(
                            "delete from " + table + " where rule_version_id = ?",
                            delete -> delete.setLong(1, version));
        }
    }

    /** What was found of runs before one, and of occasions that are not kept any more. */
    public void forgetBefore(long oldestKept) {
        statements().change("delete from rule_shadow_run where run_id < ?", delete -> delete.setLong(1, oldestKept));
        statements()
                .change(
                        "delete from rule_shadow_answer where occasion_id < "
                                + "(select coalesce(min(id), 0) from decision_occasion)",
                        delete -> {});
    }

    /** The version that goes on in the shadow. */
    public Optional<Long> goingOn() {
        return statements()
                .all(
                        "select s.rule_version_id from rule_shadow s join rule_version v on v.id = s.rule_version_id where "
                                + GOING_ON,
                        row -> row.getLong(1))
                .stream()
                .findFirst();
    }

    /** What a version would have decided for an occasion; the same where nothing differs. */
    public void add(long version, long occasion, Example example) {
        boolean differs = !example.live().equals(example.draft());
        statements()
                .change(
                        "insert into rule_shadow_answer (rule_version_id, occasion_id, customer_id, live, shadow) "
                                + "values (?, ?, ?, ?, ?)",
                        insert -> {
                            insert.setLong(1, version);
                            insert.setLong(2, occasion);
                            insert.setString(3, example.customer().value());
                            if (differs) {
                                insert.setString(4, FindingsColumn.write(example.live()));
                                insert.setString(5, FindingsColumn.write(example.draft()));
                            } else {
                                insert.setNull(4, Types.VARCHAR);
                                insert.setNull(5, Types.VARCHAR);
                            }
                        });
    }

    /** In the place of what an earlier run showed. */
    public void put(long version, Week week) {
        statements()
                .change("delete from rule_shadow_run where rule_version_id = ?", delete -> delete.setLong(1, version));
        statements()
                .change(
                        "insert into rule_shadow_run (rule_version_id, run_id, as_of, findings) values (?, ?, ?, ?)",
                        insert -> {
                            insert.setLong(1, version);
                            insert.setLong(2, week.run().id());
                            insert.setObject(3, week.run().asOf().atOffset(ZoneOffset.UTC));
                            insert.setString(4, FindingsColumn.write(week.findings()));
                        });
    }

    public Optional<Shadow> of(long version) {
        return statements()
                .one(
                        "select s.*, case when " + GOING_ON + " then true else false end as is_on "
                                + "from rule_shadow s join rule_version v on v.id = s.rule_version_id "
                                + "where s.rule_version_id = ?",
                        version,
                        this::shadow);
    }

    private Shadow shadow(ResultSet row) throws SQLException {
        long version = row.getLong("rule_version_id");
        return new Shadow(
                version,
                instant(row, "begun_at"),
                row.getString("actor"),
                row.getBoolean("is_on"),
                live(version),
                week(version));
    }

    private Live live(long version) {
        return statements()
                .one(
                        "select count(*), count(live) from rule_shadow_answer where rule_version_id = ?",
                        version,
                        row -> new Live(row.getLong(1), row.getLong(2), examples(version)))
                .orElseThrow();
    }

    private List<Example> examples(long version) {
        return statements()
                .all(
                        "select customer_id, live, shadow from rule_shadow_answer "
                                + "where rule_version_id = ? and live is not null order by occasion_id desc limit "
                                + EXAMPLES,
                        select -> select.setLong(1, version),
                        row -> new Example(
                                new CustomerId(row.getString("customer_id")),
                                FindingsColumn.readTold(row.getString("live")),
                                FindingsColumn.readTold(row.getString("shadow"))));
    }

    private Optional<Week> week(long version) {
        return statements()
                .one(
                        "select * from rule_shadow_run where rule_version_id = ?",
                        version,
                        row -> new Week(new Run(row.getLong("run_id"), instant(row, "as_of")), findings(row)));
    }

    private static Findings findings(ResultSet row) throws SQLException {
        return FindingsColumn.read(row.getString("findings"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
