package perennial.churn.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.churn.ChurnExplanations.Change;
import perennial.kernel.InvalidInputException;
import perennial.kernel.NearestWord;
import perennial.kernel.Words;

/** A customer with other features than they have, held to what a customer can have and the model can score. */
public record Supposition(Features features, List<Change> changed) {
    private static final String PREFIX = "changes.";

    /** What a value may be; ends included. */
    private record Range(double least, double most, boolean isWhole) {
        boolean holds(double value) {
            return value >= least && value <= most && (!isWhole || value == Math.rint(value));
        }
    }

    public static Supposition of(ChurnModel model, Features customer, Map<String, OptionalDouble> changes) {
        if (changes.isEmpty()) {
            throw new InvalidInputException(
                    "changes",
                    "",
                    new Words("nothing is changed", "没有任何改动"),
                    new Words("name a feature and its value", "请给出特征及其取值"));
        }
        Map<Feature, Double> known = new EnumMap<>(Feature.class);
        known.putAll(customer.known());
        List<Change> changed = new ArrayList<>();
        changes.forEach((label, value) -> {
            Feature feature = feature(model, label);
            refuseOutOfRange(model, feature, value);
            changed.add(set(known, feature, value));
        });
        follow(known, changes, changed, model);
        return new Supposition(Features.of(customer.customer(), customer.asOf(), known), List.copyOf(changed));
    }

    private static Feature feature(ChurnModel model, String label) {
        return model.features().stream()
                .filter(feature -> feature.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        PREFIX + label,
                        label,
                        new Words("the model has no such feature", "模型没有这个特征"),
                        NearestWord.advice(
                                label,
                                model.features().stream().map(Feature::label).toList())));
    }

    private static void refuseOutOfRange(ChurnModel model, Feature feature, OptionalDouble value) {
        Range range = range(model, feature);
        if (value.isEmpty() ? feature == Feature.RECENCY : !range.holds(value.getAsDouble())) {
            String ends = plain(range.least()) + " – " + plain(range.most());
            throw new InvalidInputException(
                    PREFIX + feature.label(),
                    value.isEmpty() ? "" : plain(value.getAsDouble()),
                    range.isWhole()
                            ? new Words("it is not a whole number from " + ends, "不是 " + ends + " 的整数")
                            : new Words("it is not a number from " + ends, "不是 " + ends + " 的数"),
                    new Words(
                            "give " + ends + " (" + feature.unit().title(Locale.ENGLISH) + ")",
                            "请给出 " + ends + "（" + feature.unit().title(Locale.SIMPLIFIED_CHINESE) + "）"));
        }
    }

    private static Range range(ChurnModel model, Feature feature) {
        if (feature == Feature.RECENCY) {
            return new Range(0, model.definition().silenceDays(), false);
        }
        if (feature == Feature.TREND) {
            return new Range(-1, 1, false);
        }
        return switch (feature.unit()) {
            case COUNT -> new Range(0, 1_000_000, true);
            case DAYS -> new Range(0, 36_500, false);
            case MONEY -> new Range(0, 1_000_000_000, false);
            case SHARE -> new Range(0, 1, false);
            case RATIO -> new Range(0, 100_000, false);
            case RATING -> new Range(1, 5, false);
            case FLAG -> new Range(0, 1, true);
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static Change set(Map<Feature, Double> known, Feature feature, OptionalDouble value) {
        Double before = value.isPresent() ? known.put(feature, value.getAsDouble()) : known.remove(feature);
        return new Change(feature, before == null ? OptionalDouble.empty() : OptionalDouble.of(before), value);
    }

    /** Silence is recency by the mean gap: a customer whose silence belongs to another recency can't be. */
    private static void follow(
            Map<Feature, Double> known, Map<String, OptionalDouble> changes, List<Change> changed, ChurnModel model) {
        boolean moved = changes.containsKey(Feature.RECENCY.label()) || changes.containsKey(Feature.GAP_MEAN.label());
        if (!moved
                || changes.containsKey(Feature.SILENCE.label())
                || !model.features().contains(Feature.SILENCE)) {
            return;
        }
        OptionalDouble recency = told(known, Feature.RECENCY);
        OptionalDouble gap = told(known, Feature.GAP_MEAN);
        changed.add(set(
                known,
                Feature.SILENCE,
                recency.isPresent() && gap.isPresent() && gap.getAsDouble() > 0
                        ? OptionalDouble.of(recency.getAsDouble() / gap.getAsDouble())
                        : OptionalDouble.empty()));
    }

    private static OptionalDouble told(Map<Feature, Double> known, Feature feature) {
        return Optional.ofNullable(known.get(feature)).stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }
}
