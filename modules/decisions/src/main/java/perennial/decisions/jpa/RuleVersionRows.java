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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import perennial.decisions.RuleVersions.Deed;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;
import perennial.kernel.Words;
import perennial.rules.RuleSource;
import perennial.storage.Statements;

/** The versions of the rules with their texts, and what was done with each. */
@ApplicationScoped
public class RuleVersionRows {
    /** As it is stored of a version that was live at least once. */
    static final State ONCE_LIVE = State.RETIRED;

    private static final String VERSIONS = "select id, base_id, title, state, book, due_at from rule_version";
    private static final String DEEDS =
            "select rule_version_id, deed, done_at, actor, why_en, why_zh from rule_deed order by rule_version_id, number";
    private static final String LIVE = "select rule_version_id from rule_in_force order by number desc limit 1";

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected RuleVersionRows() {}

    public RuleVersionRows(DataSource database) {
        this.database = database;
    }

    private Statements statements() {
        return new Statements(database, "rules");
    }

    /** The number of the new version. */
    public long add(Optional<Long> base, String title, State state, String book, List<RuleSource> files) {
        long id = statements()
                .add("insert into rule_version (base_id, title, state, book) values (?, ?, ?, ?)", insert -> {
                    insert.setObject(1, base.orElse(null), Types.BIGINT);
                    insert.setString(2, title);
                    insert.setString(3, state.name());
                    insert.setString(4, book);
                });
        keep(id, files);
        return id;
    }

    /** Writes a draft anew. */
    public void rewrite(long id, long base, String title, String book, List<RuleSource> files) {
        statements()
                .change("update rule_version set base_id = ?, title = ?, state = ?, book = ? where id = ?", update -> {
                    update.setLong(1, base);
                    update.setString(2, title);
                    update.setString(3, State.DRAFT.name());
                    update.setString(4, book);
                    update.setLong(5, id);
                });
        clear("rule_version_file", "rule_version_id", id);
        keep(id, files);
    }

    public void delete(long id) {
        clear("rule_version_file", "rule_version_id", id);
        clear("rule_deed", "rule_version_id", id);
        clear("rule_version", "id", id);
    }

    private void clear(String table, String column, long id) {
        statements().change("delete from " + table + " where " + column + " = ?", delete -> delete.setLong(1, id));
    }

    private void keep(long id, List<RuleSource> files) {
        statements()
                .addAll(
                        "insert into rule_version_file (rule_version_id, path, text) values (?, ?, ?)",
                        files,
                        (insert, file) -> {
                            insert.setLong(1, id);
                            insert.setString(2, file.path());
                            insert.setString(3, file.text());
                        });
    }

    public List<RuleSource> files(long id) {
        return statements()
                .all(
                        "select path, text from rule_version_file where rule_version_id = ? order by path",
                        select -> select.setLong(1, id),
                        row -> new RuleSource(row.getString("path"), row.getString("text")));
    }

    /** @param due when it goes live, if it is scheduled */
    public void state(long id, State state, Optional<Instant> due) {
        statements().change("update rule_version set state = ?, due_at = ? where id = ?", update -> {
            update.setString(1, state.name());
            update.setObject(2, due.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            update.setLong(3, id);
        });
    }

    /** @param number of the turn in which it is done */
    public void note(long id, long number, Deed deed) {
        statements()
                .change(
                        "insert into rule_deed (rule_version_id, number, deed, done_at, actor, why_en, why_zh) "
                                + "values (?, ?, ?, ?, ?, ?, ?)",
                        insert -> {
                            insert.setLong(1, id);
                            insert.setLong(2, number);
                            insert.setString(3, deed.kind().name());
                            insert.setObject(4, deed.at().atOffset(ZoneOffset.UTC));
                            insert.setString(5, deed.actor());
                            insert.setString(6, deed.why().english());
                            insert.setString(7, deed.why().chinese());
                        });
    }

    /** The newest first. */
    public List<Version> all() {
        Optional<Long> live =
                statements().all(LIVE, row -> row.getLong(1)).stream().findFirst();
        Map<Long, List<Deed>> deeds = deeds();
        return statements()
                .all(
                        VERSIONS + " order by id desc",
                        row -> version(row, live, deeds.getOrDefault(row.getLong("id"), List.of())));
    }

    public Optional<Version> find(long id) {
        return all().stream().filter(version -> version.id() == id).findFirst();
    }

    private Map<Long, List<Deed>> deeds() {
        record Of(long version, Deed deed) {}
        return statements()
                .all(
                        DEEDS,
                        row -> new Of(
                                row.getLong("rule_version_id"),
                                new Deed(
                                        Deed.Kind.valueOf(row.getString("deed")),
                                        instant(row, "done_at"),
                                        row.getString("actor"),
                                        new Words(row.getString("why_en"), row.getString("why_zh")))))
                .stream()
                .collect(Collectors.groupingBy(Of::version, Collectors.mapping(Of::deed, Collectors.toList())));
    }

    private static Version version(ResultSet row, Optional<Long> live, List<Deed> deeds) throws SQLException {
        long id = row.getLong("id");
        State stored = State.valueOf(row.getString("state"));
        boolean isLive =
                stored == ONCE_LIVE && live.filter(version -> version == id).isPresent();
        return new Version(
                id,
                Optional.ofNullable(row.getObject("base_id", Long.class)),
                row.getString("title"),
                isLive ? State.LIVE : stored,
                row.getString("book"),
                Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                deeds);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
