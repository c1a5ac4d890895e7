package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import perennial.analytics.btyd.MbgNbd;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;

/** One training: enough data or not, the models, their calibration, the contests, the baselines, the card. */
final class ChurnTraining {
    private final LearningSet set;
    private final ChurnModel.Settings settings;
    private final List<Example> training;
    private final List<Example> calibration;
    private final Snapshot evaluation;
    private final boolean[] outcomes;
    private final Predictors predictors;
    private final Observations data;

    ChurnTraining(LearningSet set, ChurnModel.Settings settings) {
        this.set = set;
        this.settings = settings;
        this.training = set.trainingExamples();
        this.calibration = set.calibration().examples();
        this.evaluation = set.evaluation();
        this.outcomes = evaluation.outcomes();
        this.predictors = Predictors.of(training, set.buying());
        this.data = predictors.observations(training);
    }

    ChurnFit fit(Map<String, ToDoubleFunction<Features>> baselines) {
        List<ChurnFit.Shortfall> shortfalls = shortfalls();
        if (!shortfalls.isEmpty()) {
            return new ChurnFit.NotEnoughData(shortfalls);
        }
        Optional<String> noTrees = BoostedTrees.unavailable();
        List<Trained> models = new ArrayList<>();
        List<ModelCard.LeftOut> leftOut = new ArrayList<>();
        for (Recipe recipe : settings.recipes()) {
            ChurnModel.Kind kind = recipe.kind().orElseThrow();
            if (noTrees.isPresent() && recipe.needsXgboost()) {
                leftOut.add(new ModelCard.LeftOut(kind.title(), noTrees.get()));
            } else {
                models.add(new Trained(recipe, model(recipe, kind)));
            }
        }
        return decided(models, leftOut, baselines);
    }

    /** A model with how it was made. */
    private record Trained(Recipe recipe, ChurnModel model) {}

    /** Each model in its turn against the best of the plainer ones. */
    private ChurnFit decided(
            List<Trained> models, List<ModelCard.LeftOut> leftOut, Map<String, ToDoubleFunction<Features>> baselines) {
        Trained best = models.get(0);
        Optional<Contest> decisive = Optional.empty();
        for (Trained challenger : models.subList(1, models.size())) {
            Contest contest = Contest.between(best.model(), challenger.model(), evaluation, settings.margin());
            if (contest.won()) {
                best = challenger;
            }
            decisive = decisive.isPresent() && !contest.won() ? decisive : Optional.of(contest);
        }
        List<ChurnModel> ranked = new ArrayList<>(List.of(best.model()));
        models.stream()
                .map(Trained::model)
                .filter(model -> !ranked.contains(model))
                .forEach(ranked::add);
        return fitted(best.recipe(), ranked, decisive, leftOut, baselines);
    }

    private List<ChurnFit.Shortfall> shortfalls() {
        List<ChurnFit.Shortfall> shortfalls = new ArrayList<>();
        check(ChurnFit.Part.TRAINING, Observations.outcomes(training), settings.leastTraining(), shortfalls);
        check(ChurnFit.Part.CALIBRATION, Observations.outcomes(calibration), settings.leastLater(), shortfalls);
        check(ChurnFit.Part.EVALUATION, outcomes, settings.leastLater(), shortfalls);
        return shortfalls;
    }

    private static void check(ChurnFit.Part part, boolean[] outcomes, int need, List<ChurnFit.Shortfall> shortfalls) {
        int churned = 0;
        for (boolean outcome : outcomes) {
            churned += outcome ? 1 : 0;
        }
        if (churned < need) {
            shortfalls.add(new ChurnFit.Shortfall(part, ChurnFit.Count.CHURNED, churned, need));
        }
        if (outcomes.length - churned < need) {
            shortfalls.add(new ChurnFit.Shortfall(part, ChurnFit.Count.STAYED, outcomes.length - churned, need));
        }
    }

    private ChurnModel model(Recipe recipe, ChurnModel.Kind kind) {
        Observations later = predictors.observations(calibration);
        AdditiveClassifier classifier = recipe.learn(data, later, settings.seed());
        return new ChurnModel(kind, set.definition(), predictors, classifier, calibrator(classifier, later));
    }

    private static Calibrator calibrator(Classifier classifier, Observations later) {
        return Calibrator.choose(classifier.scores(later.rows()), later.outcomes());
    }

    private ChurnFit fitted(
            Recipe recipe,
            List<ChurnModel> ranked,
            Optional<Contest> contest,
            List<ModelCard.LeftOut> leftOut,
            Map<String, ToDoubleFunction<Features>> baselines) {
        ChurnModel inForce = ranked.get(0);
        return new ChurnFit.Fitted(
                inForce,
                new ModelCard(
                        inForce.kind(),
                        recipe,
                        set.definition(),
                        set.asOf(),
                        set.training().stream().map(Snapshot::labels).toList(),
                        set.calibration().labels(),
                        evaluation.labels(),
                        training.size(),
                        (int) training.stream().filter(Example::churned).count(),
                        predictors.labels(),
                        Factors.features().stream()
                                .filter(feature -> !predictors.features().contains(feature))
                                .map(Feature::label)
                                .toList(),
                        inForce.calibration(),
                        settings.seed(),
                        versions(),
                        contest,
                        judgements(ranked, baselines),
                        leftOut));
    }

    private static Map<String, String> versions() {
        return Map.of("java", Runtime.version().toString(), "xgboost4j", BoostedTrees.libraryVersion());
    }

    private List<ModelCard.Judgement> judgements(
            List<ChurnModel> models, Map<String, ToDoubleFunction<Features>> baselines) {
        Map<String, double[]> predictions = new LinkedHashMap<>();
        models.forEach(model -> predictions.put(model.kind().title(), model.probabilities(evaluation.features())));
        predictions.put(ModelCard.RECENCY_ONLY, recencyOnly());
        set.buying()
                .ifPresent(buying -> predictions.put(
                        ModelCard.PURCHASE_MODEL,
                        evaluation.features().stream()
                                .mapToDouble(customer -> noPurchase(buying, customer))
                                .toArray()));
        baselines.forEach((name, baseline) -> predictions.put(
                name, evaluation.features().stream().mapToDouble(baseline).toArray()));
        return predictions.entrySet().stream()
                .map(entry -> new ModelCard.Judgement(
                        entry.getKey(), ClassificationQuality.of(entry.getValue(), outcomes, settings.threshold())))
                .toList();
    }

    /** The same logistic regression and calibration, with recency as its only column. */
    private double[] recencyOnly() {
        List<Feature> recency = List.of(Feature.RECENCY);
        LogisticRegression line = LogisticRegression.fit(Observations.of(recency, training), 1);
        return calibrator(line, Observations.of(recency, calibration))
                .probabilities(line.scores(Observations.rows(recency, evaluation.features())));
    }

    /** The probability of no purchase in the horizon by the purchase model alone. */
    private double noPurchase(MbgNbd buying, Features customer) {
        double age = customer.orElse(Feature.AGE, 0);
        double x = customer.orElse(Feature.FREQUENCY, 0);
        double tx = x == 0 ? 0 : age - customer.orElse(Feature.RECENCY, 0);
        int horizon = set.definition().horizonDays();
        return Math.min(1, Math.max(0, 1 - buying.probabilityOfAtLeast(1, x, tx, age, horizon)));
    }
}
