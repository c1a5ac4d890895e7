package perennial.analytics.features;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.kernel.InvalidInputException;

/**
 * The one function from a customer's history to features. Training, weekly scoring and a live request call it, so that
 * a feature means the same everywhere. It cuts the history itself: nothing that happened at or after the cut can touch
 * a result. It is pure: no clock, no chance, no state; sums are kept in whole numbers, so that a result does not depend
 * on the order in which facts arrived.
 *
 * <p>The day of the cut is the last calendar day that had begun before the cut. A cut at midnight therefore counts up
 * to the day that just ended: with the cut at 1997-10-01T00:00 a customer whose first purchase was on 1997-09-30 has T
 * = 0, and one from 1997-01-01 has T = 272, which is the convention of the published CDNOW figures.
 */
public record FeatureFold(Settings settings) {

    /**
     * What the fold must know of the shop.
     *
     * @param zone whose calendar days count
     * @param fractionDigits decimals of the shop's currency: 2 for euro, 0 for yen
     * @param recorded the kinds of event that the shop records at all; features of other kinds are not known
     * @param couponsRecorded whether orders say if a coupon was used
     */
    public record Settings(ZoneId zone, int fractionDigits, Set<Event.Kind> recorded, boolean couponsRecorded) {
        private static final int MOST_DIGITS = 4;

        public Settings {
            if (!(fractionDigits >= 0 && fractionDigits <= MOST_DIGITS)) {
                throw new InvalidInputException(
                        "fractionDigits",
                        fractionDigits,
                        "a currency has 0 to " + MOST_DIGITS + " decimals",
                        "give the decimals of the shop's currency, such as 2 for EUR");
            }
            recorded = Set.copyOf(recorded);
        }

        /** A shop that records every kind of event, and coupons. */
        public static Settings recordingAll(ZoneId zone, int fractionDigits) {
            return new Settings(zone, fractionDigits, EnumSet.allOf(Event.Kind.class), true);
        }

        /** A shop that knows its orders and nothing else. */
        public static Settings ordersOnly(ZoneId zone, int fractionDigits) {
            return new Settings(zone, fractionDigits, Set.of(), false);
        }
    }

    /** The features of one customer as of the cut. */
    public Features fold(History history, Instant cut) {
        History known = history.before(cut);
        Sheet sheet = new Sheet(settings.zone(), settings.fractionDigits(), cut);
        known.registered().ifPresent(at -> sheet.put(Feature.REGISTERED_AGE, sheet.daysSince(at)));
        List<Placed> orders = Placed.all(known.purchases(), sheet);
        Occasions.of(orders).fill(sheet);
        Orders.of(orders, sheet).fill(sheet, settings.couponsRecorded(), known.cancellations());
        LastOrder.fill(sheet, orders);
        Assortment.of(known.purchases()).fill(sheet);
        Doings.of(known, sheet).fill(sheet, settings.recorded());
        return sheet.features(history.customer());
    }

    /** What the same customer likes, as of the same cut: the facts that are words and not numbers. */
    public Tastes tastes(History history, Instant cut) {
        return Tastes.of(history.before(cut));
    }
}
