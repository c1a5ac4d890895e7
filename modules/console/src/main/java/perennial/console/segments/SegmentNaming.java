package perennial.console.segments;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Failures;
import perennial.console.shell.Format;
import perennial.console.shell.Notices;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.overview.Overview;
import perennial.segmentation.Segments;
import perennial.segmentation.Segments.Segment;

/** Names that people give to segments. */
@Named
@ViewScoped
public class SegmentNaming implements Serializable {
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

    private transient @Nullable List<Segment> all;
    private @Nullable String id;
    private @Nullable String name;

    /** As they were when the page was shown. */
    public List<Segment> getAll() {
        List<Segment> known = Objects.requireNonNullElseGet(
                all,
                () -> overview.inForce()
                        .map(run -> segments.segmentation(run).segments())
                        .orElse(List.of()));
        all = known;
        return known;
    }

    /** The name counts in both languages until somebody tells each of them through the interface. */
    public void rename() {
        String given = Objects.requireNonNullElse(name, "");
        attempt(run -> segments.rename(run, chosen(), new Words(given, given), visitor.getName()));
    }

    public void forget() {
        attempt(run -> segments.forgetName(run, chosen(), visitor.getName()));
    }

    /** The page is then shown anew, with the name as it is now. */
    private void attempt(Consumer<Run> deed) {
        visitor.need(Role.ANALYST);
        Optional<Run> run = overview.inForce();
        if (notices.trying(() -> refusingAsSegment(deed, run))) {
            notices.done(SegmentNaming.class, "named", format.of(called(chosen())));
            notices.goTo("/segments");
        }
    }

    /** The notice about a name alone speaks of users and keys. */
    private static void refusingAsSegment(Consumer<Run> deed, Optional<Run> run) {
        try {
            deed.accept(run.orElseThrow(() -> new ConflictException(
                    new Words("no run has ended", "还没有完成的运行"),
                    new Words("start a run and wait for it", "请启动一次运行并等待其完成"))));
        } catch (RuntimeException e) {
            throw Failures.only(InvalidInputException.class, e).under("segment.");
        }
    }

    private Words called(String segment) {
        return segments.names(List.of(segment)).getOrDefault(segment, new Words(segment, segment));
    }

    private String chosen() {
        return Objects.requireNonNullElse(id, "");
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
