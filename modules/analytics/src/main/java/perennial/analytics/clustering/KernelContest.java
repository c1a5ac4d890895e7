package perennial.analytics.clustering;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jsat.SimpleDataSet;
import jsat.classifiers.CategoricalData;
import jsat.classifiers.DataPoint;
import jsat.clustering.SeedSelectionMethods.SeedSelection;
import jsat.clustering.kmeans.HamerlyKMeans;
import jsat.linear.DenseVector;
import jsat.linear.Vec;
import jsat.linear.distancemetrics.EuclideanDistance;

/** The kernels on the same made-up customers from the same starting centres, on all cores, with what each run took. */
public final class KernelContest {
    /** Columns of the customers. */
    public static final int DIMENSIONS = 8;

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final Duration LONG = Duration.ofHours(1);
    private static final int SEEDED_ON = 20_000;

    private final double[] points;
    private final double[] start;

    private KernelContest(double[] points, double[] start) {
        this.points = points;
        this.start = start;
    }

    /**
     * What one run took.
     *
     * @param wall seconds that passed
     * @param cpu seconds of all cores, which other programs on the machine hardly change
     */
    public record Run(double wall, double cpu, double inertia) {}

    /** Customers whose prepared columns hang together, and starting centres by k-means++ on some of them. */
    public static KernelContest of(int rows, int k, long seed) {
        double[] points = customers(rows, seed);
        double[] some = Arrays.copyOf(points, Math.min(rows, SEEDED_ON) * DIMENSIONS);
        return new KernelContest(points, JsatHamerly.seeds(some, DIMENSIONS, k, seed, Deadline.in(LONG)));
    }

    public double[] points() {
        return points;
    }

    /** The starting centres, one after the other. */
    public double[] start() {
        return start;
    }

    /** Runs a kernel; JSAT's as it comes, with a thread per core and to the end whatever the tolerance. */
    public Run run(Kernel kernel, double tolerance) {
        return kernel == Kernel.JSAT ? jsat() : flat(kernel, tolerance);
    }

    private Run flat(Kernel kernel, double tolerance) {
        Kernel.Limits limits = new Kernel.Limits(tolerance, 100_000, Deadline.in(LONG));
        Watch watch = new Watch();
        try (Workers workers = new Workers(CORES)) {
            return watch.stopped(kernel.run(points, DIMENSIONS, start, limits, workers));
        }
    }

    private Run jsat() {
        SimpleDataSet data = new SimpleDataSet(new ArrayList<>(vectors(points).stream()
                .map(row -> new DataPoint(row, new int[0], new CategoricalData[0]))
                .toList()));
        int[] assignment = new int[points.length / DIMENSIONS];
        ExecutorService pool = Executors.newFixedThreadPool(CORES);
        try {
            Watch watch = new Watch();
            new Jsat().from(start, data, assignment, pool);
            Run taken = watch.stopped(Double.NaN);
            double[] centres = Clusters.means(points, assignment, start.length / DIMENSIONS, DIMENSIONS);
            try (Workers alone = new Workers(1)) {
                return new Run(
                        taken.wall(),
                        taken.cpu(),
                        Clusters.around(points, DIMENSIONS, centres, alone).inertia());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static final class Jsat extends HamerlyKMeans {
        private Jsat() {
            super(new EuclideanDistance(), SeedSelection.KPP, new Random(1));
        }

        private void from(double[] start, SimpleDataSet data, int[] assignment, ExecutorService pool) {
            List<Vec> centres = new ArrayList<>(vectors(start));
            cluster(data, null, centres.size(), centres, assignment, false, pool, false, null);
        }
    }

    private static List<Vec> vectors(double[] flat) {
        return IntStream.range(0, flat.length / DIMENSIONS)
                .<Vec>mapToObj(i -> new DenseVector(Arrays.copyOfRange(flat, i * DIMENSIONS, (i + 1) * DIMENSIONS)))
                .toList();
    }

    private static double[] customers(int rows, long seed) {
        Random chance = new Random(seed);
        double[] points = new double[rows * DIMENSIONS];
        for (int row = 0; row < rows; row++) {
            double activity = chance.nextGaussian();
            double wealth = chance.nextGaussian();
            for (int d = 0; d < DIMENSIONS; d++) {
                points[row * DIMENSIONS + d] = 0.6 * (d % 2 == 0 ? activity : wealth) + 0.8 * chance.nextGaussian();
            }
        }
        return points;
    }

    /** Looks at the clock, and at the processor's time of this process. */
    private static final class Watch {
        private static final double NANOS = 1e9;

        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long cpu = system.getProcessCpuTime();
        private final long begin = System.nanoTime();

        Run stopped(Clusters found) {
            return stopped(found.inertia());
        }

        Run stopped(double inertia) {
            double wall = (System.nanoTime() - begin) / NANOS;
            return new Run(wall, (system.getProcessCpuTime() - cpu) / NANOS, inertia);
        }
    }
}
