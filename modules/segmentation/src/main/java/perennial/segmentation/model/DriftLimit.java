package perennial.segmentation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import perennial.analytics.features.Feature;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.Segments.Origin;

/**
 * Up to where a version goes live by itself: no segment is new or gone, no feature has drifted much since the version
 * in force was made, and few customers would change the segment.
 *
 * @param moved the largest share of them, 0 to 1
 */
public record DriftLimit(double moved) {
    public DriftLimit {
        if (!(moved >= 0 && moved <= 1)) {
            throw new InvalidInputException(
                    "perennial.segmentation.moved.limit",
                    moved,
                    new Words("it is no share of the customers", "它不是客户的占比"),
                    new Words("give a number from 0 to 1, such as 0.1", "请给出 0 至 1 的数，例如 0.1"));
        }
    }

    /** Why the version may not go live by itself; none where it may. */
    public List<Words> objections(Differences differences) {
        List<Words> objections = new ArrayList<>();
        if (differences.movedShare() > moved) {
            objections.add(Reasons.of("wait.moved", differences.movedShare(), moved));
        }
        long changed = changed(differences);
        if (changed > 0) {
            objections.add(Reasons.of("wait.changed", changed));
        }
        differences.drift().entrySet().stream()
                .filter(index -> index.getValue() > Due.DRIFT)
                .max(Map.Entry.comparingByValue())
                .ifPresent(index -> objections.add(drifted(index.getKey(), index.getValue())));
        return objections;
    }

    /** Why it goes live by itself. */
    public Words within(Differences differences) {
        return Reasons.of("live.within", differences.movedShare(), moved);
    }

    /** How many segments are not in both versions. */
    private static long changed(Differences differences) {
        long begun = differences.lineage().origins().values().stream()
                .filter(origin -> origin.kind() != Origin.Kind.CONTINUED)
                .count();
        return begun + differences.lineage().ends().size();
    }

    private static Words drifted(String label, double index) {
        Words title = Feature.labelled(label)
                .map(feature -> new Words(feature.title(Locale.ENGLISH), feature.title(Locale.SIMPLIFIED_CHINESE)))
                .orElse(new Words(label, label));
        return new Words(
                Reasons.of("wait.drift", title.english(), index).english(),
                Reasons.of("wait.drift", title.chinese(), index).chinese());
    }

    /** All objections in one text. */
    public static Words told(List<Words> objections) {
        return new Words(
                objections.stream().map(Words::english).collect(Collectors.joining(" ")),
                objections.stream().map(Words::chinese).collect(Collectors.joining()));
    }
}
