package perennial.crmapi.overview;

import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.MoneyView;
import perennial.overview.Overview;
import perennial.overview.Overview.SegmentName;

/**
 * @param churn null where the customer has none: who never bought, or has long left
 * @param probabilityAlive that the customer has not left for good; null for who never bought
 * @param value expected spend of the next 12 months; null where not known
 */
public record CustomerItemView(
        String id,
        String stage,
        @Nullable String segment,
        @Nullable String segmentZh,
        @Nullable String segmentId,
        @Nullable RiskView churn,
        @Nullable Double probabilityAlive,
        @Nullable MoneyView value,
        long orders,
        MoneyView spend,
        @Nullable Double recencyDays,
        long decisions) {

    static CustomerItemView of(Overview.CustomerRow row) {
        return new CustomerItemView(
                row.id().value(),
                row.stage().label(),
                row.segment().map(segment -> segment.name().english()).orElse(null),
                row.segment().map(segment -> segment.name().chinese()).orElse(null),
                row.segment().map(SegmentName::id).orElse(null),
                row.churnProbability().map(RiskView::new).orElse(null),
                row.probabilityAlive().orElse(null),
                row.value().map(MoneyView::of).orElse(null),
                row.orders(),
                MoneyView.of(row.spend()),
                row.recencyDays().orElse(null),
                row.decisions());
    }

    @Nullable
    Object[] cells() {
        return new @Nullable Object[] {
            id,
            stage,
            segment,
            segmentZh,
            segmentId,
            churn == null ? null : churn.probability(),
            probabilityAlive,
            value == null ? null : value.amount(),
            spend.currency(),
            orders,
            spend.amount(),
            recencyDays,
            decisions
        };
    }

    public record RiskView(double probability) {}
}
