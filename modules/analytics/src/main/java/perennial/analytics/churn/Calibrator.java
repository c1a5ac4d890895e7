package perennial.analytics.churn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.evaluation.LogitLine;

/** Turns a model's log-odds into a probability that can be taken at its word; rising, so that it keeps the order. */
sealed interface Calibrator {

    double probability(double score);

    void write(DataOutput out) throws IOException;

    /** The name on the model card. */
    String title();

    default double[] probabilities(double[] scores) {
        return Arrays.stream(scores).map(this::probability).toArray();
    }

    /**
     * The one of the three, the plainest first, that predicts best what it was not fitted to: by log-loss over five
     * parts, each predicted from the other four; a plainer one gives way only to a gain of 0.0005.
     */
    static Calibrator choose(double[] scores, boolean[] outcomes) {
        Calibrator[] chosen = {new AsItIs(), Platt.fit(scores, outcomes), Isotonic.fit(scores, outcomes)};
        Fitting[] fittings = {(s, o) -> new AsItIs(), Platt::fit, Isotonic::fit};
        int best = 0;
        double least = crossLoss(fittings[0], scores, outcomes);
        for (int i = 1; i < fittings.length; i++) {
            double loss = crossLoss(fittings[i], scores, outcomes);
            if (loss < least - 0.0005) {
                best = i;
                least = loss;
            }
        }
        return chosen[best];
    }

    private static double crossLoss(Fitting fitting, double[] scores, boolean[] outcomes) {
        int folds = 5;
        double[] predicted = new double[scores.length];
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            int[] others = IntStream.range(0, scores.length)
                    .filter(i -> i % folds != left)
                    .toArray();
            boolean[] otherOutcomes = new boolean[others.length];
            for (int i = 0; i < others.length; i++) {
                otherOutcomes[i] = outcomes[others[i]];
            }
            Calibrator fitted = fitting.fit(
                    Arrays.stream(others).mapToDouble(i -> scores[i]).toArray(), otherOutcomes);
            for (int i = fold; i < scores.length; i += folds) {
                predicted[i] = fitted.probability(scores[i]);
            }
        }
        return ClassificationQuality.logLoss(predicted, outcomes);
    }

    static Calibrator read(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case AsItIs.KIND -> new AsItIs();
            case Platt.KIND -> new Platt(new LogitLine(in.readDouble(), in.readDouble()));
            case Isotonic.KIND -> Isotonic.readKnots(in);
            default -> throw new IOException("unknown kind of calibration: " + kind);
        };
    }

    /** Fits a calibrator to scores and outcomes. */
    interface Fitting {
        Calibrator fit(double[] scores, boolean[] outcomes);
    }

    /** The model's own probability. */
    record AsItIs() implements Calibrator {
        static final byte KIND = 0;

        @Override
        public double probability(double score) {
            return 1 / (1 + Math.exp(-score));
        }

        @Override
        public String title() {
            return "none needed";
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeByte(KIND);
        }
    }

    /** A line through the log-odds, with the targets of Platt 1999 that keep it finite. */
    record Platt(LogitLine line) implements Calibrator {
        static final byte KIND = 1;

        static Calibrator fit(double[] scores, boolean[] outcomes) {
            int positives = 0;
            for (boolean outcome : outcomes) {
                positives += outcome ? 1 : 0;
            }
            double high = (positives + 1.0) / (positives + 2.0);
            double low = 1 / (outcomes.length - positives + 2.0);
            double[] targets = new double[outcomes.length];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = outcomes[i] ? high : low;
            }
            return LogitLine.fit(scores, targets)
                    .filter(line -> line.slope() > 0)
                    .<Calibrator>map(Platt::new)
                    .orElseGet(AsItIs::new);
        }

        @Override
        public double probability(double score) {
            return 1 / (1 + Math.exp(-line.at(score)));
        }

        @Override
        public String title() {
            return "Platt";
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeByte(KIND);
            out.writeDouble(line.intercept());
            out.writeDouble(line.slope());
        }
    }

    /**
     * The rising step function nearest to the outcomes (pool adjacent violators, Ayer and others 1955), drawn through
     * the middles of its steps (Oron and Flournoy 2017) so that different scores keep different probabilities between
     * them. A step's share counts two people more, one of each kind, so that none is 0 or 1.
     */
    final class Isotonic implements Calibrator {
        static final byte KIND = 2;

        private final double[] at;
        private final double[] share;

        private Isotonic(double[] at, double[] share) {
            this.at = at;
            this.share = share;
        }

        static Calibrator fit(double[] scores, boolean[] outcomes) {
            Integer[] order = new Integer[scores.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
            double[] sum = new double[order.length];
            double[] positives = new double[order.length];
            int[] count = new int[order.length];
            int blocks = 0;
            for (int i : order) {
                sum[blocks] = scores[i];
                positives[blocks] = outcomes[i] ? 1 : 0;
                count[blocks] = 1;
                while (blocks > 0 && mergeable(sum, positives, count, blocks)) {
                    blocks--;
                    sum[blocks] += sum[blocks + 1];
                    positives[blocks] += positives[blocks + 1];
                    count[blocks] += count[blocks + 1];
                }
                blocks++;
            }
            double[] at = new double[blocks];
            double[] share = new double[blocks];
            for (int b = 0; b < blocks; b++) {
                at[b] = sum[b] / count[b];
                share[b] = (positives[b] + 1) / (count[b] + 2.0);
                share[b] = b == 0 ? share[b] : Math.max(share[b], share[b - 1]);
            }
            return new Isotonic(at, share);
        }

        /** Whether a block is not above the one before it, or shares its score. */
        private static boolean mergeable(double[] sum, double[] positives, int[] count, int block) {
            return positives[block - 1] / count[block - 1] >= positives[block] / count[block]
                    || sum[block - 1] / count[block - 1] >= sum[block] / count[block];
        }

        @Override
        public double probability(double score) {
            int found = Arrays.binarySearch(at, score);
            if (found >= 0) {
                return share[found];
            }
            int next = -found - 1;
            if (next == 0) {
                return share[0];
            }
            if (next == at.length) {
                return share[at.length - 1];
            }
            double way = (score - at[next - 1]) / (at[next] - at[next - 1]);
            return share[next - 1] + way * (share[next] - share[next - 1]);
        }

        @Override
        public String title() {
            return "isotonic";
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeByte(KIND);
            out.writeInt(at.length);
            for (int i = 0; i < at.length; i++) {
                out.writeDouble(at[i]);
                out.writeDouble(share[i]);
            }
        }

        static Isotonic readKnots(DataInput in) throws IOException {
            double[] at = new double[in.readInt()];
            double[] share = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                at[i] = in.readDouble();
                share[i] = in.readDouble();
            }
            return new Isotonic(at, share);
        }
    }
}
