package perennial.console.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.ejb.EJBException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Failures;
import perennial.console.shell.Notices;
import perennial.decisions.RefusedDraftException;
import perennial.decisions.RuleDrafts;
import perennial.decisions.RuleDrafts.Manuscript;
import perennial.decisions.RuleVersions;
import perennial.decisions.RuleVersions.Change;
import perennial.decisions.RuleVersions.File;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;
import perennial.decisions.Rules.Problem;

/** A draft of rules, one of its files at a time. */
@Named
@ViewScoped
public class DraftPage implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    private RuleVersions versions;

    @Inject
    private RuleDrafts drafts;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private long draft;
    private @Nullable String file;
    private @Nullable String title;
    private @Nullable String text;
    private @Nullable String comment;
    private transient List<Problem> problems = List.of();

    /** Begins with what is there: the draft, or the version in force that a new one is written on. */
    public void look() {
        visitor.need(Role.ANALYST);
        List<File> files = files();
        String path = Objects.requireNonNullElse(file, files.get(0).path());
        file = path;
        if (draft != 0) {
            title = versions.find(draft).title();
        }
        text = files.stream()
                .filter(one -> one.path().equals(path))
                .map(File::text)
                .findFirst()
                .orElse("");
    }

    private List<File> files() {
        return versions.files(getBase());
    }

    /** Keeps the file with the others that the draft changes. */
    public void save() {
        visitor.need(Role.ANALYST);
        if (keep()) {
            notices.done(DraftPage.class, "saved");
            notices.goTo("/rules/edit?draft=" + draft + "&file=" + file);
        }
    }

    private boolean keep() {
        try {
            return notices.trying(this::write);
        } catch (EJBException e) {
            problems = Failures.only(RefusedDraftException.class, e).problems();
            return false;
        }
    }

    private void write() {
        Manuscript manuscript = new Manuscript(Objects.requireNonNullElse(title, ""), texts());
        draft = (draft == 0
                        ? drafts.write(manuscript, Keeper.of(visitor))
                        : drafts.change(draft, manuscript, Keeper.of(visitor)))
                .id();
    }

    private Map<String, Optional<String>> texts() {
        Map<String, Optional<String>> texts = new LinkedHashMap<>();
        if (draft != 0) {
            for (Change change : versions.changes(draft)) {
                texts.put(change.path(), change.after());
            }
        }
        texts.put(String.valueOf(file), Optional.ofNullable(text));
        return texts;
    }

    public void propose() {
        visitor.need(Role.ANALYST);
        if (notices.trying(() -> drafts.propose(draft, Keeper.remark(visitor, comment)))) {
            notices.done(DraftPage.class, "proposed");
            notices.goTo("/rules/proposal?id=" + draft);
        }
    }

    public void delete() {
        visitor.need(Role.ANALYST);
        if (notices.trying(() -> drafts.delete(draft, Keeper.of(visitor)))) {
            notices.done(DraftPage.class, "deleted");
        }
        notices.goTo("/rules");
    }

    public List<Problem> getProblems() {
        return Objects.requireNonNullElse(problems, List.of());
    }

    /** All paths of the book by their folders, to go from one to the other. */
    public Map<String, List<String>> getFolders() {
        return files().stream()
                .map(File::path)
                .collect(groupingBy(path -> path.substring(0, path.lastIndexOf('/') + 1), TreeMap::new, toList()));
    }

    public boolean isKept() {
        return draft != 0;
    }

    /** Whether it can be proposed: kept, and not before others already. */
    public boolean isProposable() {
        return version().filter(known -> known.state() == State.DRAFT).isPresent();
    }

    private Optional<Version> version() {
        return draft == 0 ? Optional.empty() : Optional.of(versions.find(draft));
    }

    /** The version whose other files stand beside the text: the draft, or the one in force. */
    public long getBase() {
        return draft == 0 ? versions.inForce().version() : draft;
    }

    /** Whether it is a table of prices or discounts. */
    public boolean isTable() {
        return String.valueOf(file).endsWith(".csv");
    }

    public long getDraft() {
        return draft;
    }

    public void setDraft(long draft) {
        this.draft = draft;
    }

    public @Nullable String getFile() {
        return file;
    }

    public void setFile(@Nullable String file) {
        this.file = file;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getText() {
        return text;
    }

    /** Browsers send lines with ends of their own. */
    public void setText(@Nullable String text) {
        this.text = text == null ? null : text.replace("\r\n", "\n");
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}
