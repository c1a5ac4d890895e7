package perennial.analytics.features;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import perennial.analytics.history.Cancellation;
import perennial.analytics.history.Purchase;

/** Orders and their amounts, counted in windows that end with the cut. */
final class Orders {
    private int all;
    private int last90;
    private int the90Before;
    private int last365;
    private int lastDay;
    private int lastHour;
    private int withCoupon;
    private long units;
    private long spend;
    private long spend90;
    private long spend365;

    private Orders() {}

    static Orders of(List<Placed> placed, Sheet sheet) {
        Orders orders = new Orders();
        Instant hour = sheet.cut().minus(Duration.ofHours(1));
        Instant day = sheet.cut().minus(Duration.ofHours(24));
        for (Placed order : placed) {
            orders.add(order, sheet.daysSince(order.day()));
            orders.lastDay += order.purchase().at().isBefore(day) ? 0 : 1;
            orders.lastHour += order.purchase().at().isBefore(hour) ? 0 : 1;
        }
        return orders;
    }

    private void add(Placed order, long daysAgo) {
        long amount = order.amountMinor();
        all++;
        spend += amount;
        withCoupon += order.purchase().coupon().isPresent() ? 1 : 0;
        for (Purchase.Line line : order.purchase().lines()) {
            units += line.quantity();
        }
        if (daysAgo < 90) {
            last90++;
            spend90 += amount;
        } else if (daysAgo < 180) {
            the90Before++;
        }
        if (daysAgo < 365) {
            last365++;
            spend365 += amount;
        }
    }

    void fill(Sheet sheet, boolean couponsRecorded, List<Cancellation> cancellations) {
        sheet.put(Feature.ORDERS, all);
        sheet.put(Feature.ORDERS_90, last90);
        sheet.put(Feature.ORDERS_365, last365);
        sheet.put(Feature.ORDERS_DAY, lastDay);
        sheet.put(Feature.ORDERS_HOUR, lastHour);
        sheet.putMoney(Feature.SPEND, spend);
        sheet.putMoney(Feature.SPEND_90, spend90);
        sheet.putMoney(Feature.SPEND_365, spend365);
        if (all > 0) {
            sheet.putMoney(Feature.AVERAGE_ORDER, spend, all);
            sheet.put(Feature.UNITS_PER_ORDER, (double) units / all);
        }
        if (all > 0 && couponsRecorded) {
            sheet.put(Feature.COUPON_SHARE, (double) withCoupon / all);
        }
        if (last90 + the90Before > 0) {
            sheet.put(Feature.TREND, (double) (last90 - the90Before) / (last90 + the90Before));
        }
        if (spend > 0) {
            long returned = 0;
            for (Cancellation cancellation : cancellations) {
                returned += cancellation.amountMinor();
            }
            sheet.put(Feature.RETURN_SHARE, Math.min(1, (double) returned / spend));
        }
    }
}
