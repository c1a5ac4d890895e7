package perennial.overview.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.Customers;
import perennial.activity.Customers.Customer;
import perennial.activity.FeatureRows;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.activity.Histories;
import perennial.activity.LatestFeatures;
import perennial.activity.Shop;
import perennial.activity.UnknownCustomerException;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.history.Purchase;
import perennial.decisions.Decisions.Decision;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.overview.Portraits;
import perennial.overview.jpa.RunInForce;

@Stateless
@Local(Portraits.class)
public class PortraitDrawing implements Portraits {
    private static final int ORDERS = 50;

    @Inject
    private Customers customers;

    @Inject
    private Histories histories;

    @Inject
    private FeatureRows features;

    @Inject
    private LatestFeatures latest;

    @Inject
    private Shop shop;

    @Inject
    private RunInForce pointer;

    @Inject
    private Findings findings;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Portrait of(CustomerId id) {
        Customer customer = customers.find(id).orElseThrow(() -> new UnknownCustomerException(id));
        Optional<Run> run = pointer.current();
        Optional<Findings.Scores> scores = run.map(r -> findings.of(r, List.of(id)));
        Optional<FeatureRow> changed = run.flatMap(r -> latest.of(r, id));
        Optional<FeatureRow> row = changed.or(() -> run.flatMap(r -> features.of(r, id)));
        return new Portrait(
                customer,
                run,
                scores.map(s -> s.stages().get(id)),
                findings.stageHistory(id),
                run.flatMap(r -> scores.map(s -> s.segments().get(id)).map(findings.segmentNames(r)::get)),
                run.map(r -> findings.segmentHistory(r, id)).orElse(List.of()),
                scores.map(s -> s.churn().get(id)),
                scores.map(s -> s.values().get(id)),
                row.map(r -> r.features().known()).orElse(Map.<Feature, Double>of()),
                run.map(features::spreads).orElse(Map.of()),
                row.map(FeatureRow::tastes),
                orders(id, changed.map(FeatureRow::features).map(Features::asOf).or(() -> run.map(Run::asOf))),
                findings.alarms(id),
                findings.decisions(run, id));
    }

    @Override
    public List<Decision> decisions(CustomerId id) {
        List<Decision> decisions = findings.decisions(pointer.current(), id);
        if (decisions.isEmpty() && customers.find(id).isEmpty()) {
            throw new UnknownCustomerException(id);
        }
        return decisions;
    }

    private List<Order> orders(CustomerId id, Optional<Instant> asOf) {
        Optional<Currency> currency = shop.settings().map(Shop.Settings::currency);
        Instant cut = asOf.orElseGet(clock::instant);
        List<Purchase> purchases =
                histories.of(id, cut).map(history -> history.purchases()).orElse(List.of());
        return purchases.subList(Math.max(0, purchases.size() - ORDERS), purchases.size()).stream()
                .flatMap(purchase -> currency.map(c -> order(purchase, c)).stream())
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .toList();
    }

    private static Order order(Purchase purchase, Currency currency) {
        return new Order(
                purchase.order(),
                purchase.at(),
                new Money(purchase.amountMinor(), currency),
                purchase.lines().size(),
                purchase.channel(),
                purchase.coupon());
    }
}
