package perennial.simulator;

import java.util.List;

/**
 * One order with its lines.
 *
 * @param at in seconds of the epoch
 * @param coupon empty without one
 */
record Order(
        String id,
        long at,
        Channel channel,
        String coupon,
        String paymentCountry,
        String shippingCountry,
        List<Line> lines) {

    enum Channel {
        WEB,
        APP,
        STORE
    }

    /**
     * One line.
     *
     * @param unitPrice as paid, in minor units
     * @param returned pieces that came back later, at {@code returnedAt}; 0 if none did
     */
    record Line(Product product, int quantity, int unitPrice, int returned, long returnedAt) {}

    /** What was paid, in minor units, whatever came back later. */
    long total() {
        return lines.stream()
                .mapToLong(line -> (long) line.quantity() * line.unitPrice())
                .sum();
    }
}
