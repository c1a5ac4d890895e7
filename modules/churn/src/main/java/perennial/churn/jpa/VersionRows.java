package perennial.churn.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import perennial.churn.ChurnModels.Card;
import perennial.churn.ChurnModels.Deed;
import perennial.churn.ChurnModels.Span;
import perennial.churn.model.Decided;
import perennial.churn.model.Trained;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** The versions of the churn model with their cards, and what was decided about them; kept for good. */
@ApplicationScoped
public class VersionRows {
    private static final List<String> TABLES = List.of("churn_deed", "churn_version_measure", "churn_version");
    private static final String VERSION = "insert into churn_version (run_id, as_of, kind, settings_en, settings_zh, "
            + "horizon_days, training_from, training_to, judged_from, judged_to, training_rows, training_left, features, "
            + "idle_features, calibration, seed, libraries, took_over, why_en, why_zh) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DEED = "insert into churn_deed (number, run_id, version_id, deed, done_at, actor, why) "
            + "select coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? from churn_deed";

    private ChurnTables tables;

    @SuppressWarnings("NullAway.Init") // a proxy has no fields
    protected VersionRows() {}

    @Inject
    public VersionRows(ChurnTables tables) {
        this.tables = tables;
    }

    /** Drops what runs after this one made or decided, which never came in force. */
    public void clearAfter(long run) {
        TABLES.forEach(table -> tables.change("delete from " + table + " where run_id > ?", run));
    }

    public void add(Run run, Card card) {
        tables.change(VERSION, insert -> fill(insert, run, card));
        card.measures()
                .forEach((model, measures) -> tables.addAll(
                        "insert into churn_version_measure (run_id, model, measure, amount) values (?, ?, ?, ?)",
                        measures.entrySet(),
                        (insert, measure) -> {
                            insert.setLong(1, run.id());
                            insert.setString(2, model);
                            insert.setString(3, measure.getKey());
                            insert.setDouble(4, measure.getValue());
                        }));
    }

    private static void fill(PreparedStatement insert, Run run, Card card) throws SQLException {
        Object[] values = {
            run.id(),
            stored(run.asOf()),
            card.kind(),
            card.settings().english(),
            card.settings().chinese(),
            card.horizonDays(),
            stored(card.training().from()),
            stored(card.training().to()),
            stored(card.judged().from()),
            stored(card.judged().to()),
            card.trainingRows(),
            card.trainingLeft(),
            String.join(",", card.features()),
            String.join(",", card.idleFeatures()),
            card.calibration(),
            card.seed(),
            new TreeMap<>(card.libraries())
                    .entrySet().stream()
                            .map(library -> library.getKey() + "=" + library.getValue())
                            .collect(Collectors.joining(",")),
            card.tookOver(),
            card.why().english(),
            card.why().chinese()
        };
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Those of the run and of runs before it, the newest first. */
    public List<Trained> upTo(Run run) {
        Map<Long, Map<String, Map<String, Double>>> measures = new LinkedHashMap<>();
        tables.all(
                "select * from churn_version_measure where run_id <= ? order by model, measure",
                run.id(),
                row -> measures.computeIfAbsent(row.getLong("run_id"), id -> new TreeMap<>())
                        .computeIfAbsent(row.getString("model"), model -> new TreeMap<>())
                        .put(row.getString("measure"), row.getDouble("amount")));
        return tables.all(
                "select * from churn_version where run_id <= ? order by run_id desc",
                run.id(),
                row -> new Trained(
                        new Run(row.getLong("run_id"), instant(row, "as_of")),
                        card(row, measures.getOrDefault(row.getLong("run_id"), Map.of()))));
    }

    private static Card card(ResultSet row, Map<String, Map<String, Double>> measures) throws SQLException {
        return new Card(
                row.getString("kind"),
                new Words(row.getString("settings_en"), row.getString("settings_zh")),
                row.getInt("horizon_days"),
                new Span(instant(row, "training_from"), instant(row, "training_to")),
                new Span(instant(row, "judged_from"), instant(row, "judged_to")),
                row.getLong("training_rows"),
                row.getLong("training_left"),
                parts(row.getString("features")),
                parts(row.getString("idle_features")),
                row.getString("calibration"),
                row.getLong("seed"),
                libraries(row.getString("libraries")),
                measures,
                row.getBoolean("took_over"),
                new Words(row.getString("why_en"), row.getString("why_zh")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> parts(String joined) {
        return Arrays.stream(joined.split(",")).filter(part -> !part.isEmpty()).toList();
    }

    private static Map<String, String> libraries(String joined) {
        Map<String, String> libraries = new TreeMap<>();
        parts(joined).forEach(library -> {
            int end = library.indexOf('=');
            libraries.put(library.substring(0, end), library.substring(end + 1));
        });
        return libraries;
    }

    /** @param run the one in force, or that which decides itself */
    public void decide(Run run, long version, Deed deed) {
        tables.change(DEED, insert -> {
            insert.setLong(1, run.id());
            insert.setLong(2, version);
            insert.setString(3, deed.kind().name());
            insert.setObject(4, stored(deed.at()));
            insert.setString(5, deed.actor());
            insert.setString(6, deed.why());
        });
    }

    /** What was decided up to a run in force, the latest first. */
    public List<Decided> decisions(Run run) {
        return tables.all(
                "select * from churn_deed where run_id <= ? order by number desc",
                run.id(),
                row -> new Decided(
                        row.getLong("version_id"),
                        new Deed(
                                Deed.Kind.valueOf(row.getString("deed")),
                                instant(row, "done_at"),
                                row.getString("actor"),
                                row.getString("why"))));
    }

    /** The version that gives the next scores. */
    public Optional<Long> next(Run run) {
        return decisions(run).stream().map(Decided::version).findFirst();
    }
}
