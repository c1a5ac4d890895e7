package perennial.analytics.churn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import perennial.analytics.features.Feature;
import perennial.analytics.language.Phrases;

/**
 * The features that churn is predicted from, by the story they tell: features of one story go up and down together, so
 * a model shares their effect out among them, and a reason is worded once per story.
 */
public enum Factors {
    SILENCE,
    HABIT,
    RHYTHM,
    RECENT_ORDERS,
    SPEND,
    LAST_ORDER,
    BASKET,
    RETURNS,
    ASSORTMENT,
    COUPONS,
    VISITS,
    CART,
    SERVICE;

    private static final Phrases PHRASES = Phrases.beside(Factors.class, "churn");

    private static final List<Feature> FEATURES = Arrays.stream(Feature.values())
            .filter(feature -> told(feature).isPresent())
            .toList();

    /** In the order of their declaration. */
    static List<Feature> features() {
        return FEATURES;
    }

    /** @throws IllegalArgumentException if churn is not predicted from the feature */
    public static Factors of(Feature feature) {
        return told(feature)
                .orElseThrow(() -> new IllegalArgumentException("churn is not predicted from " + feature.label()));
    }

    /** What people call the story. */
    public String title(Locale locale) {
        return PHRASES.get(locale, "factor." + name());
    }

    /** Empty for a feature that others determine, as age less recency does the last age or the mean gap nearly does the typical one, and for those of one order. */
    private static Optional<Factors> told(Feature feature) {
        return Optional.ofNullable(
                switch (feature) {
                    case RECENCY, SILENCE -> SILENCE;
                    case FREQUENCY, ORDERS, ORDERS_365, GAP_MEAN, GAP_LONGEST, AGE, REGISTERED_AGE -> HABIT;
                    case GAP_VARIATION -> RHYTHM;
                    case ORDERS_90, SPEND_90, TREND -> RECENT_ORDERS;
                    case MONETARY, SPEND, SPEND_365, AVERAGE_ORDER, FIRST_ORDER -> SPEND;
                    case LAST_ORDER, LAST_ORDER_RATIO -> LAST_ORDER;
                    case UNITS_PER_ORDER -> BASKET;
                    case RETURN_SHARE -> RETURNS;
                    case BREADTH, TOP_SHARE, CATEGORY_SHARE -> ASSORTMENT;
                    case COUPON_SHARE -> COUPONS;
                    case VISITS_30, SEARCHES_30, VIEWS_30, LAST_SEEN -> VISITS;
                    case CART_AGE -> CART;
                    case CASES_90, BAD_CASES, SATISFACTION -> SERVICE;
                    case LAST_AGE, GAP_TYPICAL, ORDERS_HOUR, ORDERS_DAY, COUNTRY_MISMATCH, NEW_COUNTRY -> null;
                });
    }

    static Column column(Feature feature) {
        boolean skewed = switch (feature.unit()) {
            case COUNT, DAYS, MONEY -> true;
            case RATIO -> feature != Feature.TREND;
            case SHARE, RATING, FLAG -> false;
        };
        return new Column(feature.label(), skewed, direction(feature));
    }

    private static Column.Direction direction(Feature feature) {
        return switch (feature) {
            case RECENCY, SILENCE, GAP_MEAN, RETURN_SHARE, LAST_SEEN, BAD_CASES -> Column.Direction.RAISES;
            case FREQUENCY,
                    ORDERS,
                    ORDERS_90,
                    ORDERS_365,
                    SPEND,
                    SPEND_90,
                    SPEND_365,
                    TREND,
                    BREADTH,
                    VISITS_30,
                    SEARCHES_30,
                    VIEWS_30,
                    SATISFACTION -> Column.Direction.LOWERS;
            default -> Column.Direction.EITHER;
        };
    }
}
