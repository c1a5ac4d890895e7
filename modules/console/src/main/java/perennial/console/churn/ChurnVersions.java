package perennial.console.churn;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.churn.ChurnModels;
import perennial.churn.ChurnModels.Remark;
import perennial.churn.ChurnModels.Search;
import perennial.churn.ChurnModels.Version;
import perennial.console.login.Visitor;
import perennial.console.shell.Format;
import perennial.console.shell.Notices;
import perennial.overview.Overview;

/** The churn models that runs trained, and putting an earlier one back. */
@Named
@ViewScoped
public class ChurnVersions implements Serializable {
    @Inject
    private ChurnModels models;

    @Inject
    private Overview overview;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Format format;

    private transient @Nullable List<Version> seen;
    private long asked;
    private @Nullable String comment;

    public List<Version> getAll() {
        List<Version> known = Objects.requireNonNullElseGet(
                seen, () -> overview.inForce().map(models::versions).orElse(List.of()));
        seen = known;
        return known;
    }

    /** The AUC of a version on the time that it was judged on, with its interval. */
    public String auc(Version version) {
        var own = version.card().measures().get(version.card().kind());
        return own == null || !own.containsKey("auc")
                ? "–"
                : format.decimal(own.getOrDefault("auc", 0.5), 3) + " ("
                        + format.decimal(own.getOrDefault("aucLower", 0.0), 3) + " … "
                        + format.decimal(own.getOrDefault("aucUpper", 1.0), 3) + ")";
    }

    public @Nullable Search getSearch() {
        return overview.inForce().flatMap(models::search).orElse(null);
    }

    /** The first of two steps, so that a slip of the hand changes nothing. */
    public void askFor(long version) {
        asked = version;
    }

    public void stay() {
        asked = 0;
    }

    /** The page is then shown anew. */
    public void putBack() {
        visitor.need(Role.ANALYST);
        boolean isDone = notices.trying(() -> overview.inForce()
                .ifPresent(run -> models.putBack(
                        run, asked, new Remark(visitor.getName(), Objects.requireNonNullElse(comment, "")))));
        if (isDone) {
            notices.done(ChurnVersions.class, "put.done", Long.toString(asked));
        }
        notices.goTo("/churn");
    }

    public void search() {
        visitor.need(Role.OPERATOR);
        models.askForSearch(visitor.getName());
        notices.done(ChurnVersions.class, "search.asked");
    }

    public long getAsked() {
        return asked;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}
