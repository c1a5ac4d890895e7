package perennial.overview.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.Ledger;
import perennial.activity.Shop;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.overview.Overview.ShopView;
import perennial.overview.jpa.Glances;

/** Sums the shop up when a run ends, so that looking at it costs nothing and every figure is of one instant. */
@ApplicationScoped
public class Glancing {
    @Inject
    private Glances glances;

    @Inject
    private Findings findings;

    @Inject
    private LookingBack lookingBack;

    @Inject
    private Ledger ledger;

    @Inject
    private Shop shop;

    private final Clock clock = Clock.systemUTC();

    void keep(Run run) {
        Ledger.Totals totals = ledger.totals(run.asOf());
        ShopView seen = new ShopView(
                run.asOf(),
                totals.customers(),
                totals.buyers(),
                totals.orders(),
                totals.sales(),
                findings.stages(run),
                findings.decisions(run),
                findings.base(run),
                glances.atRisk(run).map(minor -> new Money(minor, currency())),
                ledger.months(run.asOf()),
                Optional.of(lookingBack.aWeekBefore(run)));
        glances.keep(run, seen);
    }

    ShopView at(Optional<Run> run) {
        return run.flatMap(r -> glances.of(r, currency())).orElseGet(this::sums);
    }

    private ShopView sums() {
        Instant now = clock.instant();
        Ledger.Totals totals = ledger.totals(now);
        return new ShopView(
                now,
                totals.customers(),
                totals.buyers(),
                totals.orders(),
                totals.sales(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private Currency currency() {
        return shop.opened().currency();
    }
}
