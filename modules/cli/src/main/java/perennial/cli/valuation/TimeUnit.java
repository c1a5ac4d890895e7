package perennial.cli.valuation;

/** The units in which the times of an order log can be told. */
public enum TimeUnit {
    SECOND(1 / 86_400.0),
    MINUTE(1 / 1440.0),
    HOUR(1 / 24.0),
    DAY(1),
    WEEK(7);

    private static final double YEAR = 365;

    private final double days;

    TimeUnit(double days) {
        this.days = days;
    }

    double fromDays(double time) {
        return time / days;
    }

    /** Whether purchases of one calendar day are one: in units as long as a day. */
    boolean isOnDayGrid() {
        return days >= 1;
    }

    /** 12 months. */
    public double year() {
        return YEAR / days;
    }
}
