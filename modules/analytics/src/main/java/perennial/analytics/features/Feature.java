package perennial.analytics.features;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import perennial.analytics.language.Phrases;

/**
 * A quantity that the fold computes of a customer's history before the cut. Days are calendar days of the shop's time
 * zone; purchases of one day count as one occasion. "The last 90 days" are the 90 calendar days that end with the day
 * of the cut, which is the last day that had begun before the cut.
 *
 * <p>x, t_x and T are the symbols of the buy-till-you-die models (Fader, Hardie and Lee 2005, "Counting your customers"
 * the easy way, Marketing Science 24(2)).
 */
public enum Feature {
    FREQUENCY("frequency", Unit.COUNT, "days with a purchase after the first one (x)"),
    RECENCY("recency", Unit.DAYS, "days from the last purchase to the cut"),
    LAST_AGE("lastAge", Unit.DAYS, "days from the first purchase to the last one (t_x)"),
    AGE("age", Unit.DAYS, "days from the first purchase to the cut (T)"),
    REGISTERED_AGE("registeredAge", Unit.DAYS, "days from the registration to the cut"),
    ORDERS("orders", Unit.COUNT, "orders placed"),
    ORDERS_90("orders90", Unit.COUNT, "orders of the last 90 days"),
    ORDERS_365("orders365", Unit.COUNT, "orders of the last 365 days"),
    MONETARY("monetary", Unit.MONEY, "spend of a purchase day after the first one, on average"),
    SPEND("spend", Unit.MONEY, "sum of all orders, as placed"),
    SPEND_90("spend90", Unit.MONEY, "sum of the orders of the last 90 days"),
    SPEND_365("spend365", Unit.MONEY, "sum of the orders of the last 365 days"),
    AVERAGE_ORDER("averageOrder", Unit.MONEY, "spend by orders"),
    FIRST_ORDER("firstOrder", Unit.MONEY, "amount of the first order"),
    LAST_ORDER("lastOrder", Unit.MONEY, "amount of the last order"),
    LAST_ORDER_RATIO("lastOrderRatio", Unit.RATIO, "amount of the last order by the average of those before it"),
    UNITS_PER_ORDER("unitsPerOrder", Unit.RATIO, "pieces bought by orders"),
    RETURN_SHARE("returnShare", Unit.SHARE, "value cancelled or returned by spend, at most 1"),
    GAP_MEAN("gapMean", Unit.DAYS, "days between purchase days, on average; known from two purchase days on"),
    GAP_TYPICAL(
            "gapTypical",
            Unit.DAYS,
            "geometric mean of the days between purchase days; known from two purchase days on"),
    GAP_LONGEST("gapLongest", Unit.DAYS, "longest pause between purchase days; known from two purchase days on"),
    GAP_VARIATION("gapVariation", Unit.RATIO, "standard deviation of the gaps by their mean; known from three gaps on"),
    SILENCE("silence", Unit.RATIO, "recency by the mean gap: 1 is the usual pause; known where the mean gap is"),
    TREND("trend", Unit.RATIO, "orders of the last 90 days less those of the 90 days before, by their sum"),
    BREADTH("breadth", Unit.COUNT, "different products bought"),
    TOP_SHARE("topShare", Unit.SHARE, "share of spend that the three products with the highest spend make up"),
    CATEGORY_SHARE("categoryShare", Unit.SHARE, "share of the favourite category in the spend whose category is known"),
    COUPON_SHARE(
            "couponShare",
            Unit.SHARE,
            "share of orders placed with a coupon; not known where the shop records no coupons"),
    VISITS_30("visits30", Unit.COUNT, "visits of the last 30 days; not known where the shop records no visits"),
    SEARCHES_30("searches30", Unit.COUNT, "searches of the last 30 days; not known where the shop records none"),
    VIEWS_30("views30", Unit.COUNT, "product views of the last 30 days; not known where the shop records none"),
    LAST_SEEN("lastSeen", Unit.DAYS, "days since the last visit, search, view or cart"),
    CART_AGE("cartAge", Unit.DAYS, "days since something was put into a cart that no order followed"),
    CASES_90("cases90", Unit.COUNT, "service cases of the last 90 days; not known where the shop records none"),
    BAD_CASES("badCases", Unit.COUNT, "service cases of the last 90 days rated 2 or less"),
    SATISFACTION("satisfaction", Unit.RATING, "average rating of the service cases of the last 365 days"),
    ORDERS_HOUR("ordersHour", Unit.COUNT, "orders of the last hour"),
    ORDERS_DAY("ordersDay", Unit.COUNT, "orders of the last 24 hours"),
    COUNTRY_MISMATCH(
            "countryMismatch", Unit.FLAG, "whether the last order was paid from another country than it was sent to"),
    NEW_COUNTRY(
            "newCountry", Unit.FLAG, "whether the last order was sent to a country that no earlier order was sent to");

    private static final Phrases LABELS = Phrases.beside(Feature.class, "labels");

    private final String label;
    private final Unit unit;
    private final String meaning;

    Feature(String label, Unit unit, String meaning) {
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** The name in files, columns and JSON. */
    public String label() {
        return label;
    }

    /** The feature of a label; empty where none has it. */
    public static Optional<Feature> labelled(String label) {
        return Arrays.stream(values())
                .filter(feature -> feature.label.equals(label))
                .findFirst();
    }

    public Unit unit() {
        return unit;
    }

    /** The definition, in English. */
    public String meaning() {
        return meaning;
    }

    /** The name for people. */
    public String title(Locale locale) {
        return LABELS.get(locale, label);
    }

    /** What a value counts; money is in major units of the shop's currency. */
    public enum Unit {
        COUNT("count"),
        DAYS("days"),
        MONEY("money"),
        SHARE("share"),
        RATIO("ratio"),
        RATING("rating"),
        /** 1 where it is so, 0 where it is not. */
        FLAG("flag");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String title(Locale locale) {
            return LABELS.get(locale, "unit." + label);
        }
    }
}
