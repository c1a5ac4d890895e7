package perennial.analytics.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One order, as it was placed: cancellations are facts of their own, at their own time. */
public record Purchase(
        String order,
        Instant at,
        List<Line> lines,
        Optional<String> channel,
        Optional<String> coupon,
        Optional<String> paymentCountry,
        Optional<String> shippingCountry) {
    public Purchase {
        lines = List.copyOf(lines);
    }

    /** The sum of the lines, in minor units. */
    public long amountMinor() {
        long sum = 0;
        for (Line line : lines) {
            sum += line.amountMinor();
        }
        return sum;
    }

    /** One line of an order; the amount is for the whole quantity, in minor units, rounded per line. */
    public record Line(String sku, Optional<String> category, int quantity, long amountMinor) {}
}
