package perennial.metrics.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import perennial.activity.Ledger.Cost;
import perennial.analytics.history.History;
import perennial.analytics.metrics.CohortCount;
import perennial.kernel.Window;
import perennial.metrics.Metrics.Report;

/** A report in the making: the metrics of some periods and the cohorts, from one pass over the histories. */
public final class Measurement {
    private final Instant asOf;
    private final List<PeriodMeasurement> periods;
    private final CohortCount cohorts;

    /**
     * What must be known of the shop.
     *
     * @param recordedFrom the instant from which its orders are known without gaps
     * @param unitCosts what it pays for a piece, in minor units, by product; products without a known cost are missing
     */
    public record Setting(Currency currency, ZoneId zone, Instant recordedFrom, Map<String, Long> unitCosts) {
        public Setting {
            unitCosts = Map.copyOf(unitCosts);
        }
    }

    public Measurement(Setting setting, Instant asOf, List<Window> periods) {
        this.asOf = asOf;
        this.periods = periods.stream()
                .map(period ->
                        new PeriodMeasurement(period, setting.currency(), setting.recordedFrom(), setting.unitCosts()))
                .toList();
        this.cohorts = new CohortCount(setting.zone(), asOf);
    }

    public void add(History history) {
        periods.forEach(period -> period.add(history));
        cohorts.add(history);
    }

    /**
     * @param costs of a window, in the shop's currency
     * @param annualRate of interest, as a share: 0.1 is 10 % a year
     */
    public Report report(Function<Window, List<Cost>> costs, double annualRate) {
        return new Report(
                asOf,
                periods.stream()
                        .map(period -> period.metrics(costs.apply(period.period()), annualRate))
                        .toList(),
                cohorts.table());
    }
}
