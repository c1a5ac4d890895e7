package perennial.crmapi.overview;

import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.MoneyView;
import perennial.overview.Overview;

/**
 * @param churn null where the customer has none: who never bought, or has long left
 * @param value expected spend of the next 12 months; null where not known
 */
public record CustomerItemView(
        String id,
        String stage,
        @Nullable SegmentNameView segment,
        @Nullable RiskView churn,
        @Nullable MoneyView value,
        long orders,
        MoneyView spend,
        @Nullable Double recencyDays,
        long decisions) {

    static CustomerItemView of(Overview.CustomerRow row) {
        return new CustomerItemView(
                row.id().value(),
                row.stage().label(),
                row.segment().map(SegmentNameView::of).orElse(null),
                row.churnProbability().map(RiskView::new).orElse(null),
                row.value().map(MoneyView::of).orElse(null),
                row.orders(),
                MoneyView.of(row.spend()),
                row.recencyDays().orElse(null),
                row.decisions());
    }

    public record RiskView(double probability) {}
}
