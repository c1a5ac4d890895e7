package perennial.analytics.clustering;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import jsat.DataSet;
import jsat.clustering.SeedSelectionMethods;
import jsat.clustering.SeedSelectionMethods.SeedSelection;
import jsat.clustering.kmeans.KMeans;
import jsat.linear.DenseVector;
import jsat.linear.Vec;
import jsat.linear.distancemetrics.EuclideanDistance;

/**
 * The flat kernel as a clusterer of JSAT: with JSAT's seeding, over any of its data sets, and with the iteration limit
 * kept. Rows are not weighted, and the distance is the Euclidean one.
 */
public final class FlatKMeans extends KMeans {
    private static final Duration WITHOUT_END = Duration.ofDays(365);

    private final double tolerance;

    /** @param tolerance 0 goes on until no point changes its cluster; else as scikit-learn's */
    public FlatKMeans(SeedSelection seeding, Random chance, double tolerance) {
        super(new EuclideanDistance(), seeding, chance);
        this.tolerance = tolerance;
    }

    private FlatKMeans(FlatKMeans other) {
        super(other);
        this.tolerance = other.tolerance;
    }

    @Override
    @SuppressWarnings("rawtypes") // JSAT declares its method with the raw type, and no other signature overrides it
    protected double cluster(
            DataSet data,
            List<Double> distanceCache,
            int k,
            List<Vec> means,
            int[] assignment,
            boolean exactTotal,
            ExecutorService pool,
            boolean returnError,
            Vec weights) {
        if (means.size() != k) {
            means.clear();
            means.addAll(SeedSelectionMethods.selectIntialPoints(data, k, dm, rand, seedSelection));
        }
        int dimensions = data.getNumNumericalVars();
        double[] start = flat(means, dimensions);
        double[] points = data instanceof PointsView view ? view.points() : flat(vectors(data), dimensions);
        Kernel.Limits limits = new Kernel.Limits(tolerance, MaxIterLimit, Deadline.in(WITHOUT_END));
        try (Workers workers =
                new Workers(pool == null ? 1 : Runtime.getRuntime().availableProcessors())) {
            Clusters found = FlatHamerly.run(points, dimensions, start, limits, workers);
            System.arraycopy(found.assignment(), 0, assignment, 0, assignment.length);
            for (int j = 0; j < k; j++) {
                means.set(
                        j, new DenseVector(Arrays.copyOfRange(found.centres(), j * dimensions, (j + 1) * dimensions)));
            }
            return found.inertia();
        }
    }

    private static List<Vec> vectors(DataSet<?> data) {
        return data.getDataVectors();
    }

    private static double[] flat(List<Vec> rows, int dimensions) {
        double[] flat = new double[rows.size() * dimensions];
        int next = 0;
        for (Vec row : rows) {
            for (int d = 0; d < dimensions; d++) {
                flat[next++] = row.get(d);
            }
        }
        return flat;
    }

    @Override
    public boolean supportsWeightedData() {
        return false;
    }

    @Override
    public FlatKMeans clone() {
        return new FlatKMeans(this);
    }
}
