package perennial.churn.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.analytics.churn.ChurnDefinition;
import perennial.analytics.churn.ChurnFit;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.Contest;
import perennial.analytics.churn.LearningSet;
import perennial.analytics.churn.ModelCard;
import perennial.analytics.churn.Snapshot;
import perennial.churn.ChurnModels.Card;
import perennial.churn.ChurnModels.Span;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.churn.ChurnScores.State;
import perennial.kernel.Run;
import perennial.kernel.Words;

/**
 * Who gives a run its scores: the model in force until then, or the one that the run has trained.
 *
 * @param run the run
 * @param set what the newly trained model learned from and both are judged on
 * @param before the model in force until then; empty for the first one, or where it can't be read
 */
public record Succession(Run run, LearningSet set, ChurnFit fit, Optional<Champion> before, Terms terms) {
    /** Marks the newly trained models where another one stays in force. */
    private static final String NEW = "new ";

    /** The definition that a run goes by: the model in force keeps its own until the given one, or a search, ends it. */
    public static ChurnDefinition definition(
            ChurnDefinition fromGaps, Optional<Champion> before, boolean isDue, Terms terms) {
        if (terms.horizonDays() > 0) {
            return ChurnDefinition.of(terms.horizonDays(), fromGaps.zone());
        }
        return before.filter(champion -> !isDue)
                .map(champion -> champion.model().definition())
                .filter(definition ->
                        definition.zone().equals(fromGaps.zone()) && definition.basis() != ChurnDefinition.Basis.GIVEN)
                .orElse(fromGaps);
    }

    private Optional<ChurnFit.Fitted> fitted() {
        return fit instanceof ChurnFit.Fitted fitted ? Optional.of(fitted) : Optional.empty();
    }

    private boolean answersTheSame(Champion champion) {
        return champion.model().definition().horizonDays() == set.definition().horizonDays()
                && champion.model().definition().silenceDays()
                        == set.definition().silenceDays();
    }

    /** Empty where there is nothing to beat. */
    private Optional<Contest> contest() {
        return before.filter(this::answersTheSame)
                .flatMap(champion -> fitted().map(fitted ->
                        Contest.between(champion.model(), fitted.model(), set.evaluation(), terms.margin())));
    }

    /** Whether the newly trained model takes over. */
    public boolean isTakenOver() {
        return fitted().isPresent() && contest().map(Contest::won).orElse(true);
    }

    /** The model that scores; empty where there is none and too little to learn from. */
    public Optional<Champion> inForce() {
        return isTakenOver() ? fitted().map(fitted -> new Champion(run.id(), run.asOf(), fitted.model())) : before;
    }

    /** Why the newly trained model took over, or did not, or why there is none. */
    public Words why() {
        if (fit instanceof ChurnFit.NotEnoughData nothing) {
            return before.isPresent() ? Reasons.of("stays.alone") : shortfalls(nothing);
        }
        if (before.isEmpty()) {
            return Reasons.of("first");
        }
        return contest()
                .map(contest -> Reasons.of(
                        contest.won() ? "beat" : "stays",
                        contest.aucGain().value(),
                        contest.aucGain().low(),
                        contest.aucGain().high(),
                        contest.margin().aucGain(),
                        contest.logLossGain(),
                        contest.margin().logLossGain(),
                        Long.toString(before.orElseThrow().version())))
                .orElseGet(() -> Reasons.of("definition", set.definition().horizonDays()));
    }

    private static Words shortfalls(ChurnFit.NotEnoughData nothing) {
        return new Words(
                sentences(nothing.shortfalls(), Locale.ENGLISH),
                sentences(nothing.shortfalls(), Locale.SIMPLIFIED_CHINESE));
    }

    private static String sentences(List<ChurnFit.Shortfall> shortfalls, Locale locale) {
        return shortfalls.stream().map(shortfall -> shortfall.sentence(locale)).collect(Collectors.joining("; "));
    }

    /** The card of the newly trained model; empty where there is none. */
    public Optional<Card> card() {
        return fitted().map(ChurnFit.Fitted::card).map(card -> {
            Span training = new Span(
                    card.trainingLabels().get(card.trainingLabels().size() - 1).from(),
                    card.trainingLabels().get(0).to());
            return new Card(
                    card.kind().title(),
                    card.recipe().settings(),
                    card.definition().horizonDays(),
                    training,
                    new Span(
                            card.evaluationLabels().from(),
                            card.evaluationLabels().to()),
                    card.examples(),
                    card.churned(),
                    card.features(),
                    card.idleFeatures(),
                    card.calibration(),
                    card.seed(),
                    card.versions(),
                    measures(card, ""),
                    isTakenOver(),
                    why());
        });
    }

    private Map<String, Map<String, Double>> measures(ModelCard card, String prefix) {
        Map<String, Map<String, Double>> measures = new LinkedHashMap<>();
        List<String> trained = new ArrayList<>();
        for (ChurnModel.Kind kind : ChurnModel.Kind.values()) {
            trained.add(kind.title());
        }
        card.judgements()
                .forEach(judgement -> measures.put(
                        (trained.contains(judgement.model()) ? prefix : "") + judgement.model(),
                        Measures.of(judgement.quality(), terms.costs())));
        return measures;
    }

    /** The evidence of the run's scores: the model that gives them, judged on the later time beside all others. */
    public ChurnEvidence evidence() {
        return new ChurnEvidence(
                inForce().isPresent() ? State.TRAINED : State.NOT_ENOUGH_DATA,
                why(),
                inForce().map(champion -> champion.model().kind().title()),
                inForce().map(Champion::version),
                inForce().map(Champion::trained),
                set.definition().horizonDays(),
                fitted().map(fitted -> fitted.card().evaluationLabels().from()),
                fitted().map(fitted -> (long) fitted.card().examples()).orElse(0L),
                fitted().map(fitted -> (long) fitted.card().quality().count()).orElse(0L),
                fitted().map(fitted -> fitted.card().quality().baseRate()).orElse(0.0),
                fitted().map(ChurnFit.Fitted::card).map(this::judged).orElse(Map.of()));
    }

    private Map<String, Map<String, Double>> judged(ModelCard card) {
        if (isTakenOver()) {
            return measures(card, "");
        }
        Map<String, Map<String, Double>> measures = new LinkedHashMap<>();
        before.filter(this::answersTheSame)
                .map(Champion::model)
                .ifPresent(model -> measures.put(
                        model.kind().title(),
                        Measures.of(model.judged(set.evaluation(), terms.costs().threshold()), terms.costs())));
        measures.putAll(measures(card, NEW));
        return measures;
    }

    /** The later time, where there is a model and enough data to judge it by. */
    public Optional<Snapshot> heldOut() {
        return fitted().map(fitted -> set.evaluation());
    }
}
