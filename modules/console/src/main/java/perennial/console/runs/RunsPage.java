package perennial.console.runs;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import perennial.access.Role;
import perennial.activity.Shop;
import perennial.console.login.Visitor;
import perennial.console.shell.Language;
import perennial.console.shell.Notices;
import perennial.pipeline.Runs;
import perennial.pipeline.Runs.RunReport;
import perennial.pipeline.Runs.Status;

/** The weekly runs: the one that goes on, and the latest ones. */
@Named
@RequestScoped
public class RunsPage {
    private static final int LATEST = 10;

    @Inject
    private Runs runs;

    @Inject
    private Shop shop;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Language language;

    private List<RunView> latest = List.of();
    private boolean open;

    @PostConstruct
    void look() {
        List<RunReport> reports = runs.latest(LATEST);
        latest = reports.stream()
                .map(report -> RunView.of(report, language.getLocale()))
                .toList();
        open = shop.settings().isPresent();
    }

    /** The newest run, which goes on or has ended; null before the first. */
    public @Nullable RunView getNewest() {
        return latest.stream().findFirst().orElse(null);
    }

    public List<RunView> getLatest() {
        return latest;
    }

    public boolean isGoingOn() {
        return newest().filter(RunView::goesOn).isPresent();
    }

    public boolean isFailed() {
        return newest().filter(run -> run.status() == Status.FAILED).isPresent();
    }

    public boolean isShopOpen() {
        return open;
    }

    private Optional<RunView> newest() {
        return latest.stream().findFirst();
    }

    public void start() {
        visitor.need(Role.OPERATOR);
        if (notices.trying(() -> runs.start(visitor.getName()))) {
            notices.done(RunsPage.class, "started");
        }
        look();
    }

    /** Asked again and again while a run goes on; when it has ended, the whole page is renewed. */
    public void follow() {
        if (!isGoingOn()) {
            PrimeFaces.current().ajax().update("runs");
        }
    }
}
