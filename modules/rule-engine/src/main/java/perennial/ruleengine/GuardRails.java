package perennial.ruleengine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import perennial.kernel.InvalidInputException;
import perennial.rules.Channel;

/**
 * What no rule can lift.
 *
 * @param maxDiscount the most that any coupon or lower price takes off, in per cent from 0 to 100
 * @param minMargin a product is never offered below its cost times (1 + this); at least 0
 * @param caps how often a customer may be reached by a channel; a channel without a cap is not used. Caps count and hold
 *     back what is proposed to win customers, never a transactional message
 * @param allChannels how often a customer may be reached at all
 * @param maxDecisions how many decisions a customer gets at a time, transactional messages aside; at least 1
 */
public record GuardRails(
        double maxDiscount,
        double minMargin,
        Map<Channel, Cap> caps,
        Cap allChannels,
        int maxDecisions,
        QuietHours quietHours) {
    public GuardRails {
        if (!(maxDiscount >= 0 && maxDiscount <= 100)) {
            throw new InvalidInputException(
                    "maxDiscount", maxDiscount, "a discount is 0 to 100 per cent", "give per cent, such as 30");
        }
        if (!(minMargin >= 0 && minMargin < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(
                    "minMargin", minMargin, "a price is never below cost", "give a share of cost, such as 0.1");
        }
        if (maxDecisions < 1) {
            throw new InvalidInputException("maxDecisions", maxDecisions, "none could be made", "give 1 or more");
        }
        caps = Map.copyOf(caps);
    }

    /** Without quiet hours. */
    public GuardRails(double maxDiscount, double minMargin, Map<Channel, Cap> caps, Cap allChannels, int maxDecisions) {
        this(maxDiscount, minMargin, caps, allChannels, maxDecisions, QuietHours.NONE);
    }

    /** Whether nothing may go by the channel at that hour. */
    boolean quiet(Channel channel, Instant now) {
        return channel.rings() && quietHours.at(now);
    }

    /** A cautious shop: 30 per cent off at most, a tenth above cost at least, one or two contacts a week. */
    public static GuardRails standard() {
        return new GuardRails(
                30,
                0.1,
                Map.of(
                        Channel.EMAIL, new Cap(2, Duration.ofDays(7)),
                        Channel.SMS, new Cap(1, Duration.ofDays(14)),
                        Channel.PUSH, new Cap(2, Duration.ofDays(7)),
                        Channel.PHONE, new Cap(1, Duration.ofDays(30))),
                new Cap(3, Duration.ofDays(7)),
                3);
    }

    /** At most so many contacts within a window that ends now. */
    public record Cap(int contacts, Duration window) {
        public Cap {
            if (contacts < 0 || window.isNegative() || window.isZero()) {
                throw new InvalidInputException(
                        "cap", contacts + " in " + window, "a cap is a count and a span of time", "give 0 or more");
            }
        }
    }
}
