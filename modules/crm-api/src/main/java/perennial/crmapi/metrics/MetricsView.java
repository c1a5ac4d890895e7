package perennial.crmapi.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import perennial.analytics.metrics.CohortTable;
import perennial.analytics.metrics.Metric;
import perennial.metrics.Metrics;

/** @param cohorts by the month of the first purchase: how many bought again in the months since */
public record MetricsView(Instant asOf, List<PeriodView> periods, CohortsView cohorts) {

    static MetricsView of(Metrics.Report report) {
        return new MetricsView(
                report.asOf(),
                report.periods().stream().map(PeriodView::of).toList(),
                CohortsView.of(report.cohorts()));
    }

    public record CohortsView(List<CohortView> cohorts, boolean lastMonthIsPartial) {
        static CohortsView of(CohortTable table) {
            return new CohortsView(
                    table.cohorts().stream()
                            .map(cohort -> new CohortView(cohort.month().toString(), cohort.buyers()))
                            .toList(),
                    table.lastMonthIsPartial());
        }
    }

    /** @param month such as 2011-03 */
    public record CohortView(String month, List<Long> buyers) {}

    /** @param to excluded */
    public record PeriodView(Instant from, Instant to, List<MetricView> metrics) {
        static PeriodView of(Metrics.PeriodMetrics period) {
            return new PeriodView(
                    period.period().from(),
                    period.period().to(),
                    period.metrics().stream().map(MetricView::of).toList());
        }
    }

    /**
     * @param value in major units where it is money; null where not known
     * @param lack why there is no value
     */
    public record MetricView(
            String metric,
            String title,
            String titleZh,
            String formula,
            String unit,
            String currency,
            @Nullable Double value,
            @Nullable String lack,
            @Nullable String lackZh,
            List<InputView> inputs) {
        static MetricView of(Metric metric) {
            OptionalDouble value = metric.value();
            Metric.@Nullable NotKnown unknown = metric.outcome() instanceof Metric.NotKnown not ? not : null;
            return new MetricView(
                    metric.measure().label(),
                    metric.measure().title(Locale.ENGLISH),
                    metric.measure().title(Locale.SIMPLIFIED_CHINESE),
                    metric.measure().formula(),
                    metric.measure().unit().name().toLowerCase(Locale.ROOT),
                    metric.currency().getCurrencyCode(),
                    value.isPresent() ? value.getAsDouble() : null,
                    unknown == null ? null : unknown.reason(Locale.ENGLISH),
                    unknown == null ? null : unknown.reason(Locale.SIMPLIFIED_CHINESE),
                    metric.inputs().stream().map(InputView::of).toList());
        }
    }

    /** @param values one, or one for each period where the formula takes so many; none where not known */
    public record InputView(String symbol, String name, String nameZh, List<Double> values) {
        static InputView of(Metric.Input input) {
            return new InputView(
                    input.quantity().symbol(),
                    input.quantity().title(Locale.ENGLISH),
                    input.quantity().title(Locale.SIMPLIFIED_CHINESE),
                    input.values());
        }
    }
}
