package perennial.analytics.features;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import perennial.kernel.CustomerId;

/** One customer's features while they are being filled in, with the shop's calendar as of the cut. */
final class Sheet {
    private static final long SECONDS_OF_A_DAY = 86_400;

    private final double[] values = new double[Feature.values().length];
    private final ZoneRules zone;
    private final double minorPerMajor;
    private final Instant cut;
    private final long today;

    Sheet(ZoneId zone, int fractionDigits, Instant cut) {
        this.zone = zone.getRules();
        this.minorPerMajor = Math.pow(10, fractionDigits);
        this.cut = cut;
        this.today = day(cut.minusNanos(1));
        Arrays.fill(values, Double.NaN);
    }

    Instant cut() {
        return cut;
    }

    /** The calendar day in the shop's zone, counted from 1970-01-01. */
    long day(Instant at) {
        return Math.floorDiv(at.getEpochSecond() + zone.getOffset(at).getTotalSeconds(), SECONDS_OF_A_DAY);
    }

    /** Calendar days from then to the last day that had begun before the cut. */
    long daysSince(Instant at) {
        return daysSince(day(at));
    }

    long daysSince(long day) {
        // Where clocks are put back over midnight, the same minute belongs to tomorrow first and then to today.
        return Math.max(0, today - day);
    }

    void put(Feature feature, double value) {
        values[feature.ordinal()] = value;
    }

    void put(Feature feature, long value) {
        put(feature, (double) value);
    }

    void putFlag(Feature feature, boolean value) {
        put(feature, value ? 1L : 0L);
    }

    void putMoney(Feature feature, long minor) {
        put(feature, minor / minorPerMajor);
    }

    void putMoney(Feature feature, long minor, long shares) {
        put(feature, minor / (shares * minorPerMajor));
    }

    Features features(CustomerId customer) {
        return Features.of(customer, cut, values);
    }
}
