package perennial.analytics.features;

/**
 * A quantity that the fold computes of a customer's history before the cut. Days are calendar days of the shop's time
 * zone; purchases of one day count as one occasion.
 */
public enum Feature {
    FREQUENCY("frequency", Unit.COUNT, "days with a purchase after the first one (x)"),
    RECENCY("recency", Unit.DAYS, "days from the last purchase to the cut"),
    LAST_AGE("lastAge", Unit.DAYS, "days from the first purchase to the last one (t_x)"),
    AGE("age", Unit.DAYS, "days from the first purchase to the cut (T)"),
    ORDERS("orders", Unit.COUNT, "orders placed"),
    MONETARY("monetary", Unit.MONEY, "spend of a purchase day after the first one, on average"),
    SPEND("spend", Unit.MONEY, "sum of all orders, as placed"),
    SPEND_90("spend90", Unit.MONEY, "sum of the orders of the last 90 days"),
    AVERAGE_ORDER("averageOrder", Unit.MONEY, "spend by orders"),
    RETURN_SHARE("returnShare", Unit.SHARE, "value cancelled or returned by spend, at most 1"),
    GAP_MEAN("gapMean", Unit.DAYS, "days between purchase days, on average; known from two purchase days on"),
    GAP_VARIATION("gapVariation", Unit.RATIO, "standard deviation of the gaps by their mean; known from three gaps on"),
    SILENCE("silence", Unit.RATIO, "recency by the mean gap: 1 is the usual pause; known where the mean gap is"),
    TREND("trend", Unit.RATIO, "orders of the last 90 days less those of the 90 days before, by their sum"),
    BREADTH("breadth", Unit.COUNT, "different products bought"),
    TOP_SHARE("topShare", Unit.SHARE, "share of spend that the three products bought most make up"),
    VISITS_30("visits30", Unit.COUNT, "visits of the last 30 days; not known where the shop records no visits"),
    CART_AGE("cartAge", Unit.DAYS, "days since something was put into a cart that no order followed"),
    BAD_CASES("badCases", Unit.COUNT, "service cases of the last 90 days rated 2 or less");

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

    public Unit unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** What a value counts; money is in major units of the shop's currency. */
    public enum Unit {
        COUNT,
        DAYS,
        MONEY,
        SHARE,
        RATIO
    }
}
