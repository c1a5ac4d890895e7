package perennial.churn.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Consumer;
import java.util.function.Function;
import perennial.activity.Histories;
import perennial.activity.Shop;
import perennial.analytics.churn.ChurnDefinition;
import perennial.analytics.churn.LearningSet;
import perennial.analytics.churn.PurchaseTimes;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;

/** What there is to learn from. */
@ApplicationScoped
public class Learning {
    static final long SEED = 20_240_229;

    @Inject
    private Histories histories;

    @Inject
    private Shop shop;

    public PurchaseTimes purchases(Instant asOf) {
        PurchaseTimes.Collector purchases = new PurchaseTimes.Collector();
        histories.eachPurchaseTime(asOf, purchase -> purchases.add(purchase.customer(), purchase.at()));
        return purchases.collected();
    }

    public LearningSet set(ChurnDefinition definition, Instant asOf, PurchaseTimes purchases) {
        return LearningSet.of(
                definition, asOf, this::pasts, purchases, LearningSet.Settings.standard(definition, SEED));
    }

    /** Every history seen by the one fold: the same function that scoring and a live request use. */
    private void pasts(Instant upTo, Consumer<Function<Instant, Features>> reader) {
        FeatureFold fold = histories.fold();
        histories.each(upTo, history -> reader.accept(cut -> fold.fold(history, cut)));
    }

    public ZoneId zone() {
        return shop.opened().zone();
    }

    public Currency currency() {
        return shop.opened().currency();
    }
}
