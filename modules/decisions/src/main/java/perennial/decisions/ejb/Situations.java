package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import perennial.activity.FeatureRows;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.activity.Histories;
import perennial.activity.Shop;
import perennial.analytics.features.Features;
import perennial.decisions.model.Conditions.Situation;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

/** One customer now, beside what the run in force saw. */
@ApplicationScoped
public class Situations {
    @Inject
    private Histories histories;

    @Inject
    private FeatureRows features;

    @Inject
    private Backgrounds backgrounds;

    @Inject
    private Shop shop;

    /** Empty if nobody of that id is known. */
    Optional<Situation> of(Run run, CustomerId customer) {
        Instant now = shop.now();
        return histories.of(customer, now).map(history -> {
            Features folded = histories.fold().fold(history, now);
            return new Situation(
                    run,
                    now,
                    backgrounds.of(run).placing().of(folded).stage(),
                    folded,
                    features.of(run, customer).map(FeatureRow::features),
                    history);
        });
    }
}
