package perennial.crmapi.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import perennial.activity.Customers.Consent;
import perennial.analytics.features.Tastes;
import perennial.churn.ChurnScores.ChurnScore;
import perennial.churn.ChurnScores.Reason;
import perennial.crmapi.decisions.DecisionView;
import perennial.crmapi.wire.MoneyView;
import perennial.decisions.Alarms.Alarm;
import perennial.kernel.Run;
import perennial.overview.Overview.SegmentName;
import perennial.overview.Portraits.Order;
import perennial.overview.Portraits.Portrait;
import perennial.overview.Portraits.SegmentMove;
import perennial.profiles.Stages.StageChange;
import perennial.profiles.Stages.StageRow;
import perennial.value.ValueScores.Range;
import perennial.value.ValueScores.ValueScore;

/**
 * All that is known of one customer.
 *
 * @param asOf the instant that the scores are as of; null before the first run
 * @param features by label, each in its own unit: see the documentation of the features
 * @param orders the newest first, at most 50
 */
public record PortraitView(
        String id,
        @Nullable Instant asOf,
        @Nullable Instant registered,
        Map<String, String> attributes,
        List<ConsentView> consents,
        @Nullable String stage,
        @Nullable StageView stageDetail,
        List<StageChangeView> stageHistory,
        @Nullable String segment,
        @Nullable String segmentZh,
        @Nullable String segmentId,
        List<SegmentMoveView> segmentHistory,
        @Nullable ChurnView churn,
        @Nullable ValueView value,
        Map<String, Double> features,
        @Nullable TastesView tastes,
        List<OrderView> orders,
        List<AlarmView> alarms,
        List<DecisionView> decisions) {

    static PortraitView of(Portrait portrait) {
        Map<String, Double> features = new LinkedHashMap<>();
        portrait.features().forEach((feature, value) -> features.put(feature.label(), value));
        return new PortraitView(
                portrait.customer().id().value(),
                portrait.run().map(Run::asOf).orElse(null),
                portrait.customer().registered().orElse(null),
                portrait.customer().attributes(),
                portrait.customer().consents().stream().map(ConsentView::of).toList(),
                portrait.stage().map(row -> row.placement().stage().label()).orElse(null),
                portrait.stage().map(StageView::of).orElse(null),
                portrait.stageHistory().stream().map(StageChangeView::of).toList(),
                portrait.segment().map(segment -> segment.name().english()).orElse(null),
                portrait.segment().map(segment -> segment.name().chinese()).orElse(null),
                portrait.segment().map(SegmentName::id).orElse(null),
                portrait.segmentHistory().stream().map(SegmentMoveView::of).toList(),
                portrait.churn().map(ChurnView::of).orElse(null),
                portrait.value().map(ValueView::of).orElse(null),
                features,
                portrait.tastes().map(TastesView::of).orElse(null),
                portrait.orders().stream().map(OrderView::of).toList(),
                portrait.alarms().stream().map(AlarmView::of).toList(),
                portrait.decisions().stream().map(DecisionView::of).toList());
    }

    /** @param assumed whether a sample assumed it; nobody recorded it */
    public record ConsentView(
            String channel, boolean given, @Nullable Instant at, boolean assumed) {
        static ConsentView of(Consent consent) {
            return new ConsentView(
                    consent.channel(), consent.given(), consent.at().orElse(null), consent.assumed());
        }
    }

    public record StageView(Instant since, String reason, String reasonZh) {
        static StageView of(StageRow row) {
            return new StageView(
                    row.since(),
                    row.placement().reason(Locale.ENGLISH),
                    row.placement().reason(Locale.SIMPLIFIED_CHINESE));
        }
    }

    public record StageChangeView(Instant at, @Nullable String from, String to) {
        static StageChangeView of(StageChange change) {
            return new StageChangeView(
                    change.at(),
                    change.from().map(stage -> stage.label()).orElse(null),
                    change.to().label());
        }
    }

    public record SegmentMoveView(
            Instant at,
            String from,
            String fromZh,
            String fromId,
            String to,
            String toZh,
            String toId,
            @Nullable String feature) {
        static SegmentMoveView of(SegmentMove moved) {
            return new SegmentMoveView(
                    moved.move().at(),
                    moved.from().english(),
                    moved.from().chinese(),
                    moved.move().from(),
                    moved.to().english(),
                    moved.to().chinese(),
                    moved.move().to(),
                    moved.move().feature().orElse(null));
        }
    }

    public record ChurnView(double probability, List<ReasonView> reasons) {
        static ChurnView of(ChurnScore score) {
            return new ChurnView(
                    score.probability(),
                    score.reasons().stream().map(ReasonView::of).toList());
        }
    }

    /**
     * @param typical the median of the base
     * @param contribution to the model's score, in log-odds
     */
    public record ReasonView(
            String feature,
            @Nullable Double value,
            @Nullable Double typical,
            double contribution,
            String text,
            String textZh) {
        static ReasonView of(Reason reason) {
            return new ReasonView(
                    reason.feature(),
                    known(reason.value()),
                    known(reason.typical()),
                    reason.contribution(),
                    reason.words().english(),
                    reason.words().chinese());
        }
    }

    private static @Nullable Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /**
     * @param amount expected spend of the next 12 months; null where the spend model has no mean
     * @param expectedPurchases purchase days of the next 12 months
     * @param estimate how sure the expectation is
     * @param outcome what the customer's own spend will be in four cases of five
     */
    public record ValueView(
            @Nullable BigDecimal amount,
            @Nullable String currency,
            double probabilityAlive,
            double expectedPurchases,
            @Nullable RangeView estimate,
            @Nullable RangeView outcome) {
        static ValueView of(ValueScore score) {
            return new ValueView(
                    score.expectedValue().map(money -> money.toMajor()).orElse(null),
                    score.expectedValue()
                            .map(money -> money.currency().getCurrencyCode())
                            .orElse(null),
                    score.probabilityAlive(),
                    score.expectedPurchases(),
                    score.estimate().map(RangeView::of).orElse(null),
                    score.outcome().map(RangeView::of).orElse(null));
        }
    }

    public record RangeView(BigDecimal lower, BigDecimal upper) {
        static RangeView of(Range range) {
            return new RangeView(range.lower().toMajor(), range.upper().toMajor());
        }
    }

    /** @param cart products put into a cart since the last order */
    public record TastesView(
            @Nullable String category,
            List<String> products,
            @Nullable String channel,
            List<String> cart) {
        static TastesView of(Tastes tastes) {
            return new TastesView(
                    tastes.category().orElse(null),
                    tastes.products(),
                    tastes.channel().orElse(null),
                    tastes.cart());
        }
    }

    /** @param occasion what the rules answered: GET /decisions/{id} */
    public record AlarmView(String moment, Instant happened, Instant raised, long occasion) {
        static AlarmView of(Alarm alarm) {
            return new AlarmView(alarm.moment().label(), alarm.happened(), alarm.raised(), alarm.occasion());
        }
    }

    public record OrderView(
            String id,
            Instant at,
            MoneyView amount,
            int lines,
            @Nullable String channel,
            @Nullable String coupon) {
        static OrderView of(Order order) {
            return new OrderView(
                    order.id(),
                    order.at(),
                    MoneyView.of(order.amount()),
                    order.lines(),
                    order.channel().orElse(null),
                    order.coupon().orElse(null));
        }
    }
}
