package perennial.analytics.clustering;

import java.util.List;
import java.util.stream.IntStream;
import perennial.analytics.clustering.PrincipalPlane.Place;
import perennial.analytics.clustering.Segment.Level;

/**
 * Customers on the plane on which they lie furthest apart (see {@link PrincipalPlane}).
 *
 * @param share of the variance of all customers that the map shows, 0 to 1
 * @param middles of the segments
 * @param dots some of the customers, evenly spread over the base
 */
public record SegmentMap(double share, List<Place> middles, List<Dot> dots) {
    /** @param segment by its place in the segmentation */
    public record Dot(int segment, Place place) {}

    public SegmentMap {
        middles = List.copyOf(middles);
        dots = List.copyOf(dots);
    }

    /**
     * @param base whose rows the assignment places in the segmentation's segments
     * @param about how many dots; fewer than twice as many are drawn
     */
    public static SegmentMap of(Segmentation segmentation, Matrix base, Assignment assignment, int about) {
        double[] points = segmentation.preparation().apply(base);
        PrincipalPlane plane =
                PrincipalPlane.of(points, segmentation.preparation().columns().size());
        int every = Math.max(1, base.rows() / about);
        return new SegmentMap(
                plane.share(),
                segmentation.segments().stream()
                        .map(segment -> plane.place(coordinates(segment), 0))
                        .toList(),
                IntStream.iterate(0, row -> row < base.rows(), row -> row + every)
                        .mapToObj(row -> new Dot(assignment.of(row), plane.place(points, row)))
                        .toList());
    }

    private static double[] coordinates(Segment segment) {
        return segment.centroid().stream().mapToDouble(Level::standardised).toArray();
    }
}
