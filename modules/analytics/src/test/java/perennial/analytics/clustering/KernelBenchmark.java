package perennial.analytics.clustering;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
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
import org.junit.jupiter.api.Test;

/** Prints how long the kernels take; its name keeps it out of the ordinary tests. See the guide for the command. */
class KernelBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 1_000_000);
    private static final int DIMENSIONS = 8;
    private static final int RUNS = Integer.getInteger("runs", 3);
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    @Test
    void kernels_from_equal_starts() throws Exception {
        double[] points = customers();
        SimpleDataSet forJsat = new SimpleDataSet(new ArrayList<>(vectors(points).stream()
                .map(row -> new DataPoint(row, new int[0], new CategoricalData[0]))
                .toList()));
        for (int k : new int[] {8, 20}) {
            double[] start = JsatHamerly.seeds(points, DIMENSIONS, k, 1, Deadline.in(Duration.ofHours(1)));
            compare(points, forJsat, k, start);
        }
    }

    private static void compare(double[] points, SimpleDataSet forJsat, int k, double[] start) throws Exception {
        List<Double> flat = new ArrayList<>();
        List<Double> toTolerance = new ArrayList<>();
        List<Double> jsat = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            flat.add(timed("flat, to convergence", k, () -> flat(points, start, 0)));
            jsat.add(timed("JSAT, to convergence", k, () -> jsat(points, forJsat, start)));
            toTolerance.add(timed("flat, tolerance 1e-4", k, () -> flat(points, start, 1e-4)));
        }
        System.out.printf(
                "k = %d, medians of wall seconds: flat %.2f, JSAT %.2f, ratio %.2f; flat at tolerance 1e-4 %.2f; load %.1f%n",
                k,
                median(flat),
                median(jsat),
                median(jsat) / median(flat),
                median(toTolerance),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double flat(double[] points, double[] start, double tolerance) {
        Kernel.Limits limits = new Kernel.Limits(tolerance, 100_000, Deadline.in(Duration.ofHours(1)));
        try (Workers workers = new Workers(CORES)) {
            return FlatHamerly.run(points, DIMENSIONS, start, limits, workers).inertia();
        }
    }

    private static double jsat(double[] points, SimpleDataSet data, double[] start) {
        ExecutorService pool = Executors.newFixedThreadPool(CORES);
        try {
            int[] assignment = new int[ROWS];
            new Jsat().from(start, data, assignment, pool);
            double[] centres = Clusters.means(points, assignment, start.length / DIMENSIONS, DIMENSIONS);
            return Clusters.around(points, DIMENSIONS, centres, new Workers(1)).inertia();
        } finally {
            pool.shutdownNow();
        }
    }

    /** JSAT's clusterer as it comes, with its own distance and a pool, from given centres. */
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

    /** Prepared customers: skewed columns that hang together, on a log scale and standardised. */
    private static double[] customers() {
        Random chance = new Random(42);
        double[] points = new double[ROWS * DIMENSIONS];
        for (int row = 0; row < ROWS; row++) {
            double activity = chance.nextGaussian();
            double wealth = chance.nextGaussian();
            for (int d = 0; d < DIMENSIONS; d++) {
                double own = chance.nextGaussian();
                points[row * DIMENSIONS + d] = 0.6 * (d % 2 == 0 ? activity : wealth) + 0.8 * own;
            }
        }
        return points;
    }

    private static double timed(String what, int k, Callable<Double> work) throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        double inertia = work.call();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "k = %d, %s: %.2f s, %.2f CPU s, inertia %.12g%n",
                k, what, seconds, (system.getProcessCpuTime() - cpu) / 1e9, inertia);
        return seconds;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
