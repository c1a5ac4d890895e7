package perennial.activity.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.activity.Histories;
import perennial.activity.Shop;
import perennial.activity.jpa.PurchaseHistories;
import perennial.activity.jpa.RecordedKinds;
import perennial.activity.jpa.ShopRow;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.kernel.CustomerId;

/** In whatever transaction its caller has; no EJB, of which one call costs a live decision as much as a short query. */
@ApplicationScoped
public class HistoryReading implements Histories {
    @Inject
    private PurchaseHistories histories;

    @Inject
    private RecordedKinds recorded;

    @Inject
    private ShopRow shop;

    @Override
    public void each(Instant cut, Consumer<History> reader) {
        histories.each(cut, range -> range.forEach(reader));
    }

    @Override
    public void eachPurchaseTime(Instant cut, Consumer<PurchaseTime> reader) {
        histories.eachTimes(cut, range -> range.forEach(reader));
    }

    @Override
    public Optional<History> of(CustomerId customer, Instant cut) {
        return histories.of(customer, cut);
    }

    @Override
    public Map<CustomerId, History> ofSome(Collection<CustomerId> customers, Set<Event.Kind> events, Instant cut) {
        return histories.ofSome(customers, events, cut).stream()
                .collect(Collectors.toMap(History::customer, Function.identity()));
    }

    @Override
    public FeatureFold fold() {
        Shop.Settings settings = shop.opened();
        return new FeatureFold(recorded.fold(settings.zone(), settings.currency()));
    }
}
