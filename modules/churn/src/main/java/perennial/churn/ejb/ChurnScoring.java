package perennial.churn.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import perennial.activity.FeatureRows;
import perennial.activity.Histories;
import perennial.activity.Shop;
import perennial.analytics.churn.ChurnDefinition;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.PurchaseTimes;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;
import perennial.churn.ChurnScores;
import perennial.churn.jpa.ChurnModelRows;
import perennial.churn.jpa.ChurnScoreRows;
import perennial.churn.jpa.FittedModels;
import perennial.churn.model.Training;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;

@Stateless
@Local(ChurnScores.class)
public class ChurnScoring implements ChurnScores {
    private static final int TOGETHER = 1000;

    @Inject
    private Histories histories;

    @Inject
    private FeatureRows features;

    @Inject
    private Shop shop;

    @Inject
    private ChurnModelRows models;

    @Inject
    private ChurnScoreRows scores;

    @Inject
    private FittedModels fitted;

    @Override
    public void renew(Run run, Progress progress) {
        Shop.Settings settings = shop.opened();
        PurchaseTimes.Collector purchases = new PurchaseTimes.Collector();
        histories.eachPurchaseTime(run.asOf(), purchase -> purchases.add(purchase.customer(), purchase.at()));
        PurchaseTimes times = purchases.collected();
        ChurnDefinition definition = ChurnDefinition.fromGaps(times, run.asOf(), settings.zone());
        Training training = Training.of(definition, run.asOf(), times, this::pasts);
        models.write(run, training.evidence());
        fitted.write(run, training.model());
        scores.clear(run);
        training.model().ifPresent(model -> score(run, model, settings.currency(), progress));
    }

    /** Every history seen by the one fold: the same function that scoring and a live request use. */
    private void pasts(Instant upTo, Consumer<Function<Instant, Features>> reader) {
        FeatureFold fold = histories.fold();
        histories.each(upTo, history -> reader.accept(cut -> fold.fold(history, cut)));
    }

    private void score(Run run, ChurnModel model, Currency currency, Progress progress) {
        List<Features> alive = new ArrayList<>();
        features.each(run, row -> {
            if (model.definition().alive(row.features())) {
                alive.add(row.features());
            }
        });
        progress.total(alive.size());
        for (int from = 0; from < alive.size(); from += TOGETHER) {
            List<Features> some = alive.subList(from, Math.min(alive.size(), from + TOGETHER));
            scores.add(
                    run,
                    model.assess(some, currency).stream().map(Training::score).toList());
            progress.advance(some.size());
        }
    }

    @Override
    public Map<CustomerId, ChurnScore> of(Run run, Collection<CustomerId> customers) {
        return scores.of(run, customers);
    }

    @Override
    public ChurnScores.ChurnEvidence model(Run run) {
        return models.read(run);
    }
}
