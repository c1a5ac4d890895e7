package perennial.segmentation.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.analytics.clustering.SegmentName;
import perennial.segmentation.Segments.Claim;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;

/**
 * The segmentation before the one that a run finds.
 *
 * @param told with the names that the run made, whatever people call them
 * @param searched the search by whose number it went; empty where that was not kept
 */
public record Last(Model model, Segmentation told, Optional<Searched> searched) {
    /** What the segments of these ids were called; empty for one that is new. */
    List<Optional<SegmentName.Before>> names(List<String> ids) {
        Map<String, Segment> known =
                told.segments().stream().collect(Collectors.toMap(Segment::id, Function.identity()));
        return ids.stream()
                .map(id -> Optional.ofNullable(known.get(id))
                        .map(segment -> new SegmentName.Before(
                                segment.name(),
                                segment.claims().stream().map(Claim::feature).toList())))
                .toList();
    }
}
