package perennial.analytics.churn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.kernel.InvalidInputException;

/**
 * Gradient boosted trees by XGBoost (Chen and Guestrin, KDD 2016). Trees find the way of unknown values themselves.
 * Contributions are exact Shapley values of the trees ({@link TreeShap}; by XGBoost's own code where trees are deep).
 *
 * <p>XGBoost is native code that can be missing on a machine: ask {@link #unavailable()} first. It computes in single
 * precision: contributions add up to the score within about 1e-5.
 */
final class BoostedTrees implements AdditiveClassifier {
    /** So many trees are added between two looks at how the others are predicted. */
    static final int STRIDE = 10;

    private static final int PATIENCE = 5;

    private final Booster booster;
    private final int columns;
    private final int threads;
    /** Made when the first row is explained; empty for deep trees. */
    private Optional<TreeShap> tables = Optional.empty();

    private boolean isTabled;

    private BoostedTrees(Booster booster, int columns, int threads) {
        this.booster = booster;
        this.columns = columns;
        this.threads = threads;
    }

    /**
     * @param mostTrees so many at most; the number in force is the one that the calibration part likes best
     * @param depth of a tree: that many conditions at most lead to a leaf
     * @param rate how much of a tree's correction is taken
     * @param sample share of the rows, and of the columns, that a tree sees
     * @param leastWeight of a leaf: the sum of p (1 - p) of its rows
     * @param threads on which the same model comes out each time; another number may change last bits
     */
    record Settings(int mostTrees, int depth, double rate, double sample, double leastWeight, int threads, long seed) {
        Settings {
            check("mostTrees", mostTrees, mostTrees >= 1 && mostTrees <= 10_000, "1 to 10,000");
            check("depth", depth, depth >= 1 && depth <= 12, "1 to 12");
            check("rate", rate, rate > 0 && rate <= 1, "above 0, at most 1");
            check("sample", sample, sample > 0 && sample <= 1, "above 0, at most 1");
            check("leastWeight", leastWeight, leastWeight >= 0, "0 or more");
            check("threads", threads, threads >= 1, "1 or more");
        }

        static Settings standard(long seed) {
            return new Settings(300, 4, 0.05, 0.8, 10, 2, seed);
        }

        Settings withTrees(int trees) {
            return new Settings(Math.min(trees, mostTrees), depth, rate, sample, leastWeight, threads, seed);
        }

        private static void check(String field, double value, boolean good, String range) {
            if (!good) {
                throw new InvalidInputException(field, value, "it is out of range", "give " + range);
            }
        }

        Map<String, Object> parameters(List<Column> columns) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put("objective", "binary:logistic");
            parameters.put("tree_method", "hist");
            parameters.put("max_depth", depth);
            parameters.put("eta", rate);
            parameters.put("subsample", sample);
            parameters.put("colsample_bytree", sample);
            parameters.put("min_child_weight", leastWeight);
            parameters.put(
                    "monotone_constraints",
                    columns.stream()
                            .map(column -> Integer.toString(column.direction().sign()))
                            .collect(Collectors.joining(",", "(", ")")));
            parameters.put("nthread", threads);
            parameters.put("seed", seed);
            parameters.put("verbosity", 0);
            return parameters;
        }
    }

    /** Why XGBoost can't run here, in words that name the fix; empty if it can. */
    static Optional<String> unavailable() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
            return Optional.empty();
        } catch (XGBoostError | LinkageError e) {
            return Optional.of(reason(e));
        }
    }

    /** The library's loader wraps the linker's message; the linker names the file that it misses. */
    static String reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("libgomp")) {
                return "XGBoost needs the system library libgomp.so.1, which is not installed;"
                        + " on Debian and Ubuntu: apt-get install libgomp1";
            }
        }
        return "XGBoost's native library could not be loaded: " + thrown;
    }

    /** The library's version, as its jar states it. */
    static String libraryVersion() {
        try (InputStream in = Booster.class.getResourceAsStream("/xgboost4j-version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Trains on the first part, with as many trees as predict the second, later one best. */
    static BoostedTrees fit(Observations training, Observations later, Settings settings) {
        List<double[]> course = course(training, later, settings);
        return fit(training, settings.withTrees(STRIDE * (1 + best(course, later.outcomes()))));
    }

    /** Trains all the trees that the settings allow. */
    static BoostedTrees fit(Observations training, Settings settings) {
        return trained(training, settings.parameters(training.columns()), settings.mostTrees(), settings.threads());
    }

    /**
     * A forest in place of a sum: so many trees beside each other, each on two rows of three and on few columns a
     * split, their scores averaged.
     *
     * @param leastRows of a leaf
     */
    static BoostedTrees forest(Observations training, int trees, int leastRows, int threads, long seed) {
        int width = training.columns().size();
        Map<String, Object> parameters =
                new Settings(trees, 12, 1, 0.632, leastRows / 4.0, threads, seed).parameters(training.columns());
        parameters.put("num_parallel_tree", trees);
        parameters.put("colsample_bytree", 1.0);
        parameters.put("colsample_bynode", Math.max(1, Math.sqrt(width)) / width);
        return trained(training, parameters, 1, threads);
    }

    private static BoostedTrees trained(
            Observations training, Map<String, Object> parameters, int rounds, int threads) {
        return calling(() -> {
            DMatrix data = labelled(training);
            try {
                Booster booster = XGBoost.train(data, parameters, rounds, Map.of(), null, null);
                return new BoostedTrees(booster, training.columns().size(), threads);
            } finally {
                data.dispose();
            }
        });
    }

    /**
     * The scores of other rows after every ten trees, until five times in a row they have not become better.
     *
     * @param judged other rows, with their outcomes
     */
    static List<double[]> course(Observations training, Observations judged, Settings settings) {
        return calling(() -> {
            DMatrix data = labelled(training);
            DMatrix others = matrix(judged.rows(), judged.columns().size());
            Booster booster = XGBoost.train(data, settings.parameters(training.columns()), 0, Map.of(), null, null);
            try {
                List<double[]> course = new ArrayList<>();
                for (int trees = 1; trees <= settings.mostTrees(); trees++) {
                    booster.update(data, trees - 1);
                    if (trees % STRIDE == 0 || trees == settings.mostTrees()) {
                        course.add(column(booster.predict(others, true), 0));
                        if (course.size() - 1 - best(course, judged.outcomes()) >= PATIENCE) {
                            break;
                        }
                    }
                }
                return course;
            } finally {
                booster.dispose();
                others.dispose();
                data.dispose();
            }
        });
    }

    /** Where a course has the least loss. */
    private static int best(List<double[]> course, boolean[] outcomes) {
        int best = 0;
        for (int i = 1; i < course.size(); i++) {
            best = loss(course.get(i), outcomes) < loss(course.get(best), outcomes) ? i : best;
        }
        return best;
    }

    static double loss(double[] scores, boolean[] outcomes) {
        return ClassificationQuality.logLoss(new Calibrator.AsItIs().probabilities(scores), outcomes);
    }

    @Override
    public double[] scores(double[][] rows) {
        return rows.length == 0 ? new double[0] : asking(rows, data -> column(booster.predict(data, true), 0));
    }

    @Override
    public double[][] contributions(double[][] rows) {
        return rows.length == 0
                ? new double[0][]
                : tables().map(tables ->
                                Arrays.stream(rows).map(tables::contributions).toArray(double[][]::new))
                        .orElseGet(() -> nativeContributions(rows));
    }

    /** As XGBoost works them out, whatever the depth of the trees. */
    double[][] nativeContributions(double[][] rows) {
        return asking(
                rows,
                data -> Arrays.stream(booster.predictContrib(data, 0))
                        .map(BoostedTrees::doubles)
                        .toArray(double[][]::new));
    }

    private Optional<TreeShap> tables() {
        synchronized (booster) {
            if (!isTabled) {
                double[] unknown = new double[columns];
                Arrays.fill(unknown, Double.NaN);
                double bias = nativeContributions(new double[][] {unknown})[0][columns];
                tables = calling(() -> TreeShap.of(booster.getModelDump("", true, "text"), columns, bias));
                isTabled = true;
            }
            return tables;
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        byte[] bytes = calling(() -> booster.toByteArray("ubj"));
        out.writeInt(columns);
        out.writeInt(threads);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static BoostedTrees read(DataInput in) throws IOException {
        int columns = in.readInt();
        int threads = in.readInt();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return calling(() -> {
            Booster booster = XGBoost.loadModel(bytes);
            booster.setParam("nthread", threads);
            return new BoostedTrees(booster, columns, threads);
        });
    }

    private interface Native<T> {
        T call() throws XGBoostError, IOException;
    }

    private interface Question<T> {
        T ask(DMatrix data) throws XGBoostError;
    }

    /** A booster keeps a cache and takes one question at a time. */
    private <T> T asking(double[][] rows, Question<T> question) {
        return calling(() -> {
            DMatrix data = matrix(rows, columns);
            try {
                synchronized (booster) {
                    return question.ask(data);
                }
            } finally {
                data.dispose();
            }
        });
    }

    private static <T> T calling(Native<T> call) {
        try {
            return call.call();
        } catch (XGBoostError | IOException e) {
            throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
        }
    }

    private static DMatrix labelled(Observations data) throws XGBoostError {
        DMatrix matrix = matrix(data.rows(), data.columns().size());
        float[] labels = new float[data.count()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = data.outcomes()[i] ? 1 : 0;
        }
        matrix.setLabel(labels);
        return matrix;
    }

    private static DMatrix matrix(double[][] rows, int columns) throws XGBoostError {
        float[] flat = new float[Math.multiplyExact(rows.length, columns)];
        int next = 0;
        for (double[] row : rows) {
            for (double value : row) {
                flat[next++] = (float) value;
            }
        }
        return new DMatrix(flat, rows.length, columns, Float.NaN);
    }

    private static double[] column(float[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
