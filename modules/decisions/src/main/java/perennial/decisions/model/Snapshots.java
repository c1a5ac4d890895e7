package perennial.decisions.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import perennial.activity.Customers.Consent;
import perennial.analytics.churn.Factors;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.history.Event;
import perennial.churn.ChurnScores.ChurnScore;
import perennial.churn.ChurnScores.Reason;
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
    private static final List<String> REASONS = List.of("churnReason", "churnReason2", "churnReason3");

    /** The events of a history that a snapshot rests on. */
    public static final Set<Event.Kind> EVENTS = RecentDays.EVENTS;

    private final Base base;
    private final Instant now;

    /** @param now the run's instant: nothing told at or after it is known */
    public Snapshots(Base base, Instant now) {
        this.base = base;
        this.now = now;
    }

    /** Whether a snapshot needs the customer's history beside the features. */
    public static boolean needsHistory(Features features) {
        return RecentDays.matter(features);
    }

    /** The customer as the rules see them in the weekly run. */
    public CustomerSnapshot of(Known known) {
        return of(known, WEEKLY, Optional.empty());
    }

    /**
     * The customer as the rules see them at a moment.
     *
     * @param order the number of the order that the moment is about; empty: the customer's last one
     */
    public CustomerSnapshot of(Known known, String moment, Optional<String> order) {
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
        known.history().ifPresent(history -> fillRecent(facts, new RecentDays(history, now), order));
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

    private static void fillChurn(Map<String, Object> facts, ChurnScore score) {
        facts.put("churnProbability", score.probability());
        List<Reason> reasons = score.reasons();
        facts.put("mainChurnReason", reasons.stream().findFirst().flatMap(Snapshots::story));
        for (int i = 0; i < Math.min(reasons.size(), REASONS.size()); i++) {
            facts.put(REASONS.get(i), reasons.get(i).feature());
        }
    }

    private static Optional<String> story(Reason reason) {
        return Feature.labelled(reason.feature()).map(Factors::of).map(Factors::name);
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

    private void fillRecent(Map<String, Object> facts, RecentDays recent, Optional<String> which) {
        facts.put("badCaseAge", recent.badCaseAge());
        recent.cartValue(base.listPrices()).ifPresent(value -> {
            facts.put("cartValue", value);
            facts.put("cartByMedian", base.byMedian(value));
        });
        recent.lastOrder(which).ifPresent(order -> {
            facts.put("orderValue", order.value());
            facts.put("orderByMedian", base.byMedian(order.value()));
            facts.put("ordersLastHour", order.lastHour());
            facts.put("ordersLastDay", order.lastDay());
            facts.put("countryMismatch", order.countryMismatch());
        });
    }
}
