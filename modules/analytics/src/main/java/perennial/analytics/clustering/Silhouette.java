package perennial.analytics.clustering;

/**
 * The mean silhouette of a sample of points: how much nearer a point is to its own cluster than to the next one
 * (Rousseeuw 1987, Journal of Computational and Applied Mathematics 20, p. 56). The distances between the points of the
 * sample are computed once and serve every number of clusters. A point that is alone in its cluster counts 0.
 */
final class Silhouette {
    private final int[] sample;
    private final float[] distances;

    private Silhouette(int[] sample, float[] distances) {
        this.sample = sample;
        this.distances = distances;
    }

    static Silhouette of(double[] points, int dimensions, int[] sample) {
        float[] distances = new float[sample.length * sample.length];
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < i; j++) {
                float distance =
                        (float) Math.sqrt(Clusters.squaredDistance(points, sample[i], points, sample[j], dimensions));
                distances[i * sample.length + j] = distance;
                distances[j * sample.length + i] = distance;
            }
        }
        return new Silhouette(sample, distances);
    }

    /** The mean over the sample; 0 where it holds only one cluster. */
    double of(int[] assignment, int k) {
        int[] sizes = new int[k];
        for (int row : sample) {
            sizes[assignment[row]]++;
        }
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            sum += ofPoint(i, assignment, sizes);
        }
        return sum / sample.length;
    }

    private double ofPoint(int i, int[] assignment, int[] sizes) {
        double[] sums = new double[sizes.length];
        for (int j = 0; j < sample.length; j++) {
            sums[assignment[sample[j]]] += distances[i * sample.length + j];
        }
        int own = assignment[sample[i]];
        double next = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (cluster != own && sizes[cluster] > 0) {
                next = Math.min(next, sums[cluster] / sizes[cluster]);
            }
        }
        if (sizes[own] == 1 || next == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double within = sums[own] / (sizes[own] - 1);
        double larger = Math.max(within, next);
        return larger == 0 ? 0 : (next - within) / larger;
    }
}
