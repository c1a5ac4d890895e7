package perennial.analytics.metrics;

/** What a figure counts; money is in major units of the currency. */
public enum Unit {
    MONEY,
    COUNT,
    SHARE,
    RATIO
}
