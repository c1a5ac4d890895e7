package perennial.console.imports;

import jakarta.ejb.EJBException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.activity.Drafts;
import perennial.activity.Drafts.Draft;
import perennial.activity.Drafts.Glimpse;
import perennial.activity.Drafts.Preview;
import perennial.activity.Imports;
import perennial.activity.MappingForm;
import perennial.activity.UnknownDraftException;
import perennial.console.login.Visitor;
import perennial.console.shell.Notices;

/**
 * Maps a file's columns by hand: guessed first, tried out on its first lines as often as one likes, and imported when
 * the person says so.
 */
@Named
@ViewScoped
public class MappingPage implements Serializable {
    @Inject
    private Drafts drafts;

    @Inject
    private Imports imports;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private final FileReadingChoice choice = new FileReadingChoice();
    private long id;
    private @Nullable Draft draft;
    private Glimpse glimpse = new Glimpse(List.of(), List.of());
    private @Nullable MappingSheet sheet;
    private @Nullable Preview preview;
    private @Nullable String name;
    private long imported;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    /** Looks into the file and guesses; a file that is gone leaves the page empty. */
    public void look() {
        visitor.need(Role.OPERATOR);
        try {
            Draft found = drafts.draft(id);
            draft = found;
            choice.begin(found.shape());
            cut();
        } catch (EJBException e) {
            if (!(e.getCause() instanceof UnknownDraftException)) {
                throw e;
            }
        }
    }

    private void cut() {
        if (notices.trying(() -> glimpse = drafts.look(id, choice.shape()))) {
            choice.setKind(drafts.guessKind(glimpse.columns()));
            fill();
        }
    }

    /** Reads the file in another way than before: cut otherwise, as another kind, or by a mapping that was kept. */
    public void apply() {
        if (choice.isCutOtherwise() || choice.isOtherKind() || choice.isOtherOrigin()) {
            if (notices.trying(() -> glimpse = drafts.look(id, choice.shape()))) {
                fill();
            }
        }
    }

    private void fill() {
        String origin = choice.getOrigin();
        MappingForm form = origin == null ? drafts.guess(id, choice.shape(), choice.getKind()) : drafts.form(origin);
        choice.setKind(form.kind());
        choice.settle();
        List<FieldRow> rows = new ArrayList<>();
        drafts.fields(form.kind())
                .forEach(field -> rows.add(new FieldRow(field, form.fields().get(field.name()))));
        sheet = new MappingSheet(form, rows);
        tryOut();
    }

    /** Reads the first lines as an import would. */
    public void tryOut() {
        MappingSheet filled = Objects.requireNonNull(sheet, "a file is at hand");
        filled.getFields().forEach(row -> row.column().ifPresent(column -> row.ask(examples(column))));
        notices.trying(() -> preview = drafts.preview(id, filled.form(choice.shape())));
    }

    private List<String> examples(String column) {
        int place = glimpse.columns().indexOf(column);
        return place < 0 ? List.of() : glimpse.examples().get(place);
    }

    /** Imports the file as the person has seen it, unless it can't be read so. */
    public @Nullable String importFile() {
        visitor.need(Role.OPERATOR);
        tryOut();
        if (preview == null || preview.refusal().isPresent()) {
            return null;
        }
        MappingForm form = Objects.requireNonNull(sheet).form(choice.shape());
        boolean done = notices.trying(
                () -> imported = drafts.importAs(id, form, Optional.ofNullable(name), visitor.getName()));
        return done ? "/runs/report?faces-redirect=true&id=" + imported : null;
    }

    public @Nullable Draft getDraft() {
        return draft;
    }

    public FileReadingChoice getChoice() {
        return choice;
    }

    public Glimpse getGlimpse() {
        return glimpse;
    }

    public @Nullable MappingSheet getSheet() {
        return sheet;
    }

    public @Nullable Preview getPreview() {
        return preview;
    }

    /** The names of the mappings that there are. */
    public List<String> getMappings() {
        return imports.mappings().keySet().stream().sorted().toList();
    }

    /** The mapping as a file for other ways in. */
    public String getText() {
        return sheet == null ? "" : drafts.text(sheet.form(choice.shape()));
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
