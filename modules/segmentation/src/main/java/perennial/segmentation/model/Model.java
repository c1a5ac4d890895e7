package perennial.segmentation.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import perennial.analytics.clustering.Segment.Level;
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

    /** By id and feature label: how many standard deviations the centroid lies above the middle of the base. */
    public Map<String, Map<String, Double>> profiles() {
        Map<String, Map<String, Double>> profiles = new LinkedHashMap<>();
        for (int place = 0; place < ids.size(); place++) {
            Map<String, Double> profile = new LinkedHashMap<>();
            List<Level> centroid = segmentation.segments().get(place).centroid();
            for (int column = 0; column < centroid.size(); column++) {
                profile.put(
                        centroid.get(column).column(),
                        centroid.get(column).standardised()
                                - segmentation.base().get(column).standardised());
            }
            profiles.put(ids.get(place), profile);
        }
        return profiles;
    }
}
