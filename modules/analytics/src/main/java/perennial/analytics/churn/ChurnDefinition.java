package perennial.analytics.churn;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Window;

/**
 * What it means here that a customer leaves, for a shop without contracts: someone who is alive at the cut buys nothing
 * in the days that follow it.
 *
 * @param horizonDays H: who buys nothing on the H calendar days from the cut on has churned
 * @param silenceDays who has bought, and not longer than this many days ago, is alive; who has been silent for longer
 *     counts as gone already, and is neither learned from nor predicted
 * @param zone whose calendar days count
 * @param basis where the horizon comes from
 */
public record ChurnDefinition(int horizonDays, int silenceDays, ZoneId zone, Basis basis) {
    private static final int LEAST_HORIZON = 7;
    private static final int MOST_HORIZON = 730;
    private static final int LEAST_DEFAULT = 14;
    private static final int WEEK = 7;
    private static final double GAPS_COVERED = 0.9;

    /** Four horizons in a row make the smallest learning set, and the shop must be older than its first cut. */
    private static final int HORIZONS_IN_SPAN = 6;

    /** Where the horizon comes from. */
    public enum Basis {
        /** It was given. */
        GIVEN,
        /** It covers nine of ten gaps between the purchase days of the shop's customers. */
        GAPS,
        /** The gaps ask for more than a sixth of the time the shop has been observed, which is what it is cut to. */
        SPAN
    }

    public ChurnDefinition {
        if (!(horizonDays >= LEAST_HORIZON && horizonDays <= MOST_HORIZON)) {
            throw new InvalidInputException(
                    "horizonDays",
                    horizonDays,
                    "the horizon has " + LEAST_HORIZON + " to " + MOST_HORIZON + " days",
                    "give the days without a purchase after which a customer has left");
        }
        if (!(silenceDays >= 1)) {
            throw new InvalidInputException(
                    "silenceDays", silenceDays, "it is at least one day", "give twice the horizon, for example");
        }
    }

    public static ChurnDefinition of(int horizonDays, ZoneId zone) {
        return new ChurnDefinition(horizonDays, 2 * horizonDays, zone, Basis.GIVEN);
    }

    /**
     * The default for a shop: the horizon covers nine of ten gaps between two purchase days of one customer, rounded up
     * to whole weeks, at least two of them, and at most a sixth of the time from the first purchase to the instant,
     * rounded down; alive is who has been silent for at most two horizons.
     */
    public static ChurnDefinition fromGaps(PurchaseTimes purchases, Instant asOf, ZoneId zone) {
        int byGaps = (int) Math.ceil(purchases.gapDays(GAPS_COVERED, asOf, zone).orElse(LEAST_DEFAULT) / WEEK) * WEEK;
        long span = purchases
                .first()
                .map(first -> ChronoUnit.DAYS.between(first, asOf))
                .orElse(0L);
        int bySpan = (int) (span / HORIZONS_IN_SPAN / WEEK) * WEEK;
        int horizon = Math.max(LEAST_DEFAULT, Math.min(MOST_HORIZON / WEEK * WEEK, Math.min(byGaps, bySpan)));
        return new ChurnDefinition(horizon, 2 * horizon, zone, byGaps > bySpan ? Basis.SPAN : Basis.GAPS);
    }

    /** Whether the customer has bought and has not been silent for too long to be predicted. */
    public boolean alive(Features features) {
        return features.get(Feature.RECENCY).orElse(Double.POSITIVE_INFINITY) <= silenceDays;
    }

    /** The time after a cut in which a purchase shows that the customer stayed. */
    Window labelWindow(Instant cut) {
        return new Window(cut, daysAfter(cut, horizonDays));
    }

    /** So many calendar days later, or earlier, at the same time of day in the shop's zone. */
    Instant daysAfter(Instant instant, long days) {
        return instant.atZone(zone).plusDays(days).toInstant();
    }
}
