package perennial.churn.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.FeatureRows;
import perennial.analytics.churn.ChurnDefinition;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.Contest;
import perennial.analytics.churn.LearningSet;
import perennial.analytics.churn.PurchaseTimes;
import perennial.analytics.churn.Recipe;
import perennial.analytics.features.Features;
import perennial.churn.ChurnModels.Cause;
import perennial.churn.ChurnModels.Deed;
import perennial.churn.ChurnPicture;
import perennial.churn.ChurnScores;
import perennial.churn.jpa.ChurnScoreRows;
import perennial.churn.model.Champion;
import perennial.churn.model.Pictures;
import perennial.churn.model.Scored;
import perennial.churn.model.Succession;
import perennial.churn.model.Terms;
import perennial.churn.model.Warnings;
import perennial.kernel.Act;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** A run's step. It works with what is stored, learned and placed elsewhere, hence the number of fields. */
@Stateless
@Local(ChurnScores.class)
public class ChurnScoring implements ChurnScores {
    private static final int TOGETHER = 1000;
    private static final int LEAST_TRAINING = 100;
    private static final int LEAST_LATER = 30;

    @Inject
    private Learning learning;

    @Inject
    private Searching searching;

    @Inject
    private FeatureRows features;

    @Inject
    private Groups groups;

    @Inject
    private Archive archive;

    @Inject
    private ChurnScoreRows scores;

    @Inject
    private ChurnLimits limits;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    @Override
    public void renew(Run run, Optional<Run> before, Progress progress) {
        archive.clearAfter(before.map(Run::id).orElse(0L));
        Succession succession = learned(run, before);
        archive.evidence().write(run, succession.evidence());
        succession.card().ifPresent(card -> archive.versions().add(run, card));
        archive.fitted().write(run, succession.inForce().map(Champion::model));
        if (succession.isTakenOver()) {
            Deed deed = new Deed(Deed.Kind.TOOK_OVER, clock.instant(), Act.SYSTEM, "");
            archive.versions().decide(run, run.id(), deed);
            acts.fire(new Act(Act.SYSTEM, "churn.model.took-over", Long.toString(run.id())));
        }
        score(run, succession, progress);
    }

    /** Trains and decides who scores. */
    private Succession learned(Run run, Optional<Run> before) {
        Terms terms = limits.terms();
        Optional<Champion> champion = before.flatMap(archive::champion);
        Optional<Cause> cause = searching.due(run, before);
        PurchaseTimes purchases = learning.purchases(run.asOf());
        ChurnDefinition fromGaps = ChurnDefinition.fromGaps(purchases, run.asOf(), learning.zone());
        LearningSet set = learning.set(
                Succession.definition(fromGaps, champion, cause.isPresent(), terms), run.asOf(), purchases);
        List<Recipe> recipes = searching.recipes(run, set, cause);
        ChurnModel.Settings settings = new ChurnModel.Settings(
                recipes,
                Contest.Margin.STANDARD,
                LEAST_TRAINING,
                LEAST_LATER,
                terms.costs().threshold(),
                Learning.SEED);
        return new Succession(run, set, ChurnModel.fit(set, settings), champion, terms);
    }

    private void score(Run run, Succession succession, Progress progress) {
        scores.clear(run);
        Optional<ChurnModel> model = succession.inForce().map(Champion::model);
        List<Features> alive = model.map(known -> alive(run, known)).orElse(List.of());
        Map<String, Double> drift = model.map(known -> known.drift(alive)).orElse(Map.of());
        archive.pictures()
                .replace(
                        run,
                        model.map(known -> picture(run, known, succession, drift))
                                .orElse(new ChurnPicture(List.of(), List.of())),
                        Warnings.of(succession.evidence(), drift, run.asOf(), limits.terms()));
        model.ifPresent(known -> score(run, known, alive, learning.currency(), progress));
    }

    private ChurnPicture picture(Run run, ChurnModel model, Succession succession, Map<String, Double> drift) {
        return new ChurnPicture(
                Pictures.of(model, succession.heldOut(), drift),
                succession
                        .heldOut()
                        .map(heldOut -> groups.of(run, model, heldOut))
                        .orElse(List.of()));
    }

    private List<Features> alive(Run run, ChurnModel model) {
        List<Features> alive = new ArrayList<>();
        features.each(run, row -> {
            if (model.definition().alive(row.features())) {
                alive.add(row.features());
            }
        });
        return alive;
    }

    private void score(Run run, ChurnModel model, List<Features> alive, Currency currency, Progress progress) {
        progress.total(alive.size());
        for (int from = 0; from < alive.size(); from += TOGETHER) {
            List<Features> some = alive.subList(from, Math.min(alive.size(), from + TOGETHER));
            scores.add(
                    run, model.assess(some, currency).stream().map(Scored::of).toList());
            progress.advance(some.size());
        }
    }

    @Override
    public Map<CustomerId, ChurnScore> of(Run run, Collection<CustomerId> customers) {
        return scores.of(run, customers);
    }

    @Override
    public Map<CustomerId, Risk> risks(Run run, CustomerSpan customers) {
        return scores.risks(run, customers);
    }

    @Override
    public ChurnEvidence model(Run run) {
        return archive.evidence().read(run);
    }

    @Override
    public ChurnPicture picture(Run run) {
        return archive.pictures().of(run);
    }

    @Override
    public List<Words> warnings(Run run) {
        return archive.pictures().warnings(run);
    }
}
