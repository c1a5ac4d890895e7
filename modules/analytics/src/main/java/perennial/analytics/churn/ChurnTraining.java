package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;

/** One training: enough data or not, both models, their calibration, the contest, the baselines, the card. */
final class ChurnTraining {
    private final LearningSet set;
    private final ChurnModel.Settings settings;
    private final List<Example> training;
    private final List<Example> calibration;
    private final Snapshot evaluation;
    private final boolean[] outcomes;
    private final List<Feature> features;
    private final Observations data;
    private final double[] typical;

    ChurnTraining(LearningSet set, ChurnModel.Settings settings) {
        this.set = set;
        this.settings = settings;
        this.training = set.trainingExamples();
        this.calibration = set.calibration().examples();
        this.evaluation = set.evaluation();
        this.outcomes = evaluation.outcomes();
        Observations all = Observations.of(Factors.features(), training);
        this.features = new ArrayList<>();
        double[] medians = new double[Factors.features().size()];
        for (int j = 0; j < medians.length; j++) {
            double[] known = all.known(j);
            if (known.length > 0 && (known[0] < known[known.length - 1] || known.length < all.count())) {
                medians[features.size()] = Observations.median(known);
                features.add(Factors.features().get(j));
            }
        }
        this.typical = Arrays.copyOf(medians, features.size());
        this.data = Observations.of(features, training);
    }

    ChurnFit fit(Map<String, ToDoubleFunction<Features>> baselines) {
        List<ChurnFit.Shortfall> shortfalls = shortfalls();
        if (!shortfalls.isEmpty()) {
            return new ChurnFit.NotEnoughData(shortfalls);
        }
        ChurnModel logistic =
                model(ChurnModel.Kind.LOGISTIC_REGRESSION, LogisticRegression.fit(data, settings.penalty()));
        Optional<String> noTrees = BoostedTrees.unavailable();
        if (noTrees.isPresent()) {
            ModelCard.LeftOut leftOut = new ModelCard.LeftOut(ChurnModel.Kind.BOOSTED_TREES.title(), noTrees.get());
            return fitted(List.of(logistic), Optional.empty(), List.of(leftOut), baselines);
        }
        ChurnModel boosted = model(
                ChurnModel.Kind.BOOSTED_TREES,
                BoostedTrees.fit(
                        data, Observations.of(features, calibration), BoostedTrees.Settings.standard(settings.seed())));
        Contest contest = Contest.between(logistic, boosted, evaluation, settings.margin());
        List<ChurnModel> ranked = contest.won() ? List.of(boosted, logistic) : List.of(logistic, boosted);
        return fitted(ranked, Optional.of(contest), List.of(), baselines);
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

    private ChurnModel model(ChurnModel.Kind kind, AdditiveClassifier classifier) {
        return new ChurnModel(kind, set.definition(), features, typical, classifier, calibrator(classifier, features));
    }

    private Calibrator calibrator(Classifier classifier, List<Feature> of) {
        Observations later = Observations.of(of, calibration);
        return Calibrator.choose(classifier.scores(later.rows()), later.outcomes());
    }

    private ChurnFit fitted(
            List<ChurnModel> ranked,
            Optional<Contest> contest,
            List<ModelCard.LeftOut> leftOut,
            Map<String, ToDoubleFunction<Features>> baselines) {
        ChurnModel inForce = ranked.get(0);
        return new ChurnFit.Fitted(
                inForce,
                new ModelCard(
                        inForce.kind(),
                        set.definition(),
                        set.asOf(),
                        set.training().stream().map(Snapshot::labels).toList(),
                        set.calibration().labels(),
                        evaluation.labels(),
                        training.size(),
                        (int) training.stream().filter(Example::churned).count(),
                        features.stream().map(Feature::label).toList(),
                        Factors.features().stream()
                                .filter(feature -> !features.contains(feature))
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
        LogisticRegression line = LogisticRegression.fit(Observations.of(recency, training), settings.penalty());
        return calibrator(line, recency).probabilities(line.scores(Observations.rows(recency, evaluation.features())));
    }
}
