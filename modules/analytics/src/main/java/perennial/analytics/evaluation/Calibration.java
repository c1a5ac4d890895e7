package perennial.analytics.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far predicted probabilities can be taken at their word.
 *
 * @param line of the outcomes on the predicted log-odds: slope 1 is right, below 1 the predictions are too extreme;
 *     empty where the predictions are all the same, or separate the outcomes
 * @param curve about ten groups of equal size in ascending order of prediction; equal predictions share a group
 */
public record Calibration(Optional<LogitLine> line, List<Group> curve) {
    private static final int GROUPS = 10;
    private static final double LEAST = 1e-6;

    public Calibration {
        curve = List.copyOf(curve);
    }

    /** What was predicted on average, and the share that came true with Wilson's interval. */
    public record Group(int count, double predicted, Interval observed) {}

    static Calibration of(double[] probabilities, boolean[] outcomes) {
        double[] logOdds = new double[probabilities.length];
        double[] targets = new double[probabilities.length];
        for (int i = 0; i < logOdds.length; i++) {
            double p = Math.min(Math.max(probabilities[i], LEAST), 1 - LEAST);
            logOdds[i] = Math.log(p / (1 - p));
            targets[i] = outcomes[i] ? 1 : 0;
        }
        return new Calibration(LogitLine.fit(logOdds, targets), curve(probabilities, outcomes));
    }

    private static List<Group> curve(double[] probabilities, boolean[] outcomes) {
        int[] order = Ranks.ascending(probabilities);
        List<Group> curve = new ArrayList<>();
        for (int from = 0; from < order.length; ) {
            int to = Math.max(from + 1, (int) Math.round((curve.size() + 1.0) * order.length / GROUPS));
            while (to < order.length && probabilities[order[to]] == probabilities[order[to - 1]]) {
                to++;
            }
            to = Math.min(to, order.length);
            curve.add(group(probabilities, outcomes, order, from, to));
            from = to;
        }
        return curve;
    }

    private static Group group(double[] probabilities, boolean[] outcomes, int[] order, int from, int to) {
        double predicted = 0;
        int positives = 0;
        for (int i = from; i < to; i++) {
            predicted += probabilities[order[i]];
            positives += outcomes[order[i]] ? 1 : 0;
        }
        return new Group(to - from, predicted / (to - from), wilson(positives, to - from));
    }

    /** Wilson, JASA 22, 1927, 209-212. */
    private static Interval wilson(int positives, int count) {
        double share = (double) positives / count;
        double z2 = Interval.Z * Interval.Z;
        double centre = (share + z2 / (2 * count)) / (1 + z2 / count);
        double reach =
                Interval.Z * Math.sqrt(share * (1 - share) / count + z2 / (4.0 * count * count)) / (1 + z2 / count);
        return new Interval(share, Math.max(0, centre - reach), Math.min(1, centre + reach));
    }
}
