package perennial.metrics.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import perennial.activity.Catalogue;
import perennial.activity.Ledger;
import perennial.activity.Shop;
import perennial.kernel.Window;
import perennial.metrics.model.Measurement;

/** What the metrics need beside the customers' histories: the shop's calendar, its costs, the price of its capital. */
@ApplicationScoped
public class Books {
    @Inject
    private Shop shop;

    @Inject
    private Ledger ledger;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Interest interest;

    Measurement.Setting setting(Instant asOf) {
        Shop.Settings settings = settings();
        // Records are taken to begin with the day of the first order.
        Instant recordedFrom = ledger.firstPurchase()
                .map(first -> first.atZone(settings.zone())
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant())
                .orElse(asOf);
        return new Measurement.Setting(settings.currency(), settings.zone(), recordedFrom, unitCosts());
    }

    List<Ledger.Cost> costs(Window window) {
        return ledger.costs(window);
    }

    double annualInterest() {
        return interest.annualRate();
    }

    private Map<String, Long> unitCosts() {
        Map<String, Long> costs = new HashMap<>();
        for (Catalogue.Product product : catalogue.all()) {
            product.cost().ifPresent(cost -> costs.put(product.sku(), cost.minor()));
        }
        return costs;
    }

    Shop.Settings settings() {
        return shop.opened();
    }
}
