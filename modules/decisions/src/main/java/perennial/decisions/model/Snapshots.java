package perennial.decisions.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import perennial.activity.Customers.Consent;
import perennial.analytics.churn.Factors;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.features.RecentDays;
import perennial.churn.ChurnScores.Risk;
import perennial.kernel.Money;
import perennial.rules.CustomerSnapshot;
import perennial.value.ValueScores.Range;
import perennial.value.ValueScores.ValueScore;

/** Builds the one fact that rules read from what the stations know: what none of them knows stays unknown. */
public final class Snapshots {
    private static final Map<String, Feature> AS_FOLDED = Map.ofEntries(
            Map.entry("daysSinceRegistration", Feature.REGISTERED_AGE),
            Map.entry("frequency", Feature.FREQUENCY),
            Map.entry("recency", Feature.RECENCY),
            Map.entry("returnShare", Feature.RETURN_SHARE),
            Map.entry("gapMean", Feature.GAP_MEAN),
            Map.entry("gapVariation", Feature.GAP_VARIATION),
            Map.entry("silence", Feature.SILENCE),
            Map.entry("trend", Feature.TREND),
            Map.entry("breadth", Feature.BREADTH),
            Map.entry("visits30", Feature.VISITS_30),
            Map.entry("badCases", Feature.BAD_CASES),
            Map.entry("cartAge", Feature.CART_AGE),
            Map.entry("categoryShare", Feature.CATEGORY_SHARE),
            Map.entry("couponShare", Feature.COUPON_SHARE));
    private static final String WEEKLY = "WEEKLY";
    private static final Map<String, String> CONSENTS =
            Map.of("email", "emailConsent", "sms", "smsConsent", "push", "pushConsent", "phone", "phoneConsent");
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();
    private static final List<String> REASONS = List.of("churnReason", "churnReason2", "churnReason3");

    private final Base base;
    private final Instant now;

    /** @param now the run's instant: nothing told at or after it is known */
    public Snapshots(Base base, Instant now) {
        this.base = base;
        this.now = now;
    }

    /** The customer as the rules see them in the weekly run. */
    public CustomerSnapshot of(Known known) {
        return of(known, WEEKLY);
    }

    /** The customer as the rules see them at a moment. */
    public CustomerSnapshot of(Known known, String moment) {
        Map<String, Object> facts = new HashMap<>();
        Features features = known.row().features();
        facts.put("customer", features.customer());
        facts.put("moment", moment);
        facts.put("currency", base.currency().getCurrencyCode());
        facts.put("stage", known.stage());
        known.segment().ifPresent(segment -> {
            facts.put("segment", segment.id());
            facts.put("segmentName", segment.name().english());
        });
        facts.put("segmentBefore", known.segmentBefore());
        fillFeatures(facts, features);
        known.churn().ifPresent(score -> fillChurn(facts, score));
        known.value().ifPresent(score -> fillValue(facts, score));
        fillConsents(facts, known.consents());
        fillOffer(facts, known);
        known.row().recent().ifPresent(recent -> fillRecent(facts, recent));
        return CustomerSnapshot.of(facts);
    }

    private void fillFeatures(Map<String, Object> facts, Features features) {
        AS_FOLDED.forEach((attribute, feature) -> facts.put(attribute, features.get(feature)));
        facts.put("orders", (long) features.orElse(Feature.ORDERS, 0));
        amount(features, Feature.SPEND).ifPresent(spend -> {
            facts.put("spend", spend);
            facts.put("spendRank", base.spends().below(spend));
        });
        facts.put("averageOrder", amount(features, Feature.AVERAGE_ORDER));
        facts.put("medianOrder", base.medianOrder());
    }

    private Optional<Long> amount(Features features, Feature feature) {
        OptionalDouble major = features.get(feature);
        return major.isPresent() ? Optional.of(Base.minor(major.getAsDouble(), base.currency())) : Optional.empty();
    }

    private static void fillChurn(Map<String, Object> facts, Risk score) {
        facts.put("churnProbability", score.probability());
        List<String> reasons = score.reasons();
        facts.put("mainChurnReason", reasons.stream().findFirst().flatMap(Snapshots::story));
        for (int i = 0; i < Math.min(reasons.size(), REASONS.size()); i++) {
            facts.put(REASONS.get(i), reasons.get(i));
        }
    }

    private static Optional<String> story(String reason) {
        return Feature.labelled(reason).map(Factors::of).map(Factors::name);
    }

    private void fillValue(Map<String, Object> facts, ValueScore score) {
        facts.put("aliveProbability", score.probabilityAlive());
        facts.put("expectedPurchases", score.expectedPurchases());
        facts.put("expectedValue", score.expectedValue());
        facts.put("expectedValueLower", score.estimate().map(Range::lower).map(Snapshots::notBelowZero));
        facts.put("expectedValueUpper", score.estimate().map(Range::upper));
        facts.put("valueOutcomeLower", score.outcome().map(Range::lower));
        facts.put("valueOutcomeUpper", score.outcome().map(Range::upper));
        facts.put(
                "valueRank",
                score.expectedValue()
                        .map(Money::minor)
                        .map(base.values()::below)
                        .orElse(OptionalDouble.empty()));
    }

    /** The interval is symmetric by its method and may reach below what can be. */
    private static Money notBelowZero(Money lower) {
        return lower.minor() < 0 ? Money.zero(lower.currency()) : lower;
    }

    private void fillConsents(Map<String, Object> facts, List<Consent> consents) {
        List<Consent> told = consents.stream()
                .filter(consent -> consent.at().map(now::isAfter).orElse(true))
                .filter(consent -> CONSENTS.containsKey(consent.channel()))
                .toList();
        told.forEach(consent -> facts.put(CONSENTS.get(consent.channel()), consent.given()));
        if (!told.isEmpty()) {
            facts.put("consentAssumed", told.stream().anyMatch(Consent::assumed));
        }
    }

    private void fillOffer(Map<String, Object> facts, Known known) {
        Optional<String> category = known.row().tastes().category();
        facts.put("favouriteCategory", category);
        Optional<Double> usual = usualPrice(known.row().features());
        category.flatMap(favourite -> usual.flatMap(price -> base.offers().fitting(favourite, price)))
                .ifPresent(offer -> {
                    facts.put("offerProduct", offer.sku());
                    facts.put("offerListPrice", offer.listPrice());
                    facts.put("offerByUsual", usual.filter(price -> price > 0).map(price -> offer.listPrice() / price));
                    facts.put("offerCost", offer.cost());
                    facts.put(
                            "offerMargin",
                            offer.cost().map(cost -> (double) (offer.listPrice() - cost.minor()) / offer.listPrice()));
                    facts.put("offerStockCover", offer.stockCover());
                });
    }

    /** What the customer pays for a piece on average, in minor units. */
    private Optional<Double> usualPrice(Features features) {
        double pieces = features.orElse(Feature.UNITS_PER_ORDER, 0);
        return pieces > 0 ? amount(features, Feature.AVERAGE_ORDER).map(order -> order / pieces) : Optional.empty();
    }

    private void fillRecent(Map<String, Object> facts, RecentDays recent) {
        facts.put(
                "badCaseAge",
                recent.badCase().map(at -> Duration.between(at, now).toSeconds() / SECONDS_A_DAY));
        recent.cart().map(this::value).orElse(OptionalLong.empty()).ifPresent(value -> {
            facts.put("cartValue", value);
            facts.put("cartByMedian", base.byMedian(value));
        });
        recent.order().ifPresent(order -> {
            facts.put("orderValue", order.value());
            facts.put("orderByMedian", base.byMedian(order.value()));
            facts.put("ordersLastHour", order.lastHour());
            facts.put("ordersLastDay", order.lastDay());
            facts.put("countryMismatch", order.countryMismatch());
        });
    }

    /** A cart at list prices; empty where a price is not known. */
    private OptionalLong value(RecentDays.Cart cart) {
        long value = 0;
        for (RecentDays.Item item : cart.items()) {
            Long price = base.listPrices().get(item.sku());
            if (price == null) {
                return OptionalLong.empty();
            }
            value += Math.round(item.quantity() * price);
        }
        return OptionalLong.of(value);
    }
}
