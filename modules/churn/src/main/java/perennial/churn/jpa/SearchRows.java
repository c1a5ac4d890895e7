package perennial.churn.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import perennial.analytics.churn.Recipe;
import perennial.analytics.churn.RecipeSearch.Trial;
import perennial.analytics.evaluation.Interval;
import perennial.churn.ChurnModels.Cause;
import perennial.kernel.Run;

/** The searches for the settings of the models, trial by trial, and the wishes for one. */
@ApplicationScoped
public class SearchRows {
    private ChurnTables tables;

    @SuppressWarnings("NullAway.Init") // a proxy has no fields
    protected SearchRows() {}

    @Inject
    public SearchRows(ChurnTables tables) {
        this.tables = tables;
    }

    /** @param run in which it began */
    public record Sought(Run run, Cause cause, boolean complete) {}

    /** Drops the searches that runs after this one began, which never came in force. */
    public void clearAfter(long run) {
        tables.change("delete from churn_trial where run_id > ?", run);
        tables.change("delete from churn_search where run_id > ?", run);
    }

    /** The last search that this run or one before it began. */
    public Optional<Sought> last(Run run) {
        return tables
                .all(
                        "select * from churn_search where run_id <= ? order by run_id desc",
                        run.id(),
                        row -> new Sought(
                                new Run(
                                        row.getLong("run_id"),
                                        row.getObject("as_of", OffsetDateTime.class)
                                                .toInstant()),
                                Cause.valueOf(row.getString("cause")),
                                row.getBoolean("complete")))
                .stream()
                .findFirst();
    }

    public void begin(Run run, Cause cause) {
        tables.change("insert into churn_search (run_id, as_of, cause, complete) values (?, ?, ?, ?)", insert -> {
            insert.setLong(1, run.id());
            insert.setObject(2, run.asOf().atOffset(ZoneOffset.UTC));
            insert.setString(3, cause.name());
            insert.setBoolean(4, false);
        });
    }

    public void complete(Run search) {
        tables.change("update churn_search set complete = true where run_id = ?", search.id());
    }

    public void add(Run search, Trial trial) {
        tables.change(
                "insert into churn_trial (run_id, recipe, auc, auc_lower, auc_upper, log_loss, judged) "
                        + "values (?, ?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setLong(1, search.id());
                    insert.setString(2, trial.recipe().name());
                    insert.setDouble(3, trial.auc().value());
                    insert.setDouble(4, trial.auc().low());
                    insert.setDouble(5, trial.auc().high());
                    insert.setDouble(6, trial.logLoss());
                    insert.setInt(7, trial.judged());
                });
    }

    /** The best first. */
    public List<Trial> trials(Run search) {
        return tables.all(
                "select * from churn_trial where run_id = ? order by log_loss, recipe",
                search.id(),
                row -> new Trial(
                        Recipe.valueOf(row.getString("recipe")),
                        new Interval(row.getDouble("auc"), row.getDouble("auc_lower"), row.getDouble("auc_upper")),
                        row.getDouble("log_loss"),
                        row.getInt("judged")));
    }

    public void ask(Instant at, String by) {
        tables.change("insert into churn_search_asked (asked_at, asked_by) values (?, ?)", insert -> {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, by);
        });
    }

    public boolean isAsked() {
        return !tables.all("select asked_by from churn_search_asked", row -> row.getString(1))
                .isEmpty();
    }

    /** A search answers all wishes up to then. */
    public void answer() {
        tables.change("delete from churn_search_asked", delete -> {});
    }
}
