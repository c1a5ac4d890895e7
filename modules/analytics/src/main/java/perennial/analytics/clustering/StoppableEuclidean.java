package perennial.analytics.clustering;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import jsat.linear.Vec;
import jsat.linear.distancemetrics.DistanceMetric;

/**
 * Euclidean distance that looks at a deadline now and then. JSAT's loops know neither interruption nor a time limit,
 * but all of them ask for distances; an exception from here leaves them at once, as long as they run on the caller's
 * thread.
 */
final class StoppableEuclidean implements DistanceMetric {
    private static final int CALLS_BETWEEN_LOOKS = 1 << 14;

    private final transient Deadline deadline;
    private int calls;

    StoppableEuclidean(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public double dist(Vec a, Vec b) {
        if (++calls % CALLS_BETWEEN_LOOKS == 0) {
            deadline.check();
        }
        double sum = 0;
        for (int i = 0; i < a.length(); i++) {
            double off = a.get(i) - b.get(i);
            sum += off * off;
        }
        return Math.sqrt(sum);
    }

    @Override
    public double dist(int a, int b, List<? extends Vec> vectors, List<Double> cache) {
        return dist(vectors.get(a), vectors.get(b));
    }

    @Override
    public double dist(int a, Vec b, List<? extends Vec> vectors, List<Double> cache) {
        return dist(vectors.get(a), b);
    }

    @Override
    public double dist(int a, Vec b, List<Double> query, List<? extends Vec> vectors, List<Double> cache) {
        return dist(vectors.get(a), b);
    }

    /** No: the sum of squares that JSAT would keep of each point loses digits where points lie close together. */
    @Override
    public boolean supportsAcceleration() {
        return false;
    }

    @Override
    public List<Double> getAccelerationCache(List<? extends Vec> vectors) {
        return Collections.emptyList();
    }

    @Override
    public List<Double> getAccelerationCache(List<? extends Vec> vectors, ExecutorService pool) {
        return Collections.emptyList();
    }

    @Override
    public List<Double> getQueryInfo(Vec query) {
        return Collections.emptyList();
    }

    @Override
    public boolean isSymmetric() {
        return true;
    }

    @Override
    public boolean isSubadditive() {
        return true;
    }

    @Override
    public boolean isIndiscemible() {
        return true;
    }

    @Override
    public double metricBound() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return "Euclidean distance";
    }

    @Override
    public StoppableEuclidean clone() {
        return new StoppableEuclidean(deadline);
    }
}
