package perennial.metrics.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.activity.Ledger.Cost;
import perennial.analytics.history.History;
import perennial.analytics.metrics.Metric;
import perennial.analytics.metrics.Metrics;
import perennial.analytics.metrics.PeriodCount;
import perennial.kernel.Money;
import perennial.kernel.Window;
import perennial.metrics.Metrics.PeriodMetrics;

/**
 * The nine metrics of one period, counted customer by customer. For LTV and CLV the period is divided into equal parts
 * of about a month, and a customer is the average one who bought in it.
 */
final class PeriodMeasurement {
    private static final double MONTH_DAYS = 30;
    private static final double YEAR_DAYS = 365.25;

    private final Window period;
    private final Currency currency;
    private final int parts;
    private final PeriodCount counts;
    private final ContributionCount contributions;

    PeriodMeasurement(Window period, Currency currency, Instant recordedFrom, Map<String, Long> unitCosts) {
        this.period = period;
        this.currency = currency;
        this.parts = (int) Math.max(1, Math.round(days(period) / MONTH_DAYS));
        this.counts = new PeriodCount(period, recordedFrom);
        this.contributions = new ContributionCount(period, parts, unitCosts);
    }

    Window period() {
        return period;
    }

    void add(History history) {
        counts.add(history);
        contributions.add(history);
    }

    /** @param annualRate of interest, as a share: 0.1 is 10 % a year */
    PeriodMetrics metrics(List<Cost> costs, double annualRate) {
        Metrics formulas = new Metrics(period, currency);
        double rate = Math.expm1(Math.log1p(annualRate) * days(period) / parts / YEAR_DAYS);
        List<Double> perHead = contributionsPerHead();
        Metric ltv = formulas.ltv(sum(perHead), rate, parts);
        Metric cac = formulas.cac(sum(costs, "acquisition"), counts.firstBuyers());
        return new PeriodMetrics(
                period,
                List.of(
                        ltv,
                        formulas.roc(ltv, cac),
                        formulas.arpu(new Money(counts.revenueMinor(), currency), counts.buyers()),
                        formulas.clv(perHead),
                        formulas.discountedClv(perHead, rate),
                        formulas.retentionRate(counts.atStart(), counts.buyers(), counts.gained()),
                        formulas.churnRate(counts.atStart(), counts.buyers(), counts.gained()),
                        cac,
                        formulas.crc(sum(costs, "retention"), counts.buyers())));
    }

    /** In major units; empty where they are not known or nobody bought. */
    private List<Double> contributionsPerHead() {
        List<Double> perHead = new ArrayList<>();
        if (counts.buyers() > 0) {
            contributions.minorByPart().ifPresent(amounts -> {
                for (long minor : amounts) {
                    perHead.add(new Money(minor, currency).toMajor().doubleValue() / counts.buyers());
                }
            });
        }
        return perHead;
    }

    private static OptionalDouble sum(List<Double> amounts) {
        return amounts.stream().mapToDouble(Double::doubleValue).reduce(Double::sum);
    }

    private static Optional<Money> sum(List<Cost> costs, String kind) {
        return costs.stream()
                .filter(cost -> cost.kind().equals(kind))
                .map(Cost::amount)
                .reduce(Money::plus);
    }

    private static double days(Window window) {
        return Duration.between(window.from(), window.to()).toMillis() / 86_400_000.0;
    }
}
