package perennial.analytics.metrics;

import java.util.Locale;

/** What goes into a metric. */
public enum Quantity {
    CONTRIBUTION("C", "contribution", Unit.MONEY),
    RATE("r", "rate", Unit.SHARE),
    PERIODS("n", "periods", Unit.COUNT),
    REVENUE("R", "revenue", Unit.MONEY),
    BUYERS("B", "buyers", Unit.COUNT),
    AT_START("S", "atStart", Unit.COUNT),
    AT_END("E", "atEnd", Unit.COUNT),
    GAINED("N", "gained", Unit.COUNT),
    FIRST_BUYERS("F", "firstBuyers", Unit.COUNT),
    ACQUISITION_COSTS("A", "acquisitionCosts", Unit.MONEY),
    RETENTION_COSTS("K", "retentionCosts", Unit.MONEY),
    LIFETIME_VALUE("LTV", "ltv", Unit.MONEY),
    ACQUISITION_COST("CAC", "cac", Unit.MONEY);

    private final String symbol;
    private final String label;
    private final Unit unit;

    Quantity(String symbol, String label, Unit unit) {
        this.symbol = symbol;
        this.label = label;
        this.unit = unit;
    }

    /** As the formulas write it. */
    public String symbol() {
        return symbol;
    }

    /** The name in files, columns and JSON. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** The name for people. */
    public String title(Locale locale) {
        return Measure.LABELS.get(locale, "quantity." + label);
    }
}
