package perennial.console.segments;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.analytics.features.Feature;
import perennial.console.shell.Format;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.overview.Overview;
import perennial.segmentation.SegmentMoves;
import perennial.segmentation.SegmentMoves.Cause;
import perennial.segmentation.SegmentMoves.Passage;
import perennial.segmentation.SegmentMoves.Passages;
import perennial.segmentation.Segments;
import perennial.segmentation.Segments.Picture;
import perennial.segmentation.Segments.Segment;

/** Where the customers stand, and from where they came with the run in force. */
@Named
@RequestScoped
public class SegmentMovesPage {
    private static final int SHOWN = 5;
    private static final int CAUSES = 2;

    @Inject
    private Overview overview;

    @Inject
    private Segments segments;

    @Inject
    private SegmentMoves moves;

    @Inject
    private Format format;

    @Inject
    private MovePictures pictures;

    private List<Segment> all = List.of();
    private Optional<Picture> picture = Optional.empty();
    private Passages passages = new Passages(List.of(), Map.of());

    /** @param causes what moved most of them, with how many each */
    public record Line(String from, String to, String customers, String causes) {}

    @PostConstruct
    void look() {
        overview.inForce().ifPresent(this::look);
    }

    private void look(Run run) {
        all = segments.segmentation(run).segments();
        picture = segments.picture(run);
        passages = moves.passages(run);
    }

    public String getMap() {
        return picture.map(seen -> pictures.map(seen, all)).orElse("");
    }

    /** How much of the customers' differences the map shows. */
    public String getShown() {
        return picture.map(seen -> format.percent(seen.shown())).orElse("");
    }

    public String getProfile() {
        return picture.map(seen -> pictures.profile(seen, all)).orElse("");
    }

    /** Whether there was a run before, so that customers came from somewhere. */
    public boolean isFollowed() {
        return !passages.passages().isEmpty();
    }

    public String getFlow() {
        return isFollowed() ? pictures.flow(passages) : "";
    }

    public String getMoved() {
        return format.whole(moving().stream().mapToLong(Passage::customers).sum());
    }

    /** The ways that most customers took. */
    public List<Line> getLines() {
        return moving().stream().limit(SHOWN).map(this::line).toList();
    }

    private List<Passage> moving() {
        return passages.passages().stream()
                .filter(passage -> passage.from()
                        .filter(from -> !from.equals(passage.to()))
                        .isPresent())
                .toList();
    }

    private Line line(Passage passage) {
        return new Line(
                passage.from().map(this::name).orElse(""),
                name(passage.to()),
                format.whole(passage.customers()),
                passage.causes().stream().limit(CAUSES).map(this::cause).collect(Collectors.joining(", ")));
    }

    private String cause(Cause cause) {
        String name = cause.feature()
                .map(label -> Feature.labelled(label)
                        .map(feature -> feature.title(format.locale()))
                        .orElse(label))
                .orElseGet(() -> pictures.text("moved.redrawn"));
        return name + " (" + format.whole(cause.customers()) + ")";
    }

    private String name(String id) {
        return format.of(passages.names().getOrDefault(id, new Words(id, id)));
    }
}
