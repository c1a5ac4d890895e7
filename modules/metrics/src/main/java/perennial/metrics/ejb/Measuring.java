package perennial.metrics.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.Catalogue;
import perennial.activity.Histories;
import perennial.activity.Ledger;
import perennial.activity.Shop;
import perennial.kernel.ConflictException;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Window;
import perennial.kernel.Words;
import perennial.metrics.Metrics;
import perennial.metrics.jpa.ReportRows;
import perennial.metrics.model.Measurement;

@Stateless
@Local(Metrics.class)
public class Measuring implements Metrics {
    private static final List<Integer> WEEKS = List.of(13, 52);

    @Inject
    private Shop shop;

    @Inject
    private Histories histories;

    @Inject
    private Ledger ledger;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Interest interest;

    @Inject
    private ReportRows reports;

    @Override
    public void renew(Run run, Progress progress) {
        progress.total(ledger.totals(run.asOf()).customers());
        ZoneId zone = settings().zone();
        List<Window> periods = WEEKS.stream()
                .map(weeks ->
                        new Window(run.asOf().atZone(zone).minusWeeks(weeks).toInstant(), run.asOf()))
                .toList();
        reports.replace(run, measure(run.asOf(), periods, progress));
    }

    @Override
    public Optional<Report> of(Run run) {
        return reports.of(run);
    }

    @Override
    public Report of(Window window) {
        return measure(window.to(), List.of(window), Progress.SILENT);
    }

    private Report measure(Instant asOf, List<Window> periods, Progress progress) {
        Shop.Settings settings = settings();
        // Records are taken to begin with the day of the first order.
        Instant recordedFrom = ledger.firstPurchase()
                .map(first -> first.atZone(settings.zone())
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant())
                .orElse(asOf);
        Measurement measurement = new Measurement(
                new Measurement.Setting(settings.currency(), settings.zone(), recordedFrom, unitCosts()),
                asOf,
                periods);
        histories.each(asOf, history -> {
            measurement.add(history);
            progress.advance(1);
        });
        return measurement.report(ledger::costs, interest.annualRate());
    }

    private Map<String, Long> unitCosts() {
        Map<String, Long> costs = new HashMap<>();
        for (Catalogue.Product product : catalogue.all()) {
            product.cost().ifPresent(cost -> costs.put(product.sku(), cost.minor()));
        }
        return costs;
    }

    private Shop.Settings settings() {
        return shop.settings()
                .orElseThrow(() -> new ConflictException(
                        new Words("the shop has not been opened", "店铺尚未开通"),
                        new Words("open it, then import orders", "请先开通店铺，再导入订单")));
    }
}
