package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import perennial.analytics.evaluation.Auc;
import perennial.analytics.evaluation.Gain;
import perennial.analytics.evaluation.Interval;
import perennial.analytics.evaluation.ThresholdCurves;
import perennial.analytics.evaluation.ThresholdCurves.Point;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;

/**
 * What a model is worth on a snapshot that it has not learned from, beyond the figures of its card.
 *
 * @param averagePrecision the mean precision, each weighed by the recall that its threshold adds
 * @param precisionRecall at most about a hundred points
 * @param importances by feature, the most important first
 * @param dependences of the most important features
 */
public record Appraisal(
        double averagePrecision,
        List<Point> precisionRecall,
        List<Gain> gains,
        List<Importance> importances,
        List<Dependence> dependences) {
    private static final int MOST_POINTS = 100;
    private static final int DEPENDENCES = 6;

    /** Fewer customers of either kind tell nothing of a group. */
    public static final int LEAST_OF_EACH = 30;

    public Appraisal {
        precisionRecall = List.copyOf(precisionRecall);
        gains = List.copyOf(gains);
        importances = List.copyOf(importances);
        dependences = List.copyOf(dependences);
    }

    /**
     * The probability that the model would give on average if the feature had this value for everybody (Friedman, Annals
     * of Statistics 29, 2001): what the model has learned, not what a change of the feature would bring about.
     */
    public record Dependence(Feature feature, List<Point> curve) {
        public Dependence {
            curve = List.copyOf(curve);
        }
    }

    /**
     * How the model does in a part of the customers.
     *
     * @param predicted share of leavers, on average
     * @param auc empty where fewer than {@link #LEAST_OF_EACH} left or stayed: not enough data
     */
    public record Group(String name, int count, int left, double predicted, Optional<Interval> auc) {}

    /** @param seed of the shuffles that importances rest on */
    public static Appraisal of(ChurnModel model, Snapshot heldOut, long seed) {
        double[] probabilities = model.probabilities(heldOut.features());
        ThresholdCurves curves = ThresholdCurves.of(probabilities, heldOut.outcomes());
        List<Importance> importances = importances(model, heldOut, seed);
        return new Appraisal(
                curves.averagePrecision(),
                thinned(curves.precisionRecall()),
                Gain.curve(probabilities, heldOut.outcomes()),
                importances,
                importances.stream()
                        .limit(DEPENDENCES)
                        .flatMap(importance -> Feature.labelled(importance.column()).stream())
                        .map(feature -> dependence(model, heldOut, feature, seed))
                        .toList());
    }

    private static List<Importance> importances(ChurnModel model, Snapshot heldOut, long seed) {
        List<Feature> features = model.features();
        List<Shuffling.Block> blocks = IntStream.range(0, features.size())
                .mapToObj(j -> new Shuffling.Block(features.get(j).label(), j, 1))
                .toList();
        return new Shuffling(blocks, Observations.of(features, heldOut.examples()), seed).importances(model::scores);
    }

    private static Dependence dependence(ChurnModel model, Snapshot heldOut, Feature feature, long seed) {
        int column = model.features().indexOf(feature);
        Observations all = Observations.of(model.features(), heldOut.examples());
        double[] known = all.known(column);
        Observations some = all.rows(Parts.atMost(MOST_POINTS * 2, all.outcomes(), seed));
        List<Point> curve = IntStream.range(0, known.length == 0 ? 0 : 11)
                .mapToDouble(i -> known[(int) Math.round(i * (known.length - 1) / 10.0)])
                .distinct()
                .mapToObj(value -> new Point(value, mean(model.probabilities(with(some.rows(), column, value)))))
                .toList();
        return new Dependence(feature, curve);
    }

    private static double[][] with(double[][] rows, int column, double value) {
        return Arrays.stream(rows)
                .map(row -> {
                    double[] changed = row.clone();
                    changed[column] = value;
                    return changed;
                })
                .toArray(double[][]::new);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static List<Point> thinned(List<Point> points) {
        int last = points.size() - 1;
        return points.size() <= MOST_POINTS
                ? points
                : IntStream.range(0, MOST_POINTS)
                        .mapToObj(i -> points.get((int) Math.round((double) i * last / (MOST_POINTS - 1))))
                        .toList();
    }

    /**
     * The parts of the snapshot's customers, by name.
     *
     * @param group of a customer as they were at the cut, so that no group knows what came after it; empty for none
     */
    public static List<Group> groups(ChurnModel model, Snapshot heldOut, Function<Features, Optional<String>> group) {
        TreeMap<String, List<Example>> members = new TreeMap<>();
        for (Example example : heldOut.examples()) {
            group.apply(example.features())
                    .ifPresent(name -> members.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(example));
        }
        return members.entrySet().stream()
                .map(entry -> group(model, entry.getKey(), new Snapshot(heldOut.labels(), entry.getValue())))
                .toList();
    }

    private static Group group(ChurnModel model, String name, Snapshot of) {
        double[] probabilities = model.probabilities(of.features());
        boolean isEnough = of.churned() >= LEAST_OF_EACH && of.stayed() >= LEAST_OF_EACH;
        return new Group(
                name,
                of.examples().size(),
                of.churned(),
                mean(probabilities),
                isEnough ? Optional.of(Auc.of(probabilities, of.outcomes()).interval()) : Optional.empty());
    }
}
