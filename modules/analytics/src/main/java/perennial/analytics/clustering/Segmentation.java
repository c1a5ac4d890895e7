package perennial.analytics.clustering;

import java.util.List;
import java.util.stream.IntStream;
import perennial.analytics.clustering.Segment.Level;

/**
 * Segments of a base, with all that it takes to place further customers in them.
 *
 * @param segments the largest first
 * @param base the level of the whole base in each column of the preparation
 */
public record Segmentation(Preparation preparation, List<Segment> segments, List<Level> base) {
    public Segmentation {
        segments = List.copyOf(segments);
        base = List.copyOf(base);
    }

    /** The segment whose centroid is nearest, for each row; the columns may stand in another order than in the fit. */
    public Assignment assign(Matrix matrix) {
        double[] points = preparation.apply(matrix);
        double[] centres = centres();
        int dimensions = preparation.columns().size();
        int[] nearest = IntStream.range(0, matrix.rows())
                .map(row -> Clusters.nearest(points, row, centres, dimensions))
                .toArray();
        return Assignment.of(nearest, segments.size());
    }

    /** The centroids in standardised coordinates, one after the other. */
    double[] centres() {
        return segments.stream()
                .flatMap(segment -> segment.centroid().stream())
                .mapToDouble(Level::standardised)
                .toArray();
    }

    /** Describes clusters of a base, whose prepared points are given, by what their members' values were. */
    static Segmentation of(Matrix base, Preparation preparation, double[] points, Clusters clusters) {
        return of(base, preparation, points, clusters.assignment(), clusters.centres());
    }

    /**
     * These segments as they stand in a later base: they place customers as before, and have the sizes and means of
     * those whom they place there. A segment without any has size 0 and no means.
     *
     * @param assignment of the rows of that base by these segments
     */
    public Segmentation on(Matrix later, Assignment assignment) {
        int[] group = IntStream.range(0, assignment.rows()).map(assignment::of).toArray();
        return of(later, preparation, preparation.apply(later), group, centres());
    }

    private static Segmentation of(
            Matrix base, Preparation preparation, double[] points, int[] group, double[] centres) {
        int dimensions = preparation.columns().size();
        int k = centres.length / dimensions;
        int[] all = new int[base.rows()];
        List<List<Level>> centroids = Levels.of(base, preparation, group, centres, k);
        int[] sizes = new int[k];
        for (int own : group) {
            sizes[own]++;
        }
        List<Segment> segments = IntStream.range(0, k)
                .mapToObj(j -> new Segment(sizes[j], sizes[j] / (double) base.rows(), centroids.get(j)))
                .toList();
        double[] middle = Clusters.means(points, all, 1, dimensions);
        return new Segmentation(
                preparation,
                segments,
                Levels.of(base, preparation, all, middle, 1).get(0));
    }
}
