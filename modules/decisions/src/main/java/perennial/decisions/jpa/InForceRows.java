package perennial.decisions.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import perennial.decisions.RuleVersions.InForce;
import perennial.decisions.model.Standing;
import perennial.storage.Statements;

/** Which version of the rules was in force from when on, without which of its rules. */
@ApplicationScoped
public class InForceRows {
    private static final String SELECT =
            "select number, rule_version_id, stopped, book, since, actor from rule_in_force";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected InForceRows() {}

    public InForceRows(DataSource database) {
        this.database = database;
    }

    private Statements statements() {
        return new Statements(database, "rules");
    }

    /** Begins a turn, of which there is one at a time, until the end of the transaction. */
    public long begin() {
        statements().change("update rule_turn set number = number + 1 where id = 1", update -> {});
        return statements()
                .all("select number from rule_turn", row -> row.getLong(1))
                .get(0);
    }

    /** What is in force, with its number; empty before the first start has put the rules of the product in force. */
    public Optional<Standing> inForce() {
        return statements().all(SELECT + " order by number desc limit 1", InForceRows::standing).stream()
                .findFirst();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("number"),
                new InForce(
                        row.getLong("rule_version_id"),
                        codes(row.getString("stopped")),
                        row.getString("book"),
                        RuleVersionRows.instant(row, "since"),
                        row.getString("actor")));
    }

    /** What was in force under the name that decisions have. */
    public Optional<InForce> named(String book) {
        return statements()
                .all(
                        SELECT + " where book = ? order by number limit 1",
                        select -> select.setString(1, book),
                        InForceRows::standing)
                .stream()
                .findFirst()
                .map(Standing::inForce);
    }

    public void putInForce(Standing standing) {
        InForce now = standing.inForce();
        statements()
                .change(
                        "insert into rule_in_force (number, rule_version_id, stopped, book, since, actor) "
                                + "values (?, ?, ?, ?, ?, ?)",
                        insert -> {
                            insert.setLong(1, standing.number());
                            insert.setLong(2, now.version());
                            insert.setString(3, String.join(",", new TreeSet<>(now.stopped())));
                            insert.setString(4, now.book());
                            insert.setObject(5, now.since().atOffset(ZoneOffset.UTC));
                            insert.setString(6, now.actor());
                        });
        statements().change("update rule_version set state = ?, due_at = null where id = ?", update -> {
            update.setString(1, RuleVersionRows.ONCE_LIVE.name());
            update.setLong(2, now.version());
        });
    }

    /** What decisions call a version without these rules; empty where it was never in force so. */
    public Optional<String> book(long version, Set<String> stopped) {
        return statements()
                .all(
                        "select book from rule_in_force where rule_version_id = ? and stopped = ? order by number desc",
                        select -> {
                            select.setLong(1, version);
                            select.setString(2, String.join(",", new TreeSet<>(stopped)));
                        },
                        row -> row.getString("book"))
                .stream()
                .findFirst();
    }

    private static Set<String> codes(String column) {
        return Arrays.stream(column.split(",")).filter(code -> !code.isEmpty()).collect(Collectors.toSet());
    }
}
