package perennial.segmentation.model;

import java.util.List;
import perennial.analytics.clustering.Segmentation;

/**
 * A segmentation with the ids of its segments: what places further customers.
 *
 * @param ids of the segments, in the order of the segmentation
 * @param lastNumber the highest number that was ever in an id, so that no segment gets the id of one that is gone
 */
public record Model(Segmentation segmentation, List<String> ids, int lastNumber) {
    public Model {
        ids = List.copyOf(ids);
        if (ids.size() != segmentation.segments().size()) {
            throw new IllegalArgumentException(
                    ids.size() + " ids for " + segmentation.segments().size() + " segments");
        }
    }
}
