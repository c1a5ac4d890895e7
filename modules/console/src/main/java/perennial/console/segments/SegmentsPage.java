package perennial.console.segments;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import perennial.activity.FeatureRows;
import perennial.activity.FeatureRows.Spread;
import perennial.analytics.features.Feature;
import perennial.console.shell.Format;
import perennial.kernel.Words;
import perennial.overview.Overview;
import perennial.pipeline.Runs;
import perennial.pipeline.Runs.RunReport;
import perennial.segmentation.Segments;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Origin;
import perennial.segmentation.Segments.Report;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;

/** The segments of the run in force. */
@Named
@RequestScoped
public class SegmentsPage {
    private static final Map<String, Feature> FEATURES =
            Arrays.stream(Feature.values()).collect(Collectors.toMap(Feature::label, Function.identity()));

    @Inject
    private Overview overview;

    @Inject
    private Segments segments;

    @Inject
    private FeatureRows features;

    @Inject
    private Format format;

    @Inject
    private SegmentPictures pictures;

    @Inject
    private Runs runs;

    private Optional<Report> report = Optional.empty();
    private Map<String, Words> ended = Map.of();
    private Map<Feature, Spread> base = Map.of();

    /** A segment's mean of a feature beside the median of all buyers. */
    public record Level(String title, String mean, String all) {}

    @PostConstruct
    void look() {
        report = overview.inForce().map(segments::report);
        ended = segments.names(getEnds().stream()
                .flatMap(end -> Stream.concat(Stream.of(end.id()), end.into().stream()))
                .toList());
        base = overview.inForce().map(features::spreads).orElse(Map.of());
    }

    public @Nullable Segmentation getSegmentation() {
        return report.map(Report::segmentation).orElse(null);
    }

    /** The last run, if it failed: then what is shown is of the one before it. */
    public @Nullable RunReport getFailed() {
        return runs.latest(1).stream()
                .filter(run -> run.failure().isPresent())
                .findFirst()
                .orElse(null);
    }

    private Optional<Segmentation> seen() {
        return report.map(Report::segmentation)
                .filter(found -> !found.segments().isEmpty());
    }

    public boolean isFound() {
        return seen().isPresent();
    }

    public String getSharesPicture() {
        return seen().map(pictures::shares).orElse("");
    }

    public String getEvidencePicture() {
        return seen().map(pictures::evidence).orElse("");
    }

    /** The phrase of where a segment comes from, where it was not there before. */
    public Optional<String> origin(Segment segment) {
        return report.map(known -> known.lineage().origins().get(segment.id()))
                .map(Origin::kind)
                .filter(kind -> kind != Origin.Kind.CONTINUED)
                .map(kind -> "origin." + kind);
    }

    public List<End> getEnds() {
        return report.map(known -> known.lineage().ends()).orElse(List.of());
    }

    /** The phrase that tells of the end, with the names of the segments for it. */
    public String phrase(End end) {
        return "end." + end.kind();
    }

    public String name(String id) {
        return format.of(ended.getOrDefault(id, new Words(id, id)));
    }

    /** What sets the segment apart comes first: the claims of its name, then the rest of its centre. */
    public List<Level> claims(Segment segment) {
        return segment.claims().stream()
                .flatMap(claim -> Optional.ofNullable(FEATURES.get(claim.feature())).stream()
                        .map(feature -> new Level(
                                feature.title(format.locale()),
                                format.feature(feature, claim.segment()),
                                format.feature(feature, claim.base()))))
                .toList();
    }

    public List<Level> centre(Segment segment) {
        return Arrays.stream(Feature.values())
                .filter(feature -> segment.centroid().containsKey(feature.label()))
                .map(feature -> new Level(
                        feature.title(format.locale()),
                        format.feature(feature, segment.centroid().getOrDefault(feature.label(), 0.0)),
                        Optional.ofNullable(base.get(feature))
                                .map(spread -> format.feature(feature, spread.median()))
                                .orElse("–")))
                .toList();
    }
}
