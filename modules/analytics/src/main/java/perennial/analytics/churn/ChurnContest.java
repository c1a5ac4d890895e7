package perennial.analytics.churn;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import perennial.analytics.evaluation.Auc;

/** Numbers on which another library's models can learn beside ours, and what ours take on them. */
public final class ChurnContest {
    private static final int COLUMNS = 30;
    private static final double TEST = 0.2;
    private static final int DEPTH = 4;
    private static final double RATE = 0.1;
    private static final double NANOS = 1e9;

    private final Observations training;
    private final Observations test;

    private ChurnContest(Observations training, Observations test) {
        this.training = training;
        this.test = test;
    }

    /**
     * What one training took.
     *
     * @param wall seconds that passed
     * @param cpu seconds of all cores, which other programs on the machine hardly change
     * @param auc on the test part
     */
    public record Run(double wall, double cpu, double auc) {}

    /**
     * What explaining took.
     *
     * @param gap by how much parts and score differ at most
     */
    public record Explained(int customers, int trees, int depth, double wall, double cpu, double gap) {}

    /** The rows that a study of the table learns from and judges by, encoded as it does, gaps filled with the median. */
    public static ChurnContest of(Table table, ChurnStudy.Settings settings) {
        PreparedTable prepared = PreparedTable.of(table, settings);
        Filled filled = Filled.of(prepared.training());
        return new ChurnContest(filled(filled, prepared.training()), filled(filled, prepared.test()));
    }

    private static Observations filled(Filled filled, Observations of) {
        return new Observations(filled.columns(), filled.rows(of.rows()), of.outcomes());
    }

    /** So many made-up customers to learn from, and a quarter as many to judge by; who leaves hangs on pairs of columns too. */
    public static ChurnContest madeUp(int rows, long seed) {
        int all = (int) Math.round(rows / (1 - TEST));
        Random chance = new Random(seed);
        double[][] values = new double[all][COLUMNS];
        boolean[] outcomes = new boolean[all];
        for (int i = 0; i < all; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                values[i][j] = chance.nextGaussian();
            }
            double[] x = values[i];
            double logOdds = -1.2
                    + 0.8 * x[0]
                    - 0.6 * x[1]
                    + 0.7 * x[2] * x[3]
                    + 0.5 * Math.abs(x[4])
                    + (x[5] > 0.5 ? 0.8 : 0)
                    - 0.4 * x[6] * (x[7] > 0 ? 1 : -1)
                    + 0.3 * Math.sin(2 * x[8]);
            outcomes[i] = chance.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        Observations data = new Observations(
                IntStream.range(0, COLUMNS).mapToObj(j -> Column.plain("x" + j)).toList(), values, outcomes);
        return new ChurnContest(
                data.rows(IntStream.range(0, rows).toArray()),
                data.rows(IntStream.range(rows, all).toArray()));
    }

    public int columns() {
        return training.columns().size();
    }

    /** Row by row: the columns, and last 1 for who left and 0 for who stayed. */
    public double[] training() {
        return flat(training);
    }

    /** As {@link #training}. */
    public double[] test() {
        return flat(test);
    }

    private static double[] flat(Observations data) {
        return IntStream.range(0, data.count())
                .boxed()
                .flatMapToDouble(i ->
                        DoubleStream.concat(Arrays.stream(data.rows()[i]), DoubleStream.of(data.outcomes()[i] ? 1 : 0)))
                .toArray();
    }

    private BoostedTrees boosted(int trees) {
        int threads = Runtime.getRuntime().availableProcessors();
        return BoostedTrees.fit(training, new BoostedTrees.Settings(trees, DEPTH, RATE, 1, 5, threads, 1));
    }

    /** Trains so many boosted trees on the training part. */
    public Run train(int trees) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        BoostedTrees fitted = boosted(trees);
        double wall = (System.nanoTime() - begin) / NANOS;
        double taken = (system.getProcessCpuTime() - cpu) / NANOS;
        return new Run(
                wall, taken, Auc.of(fitted.scores(test.rows()), test.outcomes()).value());
    }

    /** Explains so many customers of the test part, or all of them, by so many trees. */
    public Explained explain(int customers, int trees) {
        BoostedTrees fitted = boosted(trees);
        double[][] rows = Arrays.copyOf(test.rows(), Math.min(customers, test.count()));
        double[] scores = fitted.scores(rows);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        double[][] parts = fitted.contributions(rows);
        double wall = (System.nanoTime() - begin) / NANOS;
        double taken = (system.getProcessCpuTime() - cpu) / NANOS;
        double gap = IntStream.range(0, rows.length)
                .mapToDouble(i -> Math.abs(scores[i] - Arrays.stream(parts[i]).sum()))
                .max()
                .orElse(0);
        return new Explained(rows.length, trees, DEPTH, wall, taken, gap);
    }
}
