package perennial.analytics.valuation;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.kernel.Words;

/**
 * Which purchase model is to be in force, and why. A back-test decides: by the mean logarithm of the probability that
 * each model gave to what came, over all origins, which is a proper score of the whole forecast (Gneiting and Raftery
 * 2007, JASA 102), of who still buys at all as well as of how much. The model in force stays unless another one betters
 * it by a thousandth, so that models don't alternate by chance.
 *
 * @param kind empty where none can be used
 * @param scores the mean score of each model that could be judged at every origin that was judged
 */
public record ModelChoice(Optional<PurchaseKind> kind, Words reason, Map<String, Double> scores) {
    private static final double WORTH_A_CHANGE = 0.001;
    private static final double ALIKE = 1e-6;

    /** @param inForce the kind that was chosen before */
    public static ModelChoice of(List<Judgement> judgements, Optional<PurchaseKind> inForce) {
        Map<String, Double> scores = scores(judgements);
        if (scores.isEmpty()) {
            return new ModelChoice(Optional.empty(), unjudged(judgements), scores);
        }
        double highest = Collections.max(scores.values());
        // A model of regular buyers with k = 1 is the plain one, which then comes first.
        String top = scores.entrySet().stream()
                .filter(each -> each.getValue() >= highest - ALIKE)
                .findFirst()
                .orElseThrow()
                .getKey();
        double enough = highest - WORTH_A_CHANGE;
        String chosen = inForce.map(PurchaseKind::label)
                .filter(label -> scores.getOrDefault(label, Double.NEGATIVE_INFINITY) >= enough)
                .orElse(top);
        return new ModelChoice(
                Optional.of(PurchaseKind.labelled(chosen)), told(chosen, top, scores, judgements), scores);
    }

    private static Map<String, Double> scores(List<Judgement> judgements) {
        long origins = judgements.stream()
                .filter(each -> each.logScore().isPresent())
                .map(Judgement::origin)
                .distinct()
                .count();
        Map<String, List<Judgement>> byModel = judgements.stream()
                .filter(each -> each.logScore().isPresent())
                .collect(Collectors.groupingBy(Judgement::forecaster, LinkedHashMap::new, Collectors.toList()));
        Map<String, Double> scores = new LinkedHashMap<>();
        byModel.forEach((model, all) -> {
            if (all.size() == origins) {
                scores.put(
                        model,
                        all.stream()
                                .mapToDouble(each -> each.logScore().getAsDouble())
                                .average()
                                .orElseThrow());
            }
        });
        return scores;
    }

    private static Words unjudged(List<Judgement> judgements) {
        return judgements.stream()
                .flatMap(each -> each.reason().stream())
                .findFirst()
                .map(why -> Reasons.join(Reasons.words("not-judged"), why))
                .orElseGet(() -> Reasons.words("not-judged"));
    }

    private static Words told(String chosen, String top, Map<String, Double> scores, List<Judgement> judgements) {
        String others = scores.entrySet().stream()
                .filter(each -> !each.getKey().equals(chosen))
                .sorted(Comparator.comparing(each -> -each.getValue()))
                .map(each -> each.getKey() + " " + Reasons.score(each.getValue()))
                .collect(Collectors.joining(", "));
        long origins = judgements.stream().map(Judgement::origin).distinct().count();
        String key = others.isEmpty() ? "chosen-alone" : chosen.equals(top) ? "chosen" : "kept";
        Words first = Reasons.words(key, chosen, origins, Reasons.score(scores.getOrDefault(chosen, 0.0)), others);
        return Reasons.join(first, besideNaive(chosen, judgements));
    }

    /** On which measures the model beats "as before", and on which it loses, over all origins together. */
    private static Words besideNaive(String chosen, List<Judgement> judgements) {
        List<String> won = Measure.all().stream()
                .filter(measure -> measure.compare(judgements, chosen, BackTest.AS_BEFORE) > 0)
                .map(Measure::title)
                .toList();
        List<String> lost = Measure.all().stream()
                .filter(measure -> measure.compare(judgements, chosen, BackTest.AS_BEFORE) < 0)
                .map(Measure::title)
                .toList();
        if (lost.isEmpty()) {
            return Reasons.words("beats-naive", String.join(", ", won));
        }
        return won.isEmpty()
                ? Reasons.words("loses-to-naive", String.join(", ", lost))
                : Reasons.words("beats-and-loses", String.join(", ", won), String.join(", ", lost));
    }

    /** A measure by which forecasters are compared, in purchases. */
    private record Measure(String title, boolean lessIsBetter, Function<ForecastQuality, OptionalDouble> of) {
        static List<Measure> all() {
            return List.of(
                    new Measure("MAE", true, quality -> OptionalDouble.of(quality.mae())),
                    new Measure("RMSE", true, quality -> OptionalDouble.of(quality.rmse())),
                    new Measure("Spearman", false, ForecastQuality::spearman),
                    new Measure("Gini", false, ForecastQuality::gini));
        }

        /** Above 0 where one is better than the other, below where it is worse, 0 where that is not known. */
        double compare(List<Judgement> judgements, String one, String other) {
            OptionalDouble mine = mean(judgements, one);
            OptionalDouble theirs = mean(judgements, other);
            if (mine.isEmpty() || theirs.isEmpty()) {
                return 0;
            }
            double lead = mine.getAsDouble() - theirs.getAsDouble();
            return lessIsBetter ? -lead : lead;
        }

        private OptionalDouble mean(List<Judgement> judgements, String forecaster) {
            return judgements.stream()
                    .filter(each -> each.forecaster().equals(forecaster))
                    .flatMap(each -> each.purchases().stream())
                    .map(of)
                    .flatMapToDouble(OptionalDouble::stream)
                    .average();
        }
    }
}
