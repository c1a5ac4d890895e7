package perennial.decisions.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import perennial.decisions.RuleEffects.Effect;
import perennial.decisions.RuleEffects.Lever;
import perennial.decisions.RuleEffects.Source;
import perennial.decisions.model.Case;
import perennial.decisions.model.EffectTable;
import perennial.rules.Kind;
import perennial.storage.Statements;

/** What each offer is held to change. */
@ApplicationScoped
public class EffectRows {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    protected EffectRows() {}

    public EffectRows(DataSource database) {
        this.database = database;
    }

    private Statements statements() {
        return new Statements(database, "effects");
    }

    public List<Effect> all() {
        return statements()
                .all(
                        "select verb, kind, segment_id, uplift, lower_end, upper_end, source from rule_effect "
                                + "order by kind, verb, segment_id",
                        row -> new Effect(
                                new Lever(
                                        row.getString("verb"),
                                        Case.label(Kind.valueOf(row.getString("kind"))),
                                        Optional.of(row.getString("segment_id")).filter(segment -> !segment.isEmpty())),
                                row.getDouble("uplift"),
                                row.getDouble("lower_end"),
                                row.getDouble("upper_end"),
                                Source.valueOf(row.getString("source"))));
    }

    public void put(Effect effect, String actor) {
        remove(effect.lever());
        statements()
                .change(
                        "insert into rule_effect (verb, kind, segment_id, uplift, lower_end, upper_end, source, actor) "
                                + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                        insert -> {
                            insert.setString(1, effect.lever().verb());
                            insert.setString(2, kind(effect.lever()));
                            insert.setString(3, effect.lever().segment().orElse(""));
                            insert.setDouble(4, effect.uplift());
                            insert.setDouble(5, effect.lower());
                            insert.setDouble(6, effect.upper());
                            insert.setString(7, effect.source().name());
                            insert.setString(8, actor);
                        });
    }

    /** False if there was no such row. */
    public boolean remove(Lever lever) {
        return statements().change("delete from rule_effect where verb = ? and kind = ? and segment_id = ?", delete -> {
                    delete.setString(1, lever.verb());
                    delete.setString(2, kind(lever));
                    delete.setString(3, lever.segment().orElse(""));
                })
                > 0;
    }

    private static String kind(Lever lever) {
        return EffectTable.kind(lever.kind()).map(Kind::name).orElse(lever.kind());
    }
}
