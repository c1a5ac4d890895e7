package perennial.crmapi.churn;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.MoneyView;
import perennial.kernel.Money;
import perennial.overview.AtRisk;
import perennial.overview.Overview;
import perennial.overview.Overview.SegmentName;

/**
 * @param next the cursor of the next page; null where this is the last
 * @param total of all customers of the run in force, whatever the filters; null where it is not known
 */
public record AtRiskView(
        List<AtRiskItemView> items,
        @Nullable String next,
        @Nullable MoneyView total) {

    /**
     * @param atRisk churn probability times value
     * @param lower where the value is at the lower end of its 80 % interval; null where it has none
     */
    public record AtRiskItemView(
            String id,
            String stage,
            @Nullable String segment,
            @Nullable String segmentZh,
            @Nullable String segmentId,
            @Nullable Double churnProbability,
            @Nullable MoneyView value,
            @Nullable MoneyView atRisk,
            @Nullable MoneyView lower,
            @Nullable MoneyView upper,
            @Nullable Double recencyDays) {

        static AtRiskItemView of(Overview.CustomerRow row) {
            return new AtRiskItemView(
                    row.id().value(),
                    row.stage().label(),
                    row.segment().map(segment -> segment.name().english()).orElse(null),
                    row.segment().map(segment -> segment.name().chinese()).orElse(null),
                    row.segment().map(SegmentName::id).orElse(null),
                    row.churnProbability().orElse(null),
                    view(row.value()),
                    view(row.atRisk().map(AtRisk::amount)),
                    view(row.atRisk().flatMap(AtRisk::lower)),
                    view(row.atRisk().flatMap(AtRisk::upper)),
                    row.recencyDays().orElse(null));
        }

        private static @Nullable MoneyView view(Optional<Money> money) {
            return money.map(MoneyView::of).orElse(null);
        }

        @Nullable
        Object[] cells() {
            return new @Nullable Object[] {
                id,
                stage,
                segment,
                segmentZh,
                segmentId,
                churnProbability,
                value == null ? null : value.amount(),
                atRisk == null ? null : atRisk.amount(),
                lower == null ? null : lower.amount(),
                upper == null ? null : upper.amount(),
                atRisk == null ? null : atRisk.currency(),
                recencyDays
            };
        }
    }
}
