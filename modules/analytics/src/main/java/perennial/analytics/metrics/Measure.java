package perennial.analytics.metrics;

import java.util.Locale;
import perennial.analytics.language.Phrases;

/** The nine metrics of customer value. Symbols are those of {@link Quantity}. */
public enum Measure {
    LTV("ltv", Unit.MONEY, "C r / ((1 + r)^n - 1)"),
    ROC("roc", Unit.RATIO, "LTV / CAC"),
    ARPU("arpu", Unit.MONEY, "R / B"),
    CLV("clv", Unit.MONEY, "C_1 + ... + C_n"),
    DISCOUNTED_CLV("discountedClv", Unit.MONEY, "C_1 / (1 + r)^1 + ... + C_n / (1 + r)^n"),
    RETENTION_RATE("retentionRate", Unit.SHARE, "(E - N) / S"),
    CHURN_RATE("churnRate", Unit.SHARE, "(S - (E - N)) / S"),
    CAC("cac", Unit.MONEY, "A / F"),
    CRC("crc", Unit.MONEY, "K / B");

    static final Phrases LABELS = Phrases.beside(Measure.class, "labels");

    private final String label;
    private final Unit unit;
    private final String formula;

    Measure(String label, Unit unit, String formula) {
        this.label = label;
        this.unit = unit;
        this.formula = formula;
    }

    /** The name in files, columns and JSON. */
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    public String formula() {
        return formula;
    }

    /** The name for people. */
    public String title(Locale locale) {
        return LABELS.get(locale, "measure." + label);
    }
}
