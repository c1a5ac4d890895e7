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

    static Clusters run(double[] points, int dimensions, double[] start, Kernel.Limits limits) {
        List<Vec> centres = new ArrayList<>();
        for (int i = 0; i < start.length; i += dimensions) {
            centres.add(new DenseVector(Arrays.copyOfRange(start, i, i + dimensions)));
        }
        int[] assignment = new int[points.length / dimensions];
        new JsatHamerly(limits.deadline())
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
        return Clusters.around(points, dimensions, Clusters.means(points, assignment, centres.size(), dimensions));
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
