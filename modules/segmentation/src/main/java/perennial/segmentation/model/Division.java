package perennial.segmentation.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.clustering.Distribution;
import perennial.analytics.clustering.SegmentName;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Evidence;

/**
 * A version of the segmentation with all that it takes to place customers by it and to compare a later one.
 *
 * @param names that its run made, by id of the segment
 * @param reason why there are so many segments
 * @param evidence for each number tried in the search that its number goes back to
 * @param spreads how each feature was spread over the customers that it was made of
 */
public record Division(
        Model model,
        Map<String, SegmentName.Before> names,
        Words reason,
        List<Evidence> evidence,
        Map<String, Distribution> spreads) {
    public Division {
        names = Map.copyOf(names);
        evidence = List.copyOf(evidence);
        spreads = Map.copyOf(spreads);
    }

    /** What the segments of these ids were called; empty for one that is new. */
    List<Optional<SegmentName.Before>> names(List<String> ids) {
        return ids.stream().map(id -> Optional.ofNullable(names.get(id))).toList();
    }
}
