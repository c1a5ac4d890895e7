package perennial.console.segments;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Format;
import perennial.console.shell.Notices;
import perennial.kernel.Run;
import perennial.overview.Overview;
import perennial.segmentation.SegmentationVersions;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.SegmentationVersions.Proposal;
import perennial.segmentation.SegmentationVersions.Remark;
import perennial.segmentation.SegmentationVersions.Version;
import perennial.segmentation.Segments;
import perennial.segmentation.Segments.Report;
import perennial.segmentation.Segments.Search;

/** The version that waits, the one in force and those before it, and what people decide about them. */
@Named
@ViewScoped
public class SegmentVersions implements Serializable {
    @Inject
    private SegmentationVersions versions;

    @Inject
    private Segments segments;

    @Inject
    private Overview overview;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Format format;

    private transient @Nullable Seen seen;
    private boolean isAsking;
    private @Nullable String comment;

    private record Seen(Optional<Report> report, List<Version> versions) {}

    /** As it was when the page was shown: people decide about what they saw. */
    private Seen seen() {
        Seen known = Objects.requireNonNullElseGet(seen, this::look);
        seen = known;
        return known;
    }

    private Seen look() {
        Optional<Run> run = overview.inForce();
        return new Seen(run.map(segments::report), run.map(versions::all).orElse(List.of()));
    }

    private Optional<Report> report() {
        return seen().report();
    }

    private Optional<Proposal> proposal() {
        return report().flatMap(Report::proposal);
    }

    public @Nullable Proposal getProposal() {
        return proposal().orElse(null);
    }

    public @Nullable Version getLive() {
        return report().flatMap(Report::live).orElse(null);
    }

    public List<VersionLines.Size> getSizes() {
        return proposal().map(waiting -> VersionLines.sizes(waiting, format)).orElse(List.of());
    }

    public List<VersionLines.Move> getMoves() {
        return proposal().map(waiting -> VersionLines.moves(waiting, format)).orElse(List.of());
    }

    public List<VersionLines.Drift> getProposalDrifts() {
        return proposal()
                .map(Proposal::differences)
                .map(Differences::drift)
                .map(drift -> VersionLines.drifts(drift, format))
                .orElse(List.of());
    }

    public @Nullable Search getSearch() {
        return report().flatMap(Report::search).orElse(null);
    }

    public List<VersionLines.Drift> getSearchDrifts() {
        return report().flatMap(Report::search)
                .map(search -> VersionLines.drifts(search.drift(), format))
                .orElse(List.of());
    }

    public List<Version> getAll() {
        return seen().versions();
    }

    public void approve() {
        decide("approved", (run, remark) -> versions.approve(run, waiting(), remark));
    }

    public void reject() {
        decide("rejected", (run, remark) -> versions.reject(run, waiting(), remark));
    }

    private long waiting() {
        return proposal().map(Proposal::version).map(Version::run).orElse(0L);
    }

    /** The first of two steps, so that a slip of the hand moves nobody. */
    public void askToGoBack() {
        isAsking = true;
    }

    public void stay() {
        isAsking = false;
    }

    public void goBack() {
        long live = report().flatMap(Report::live).map(Version::run).orElse(0L);
        decide("wentBack", (run, remark) -> versions.rollBack(run, live, remark));
    }

    /** The page is then shown anew, with what is in force now. */
    private void decide(String told, BiConsumer<Run, Remark> deed) {
        visitor.need(Role.ANALYST);
        boolean isDone = notices.trying(() -> overview.inForce()
                .ifPresent(run ->
                        deed.accept(run, new Remark(visitor.getName(), Objects.requireNonNullElse(comment, "")))));
        if (isDone) {
            notices.done(SegmentVersions.class, told);
        }
        notices.goTo("/segments");
    }

    public void search() {
        visitor.need(Role.OPERATOR);
        segments.askForSearch(visitor.getName());
        notices.done(SegmentVersions.class, "search.asked");
    }

    public boolean isAsking() {
        return isAsking;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}
