package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import perennial.activity.Catalogue;
import perennial.activity.Catalogue.Product;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.activity.Histories;
import perennial.activity.Shop;
import perennial.activity.UnknownCustomerException;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;
import perennial.analytics.features.RecentDays;
import perennial.analytics.history.History;
import perennial.decisions.Occasion;
import perennial.decisions.jpa.OccasionRows;
import perennial.decisions.model.Background;
import perennial.decisions.model.Known;
import perennial.decisions.model.Told;

/** One customer as known at this moment: the history up to now through the one fold, and the scores of the run. */
@ApplicationScoped
public class CustomersNow {
    @Inject
    private Histories histories;

    @Inject
    private Catalogue catalogue;

    @Inject
    private OccasionRows occasions;

    @Inject
    private Stations stations;

    @Inject
    private Shop shop;

    /** To the microsecond, as it is read back. */
    Instant now() {
        return shop.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws UnknownCustomerException if nobody of that id is known and no order is told */
    Told told(Occasion occasion, Instant now) {
        History known = histories
                .of(occasion.customer(), now)
                .or(() -> occasion.order().map(order -> nobodyYet(occasion)))
                .orElseThrow(() -> new UnknownCustomerException(occasion.customer()));
        return Told.of(
                occasion,
                known,
                occasions.orders(occasion.customer(), now.minus(Told.NEWS)),
                sku -> catalogue.find(sku).flatMap(Product::category),
                now);
    }

    private static History nobodyYet(Occasion occasion) {
        return new History(occasion.customer(), Optional.empty(), List.of(), List.of(), List.of());
    }

    Known known(Told told, Background background) {
        FeatureFold fold = told.fold(histories.fold());
        Features features = fold.fold(told.history(), told.cut());
        return stations.known(
                background,
                new FeatureRow(
                        features,
                        fold.tastes(told.history(), told.cut()),
                        Optional.of(RecentDays.of(told.history(), told.cut(), told.order()))),
                background.placing().of(features).stage());
    }
}
