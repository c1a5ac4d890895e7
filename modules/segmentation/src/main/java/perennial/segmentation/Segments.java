package perennial.segmentation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** The segments of the buyers, found anew by each run and matched to the last one's, so that their ids last. */
public interface Segments {
    void renew(Run run, Optional<Run> before, Progress progress);

    Segmentation segmentation(Run run);

    /** The ids of the segments of those of the customers that are in one. */
    Map<CustomerId, String> of(Run run, Collection<CustomerId> customers);

    enum State {
        FOUND,
        NOT_ENOUGH_DATA
    }

    /**
     * @param reason why there are none, or why so many; in English and Chinese
     * @param segments the largest first
     * @param evidence for each number of segments tried
     */
    record Segmentation(State state, Words reason, List<Segment> segments, List<Evidence> evidence) {}

    /**
     * @param name in English and Chinese, made from what sets the segment apart
     * @param share of the customers who are in a segment, 0 to 1
     * @param sales what its members spent so far
     * @param expectedValue what they are expected to spend in 12 months; empty where not known
     * @param centroid the mean by feature label, in the feature's own unit
     */
    record Segment(
            String id,
            Words name,
            long size,
            double share,
            Money sales,
            Optional<Money> expectedValue,
            Map<String, Double> centroid,
            List<Claim> claims) {}

    /** One thing a name says: the segment's mean of a feature against that of all. */
    record Claim(String feature, double segment, double base) {}

    record Evidence(int k, double inertia, double silhouette, Optional<Double> stability, double smallestShare) {}
}
