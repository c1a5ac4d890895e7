package perennial.churn.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.analytics.churn.Assessment;
import perennial.analytics.churn.ChurnDefinition;
import perennial.analytics.churn.ChurnFit;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.LearningSet;
import perennial.analytics.churn.ModelCard;
import perennial.analytics.churn.PurchaseTimes;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.language.Phrases;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.churn.ChurnScores.ChurnScore;
import perennial.churn.ChurnScores.Reason;
import perennial.churn.ChurnScores.State;
import perennial.kernel.Words;

/** One run's training, and what it is told as. */
public record Training(ChurnDefinition definition, ChurnFit fit) {
    private static final long SEED = 20_240_229;
    private static final Phrases PHRASES = Phrases.beside(Training.class, "reasons");

    public static Training of(
            ChurnDefinition definition, Instant asOf, PurchaseTimes purchases, LearningSet.Pasts pasts) {
        LearningSet set =
                LearningSet.of(definition, asOf, pasts, purchases, LearningSet.Settings.standard(definition, SEED));
        return new Training(definition, ChurnModel.fit(set, ChurnModel.Settings.standard(SEED)));
    }

    /** The model in force; empty where there was too little to learn from. */
    public Optional<ChurnModel> model() {
        return fit instanceof ChurnFit.Fitted fitted ? Optional.of(fitted.model()) : Optional.empty();
    }

    public static ChurnScore score(Assessment assessment) {
        return new ChurnScore(
                assessment.customer(),
                assessment.probability(),
                assessment.reasons().stream().map(Training::reason).toList());
    }

    private static Reason reason(perennial.analytics.churn.Reason reason) {
        return new Reason(
                reason.feature().label(),
                reason.value(),
                reason.typical(),
                reason.logOdds(),
                new Words(reason.english(), reason.chinese()));
    }

    /** The evidence of the run. */
    public ChurnEvidence evidence() {
        if (fit instanceof ChurnFit.Fitted fitted) {
            return trained(fitted.card());
        }
        List<ChurnFit.Shortfall> shortfalls = ((ChurnFit.NotEnoughData) fit).shortfalls();
        return new ChurnEvidence(
                State.NOT_ENOUGH_DATA,
                new Words(sentences(shortfalls, Locale.ENGLISH), sentences(shortfalls, Locale.SIMPLIFIED_CHINESE)),
                Optional.empty(),
                definition.horizonDays(),
                Optional.empty(),
                0,
                0,
                0,
                Map.of());
    }

    private static String sentences(List<ChurnFit.Shortfall> shortfalls, Locale locale) {
        return shortfalls.stream().map(shortfall -> shortfall.sentence(locale)).collect(Collectors.joining("; "));
    }

    private ChurnEvidence trained(ModelCard card) {
        Map<String, Map<String, Double>> measures = new LinkedHashMap<>();
        card.judgements().forEach(judgement -> measures.put(judgement.model(), measures(judgement.quality())));
        ClassificationQuality quality = card.quality();
        return new ChurnEvidence(
                State.TRAINED,
                new Words(told(card, Locale.ENGLISH), told(card, Locale.SIMPLIFIED_CHINESE)),
                Optional.of(card.kind().title()),
                definition.horizonDays(),
                Optional.of(card.evaluationLabels().from()),
                card.examples(),
                quality.count(),
                quality.baseRate(),
                measures);
    }

    private static String told(ModelCard card, Locale locale) {
        String key = card.contest()
                .map(contest -> contest.won() ? "boosted" : "logistic")
                .orElse("alone");
        return PHRASES.get(locale, key);
    }

    private static Map<String, Double> measures(ClassificationQuality quality) {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("auc", quality.auc().value());
        measures.put("aucLower", quality.auc().low());
        measures.put("aucUpper", quality.auc().high());
        measures.put("logLoss", quality.logLoss());
        measures.put("brier", quality.brier());
        measures.put("liftTopTenth", quality.topTenthLift());
        quality.calibration().line().ifPresent(line -> measures.put("calibrationSlope", line.slope()));
        return measures;
    }
}
