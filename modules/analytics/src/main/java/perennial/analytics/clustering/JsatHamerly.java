package perennial.analytics.clustering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jsat.clustering.SeedSelectionMethods;
import jsat.clustering.SeedSelectionMethods.SeedSelection;
import jsat.clustering.kmeans.HamerlyKMeans;
import jsat.linear.DenseVector;
import jsat.linear.Vec;

/**
 * JSAT's k-means with given starting centres (Hamerly 2010, Making k-means even faster, SIAM International Conference
 * on Data Mining, p. 130), and its k-means++ seeding (Arthur and Vassilvitskii 2007, SODA, p. 1027). It runs on the
 * calling thread only: with a pool, JSAT waits for ever for a worker that failed, and adds up in an order that changes
 * from run to run. It has neither tolerance nor iteration limit; the deadline is kept by the distance.
 */
final class JsatHamerly extends HamerlyKMeans {
    private JsatHamerly(Deadline deadline) {
        super(new StoppableEuclidean(deadline), SeedSelection.KPP, new Random(0));
    }

    /**
     * Moves the centres until they rest. Where a centre stands still in a round (as that of a single point does), JSAT
     * may end although points lie nearer to another centre; so its end is checked, and it goes on from there as long as
     * that brings points nearer to their centres. (Points that lie between two centres alike must not keep it going.)
     */
    static Clusters run(double[] points, int dimensions, double[] start, Kernel.Limits limits, Workers workers) {
        int[] assignment = new int[points.length / dimensions];
        double[] centres = start;
        double before;
        Clusters found = Clusters.around(points, dimensions, start, workers);
        do {
            before = found.inertia();
            limits.deadline().check();
            cluster(points, dimensions, centres, assignment, limits.deadline());
            centres = Clusters.means(points, assignment, start.length / dimensions, dimensions);
            found = Clusters.around(points, dimensions, centres, workers);
        } while (!Arrays.equals(assignment, found.assignment()) && found.inertia() < before);
        return found;
    }

    private static void cluster(double[] points, int dimensions, double[] start, int[] assignment, Deadline deadline) {
        List<Vec> centres = new ArrayList<>();
        for (int i = 0; i < start.length; i += dimensions) {
            centres.add(new DenseVector(Arrays.copyOfRange(start, i, i + dimensions)));
        }
        new JsatHamerly(deadline)
                .cluster(
                        new PointsView(points, dimensions),
                        null,
                        centres.size(),
                        centres,
                        assignment,
                        false,
                        null,
                        false,
                        null);
    }

    /** Starting centres by k-means++, one after the other: the same for the same seed. */
    static double[] seeds(double[] points, int dimensions, int k, long seed, Deadline deadline) {
        int[] rows = new int[k];
        SeedSelectionMethods.selectIntialPoints(
                new PointsView(points, dimensions),
                rows,
                new StoppableEuclidean(deadline),
                new Random(seed),
                SeedSelection.KPP);
        double[] centres = new double[k * dimensions];
        for (int j = 0; j < k; j++) {
            System.arraycopy(points, rows[j] * dimensions, centres, j * dimensions, dimensions);
        }
        return centres;
    }
}
