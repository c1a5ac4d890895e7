package perennial.console.imports;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import perennial.access.Role;
import perennial.activity.Drafts;
import perennial.activity.Drafts.Waiting;
import perennial.activity.Imports;
import perennial.console.login.Visitor;
import perennial.console.shell.Language;

/** The latest imports, and the files that were sent but not imported yet. */
@Named
@RequestScoped
public class ImportsPanel {
    private static final int LATEST = 10;

    @Inject
    private Imports imports;

    @Inject
    private Drafts drafts;

    @Inject
    private Visitor visitor;

    @Inject
    private Language language;

    private List<ImportView> latest = List.of();
    private List<Waiting> waiting = List.of();

    @PostConstruct
    void look() {
        latest = imports.latest(LATEST).stream()
                .map(report -> ImportView.of(report, language.getLocale()))
                .toList();
        waiting = drafts.waiting();
    }

    public List<ImportView> getLatest() {
        return latest;
    }

    public List<Waiting> getWaiting() {
        return waiting;
    }

    public boolean isGoingOn() {
        return latest.stream().anyMatch(ImportView::goesOn);
    }

    public void discard(long id) {
        visitor.need(Role.OPERATOR);
        drafts.discard(id, visitor.getName());
        look();
    }
}
