package perennial.analytics.features;

import java.util.List;
import perennial.analytics.history.Purchase;

/** How the last order differs from what the customer did before it: what risk control looks at first. */
final class LastOrder {
    private LastOrder() {}

    static void fill(Sheet sheet, List<Placed> orders) {
        if (orders.isEmpty()) {
            return;
        }
        Placed last = orders.get(orders.size() - 1);
        List<Placed> earlier = orders.subList(0, orders.size() - 1);
        sheet.putMoney(Feature.FIRST_ORDER, orders.get(0).amountMinor());
        sheet.putMoney(Feature.LAST_ORDER, last.amountMinor());
        long before = 0;
        for (Placed order : earlier) {
            before += order.amountMinor();
        }
        if (before > 0) {
            sheet.put(Feature.LAST_ORDER_RATIO, (double) last.amountMinor() * earlier.size() / before);
        }
        fillCountries(sheet, last.purchase(), earlier);
    }

    private static void fillCountries(Sheet sheet, Purchase last, List<Placed> earlier) {
        if (last.shippingCountry().isEmpty()) {
            return;
        }
        String country = last.shippingCountry().get();
        last.paymentCountry().ifPresent(paid -> sheet.putFlag(Feature.COUNTRY_MISMATCH, !paid.equals(country)));
        boolean comparable = false;
        boolean seen = false;
        for (Placed order : earlier) {
            comparable |= order.purchase().shippingCountry().isPresent();
            seen |= order.purchase().shippingCountry().equals(last.shippingCountry());
        }
        if (comparable) {
            sheet.putFlag(Feature.NEW_COUNTRY, !seen);
        }
    }
}
