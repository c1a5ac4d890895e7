package perennial.ruleengine;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.kernel.Money;
import perennial.ruleengine.Candidate.Price;
import perennial.ruleengine.Economics.Effect;
import perennial.rules.CustomerSnapshot;

/** Puts an expected value on a proposal by the formula of {@link Economics}. */
final class Appraisal {
    private static final double YEAR_DAYS = 365;

    private final Economics economics;
    private final CustomerSnapshot snapshot;

    Appraisal(Economics economics, CustomerSnapshot snapshot) {
        this.economics = economics;
        this.snapshot = snapshot;
    }

    /** Empty where no effect is assumed, or nothing is known of what is at stake. */
    Optional<Valuation> of(Candidate candidate) {
        return economics
                .effect(candidate.verb(), candidate.kind(), snapshot.segment())
                .flatMap(effect -> Optional.ofNullable(stake(effect, candidate))
                        .map(stake -> valuation(candidate, effect, stake)));
    }

    private Valuation valuation(Candidate candidate, Effect effect, double stake) {
        double discount = candidate.percent() / 100;
        double margin = candidate.price().map(this::margin).orElse(economics.grossMargin());
        double contact = candidate
                .channel()
                .map(channel -> economics.contactCost().getOrDefault(channel, 0L))
                .orElse(0L);
        double anyway = orderAnyway() * effect.take() * stake * discount;
        double gain = effect.uplift() * stake * (margin - discount);
        double given = effect.uplift() * stake * discount;
        return new Valuation(money(gain), money(anyway + contact), money(anyway + given + contact), effect.source());
    }

    private double margin(Price price) {
        Long cost = snapshot.offerCost();
        double listed = price.listed().minor();
        return cost == null ? economics.grossMargin() : (listed - cost) / listed;
    }

    private double orderAnyway() {
        Double expected = snapshot.expectedPurchases();
        if (expected == null) {
            return snapshot.orders() == 0 ? 0 : 1;
        }
        double years =
                economics.horizon().toMillis() / (YEAR_DAYS * Duration.ofDays(1).toMillis());
        return 1 - Math.exp(-expected * years);
    }

    private @Nullable Double stake(Effect effect, Candidate candidate) {
        return switch (effect.stake()) {
            case ORDER -> order();
            case CART -> first(snapshot.cartValue(), order());
            case YEAR -> first(snapshot.expectedValue(), order());
            case PRODUCT ->
                candidate.price().map(price -> (double) price.listed().minor()).orElse(null);
        };
    }

    private @Nullable Double order() {
        Long median = snapshot.medianOrder();
        return first(snapshot.averageOrder(), median == null ? null : (Double) median.doubleValue());
    }

    private static @Nullable Double first(@Nullable Long preferred, @Nullable Double other) {
        return preferred == null ? other : (Double) preferred.doubleValue();
    }

    private Money money(double minor) {
        return new Money(Math.round(minor), economics.currency());
    }
}
