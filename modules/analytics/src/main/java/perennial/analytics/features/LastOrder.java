package perennial.analytics.features;

import java.util.List;
import perennial.analytics.history.Purchase;

/** How the last order differs from what the customer did before it: what risk control looks at first. */
final class LastOrder {
    private LastOrder() {}

    static void fill(Sheet sheet, List<Purchase> purchases) {
        if (purchases.isEmpty()) {
            return;
        }
        Purchase last = purchases.get(purchases.size() - 1);
        List<Purchase> earlier = purchases.subList(0, purchases.size() - 1);
        sheet.putMoney(Feature.FIRST_ORDER, purchases.get(0).amountMinor());
        sheet.putMoney(Feature.LAST_ORDER, last.amountMinor());
        long before = 0;
        for (Purchase purchase : earlier) {
            before += purchase.amountMinor();
        }
        if (before > 0) {
            sheet.put(Feature.LAST_ORDER_RATIO, (double) last.amountMinor() * earlier.size() / before);
        }
        fillCountries(sheet, last, earlier);
    }

    private static void fillCountries(Sheet sheet, Purchase last, List<Purchase> earlier) {
        if (last.shippingCountry().isEmpty()) {
            return;
        }
        String country = last.shippingCountry().get();
        last.paymentCountry().ifPresent(paid -> sheet.putFlag(Feature.COUNTRY_MISMATCH, !paid.equals(country)));
        boolean comparable = false;
        boolean seen = false;
        for (Purchase purchase : earlier) {
            comparable |= purchase.shippingCountry().isPresent();
            seen |= purchase.shippingCountry().equals(last.shippingCountry());
        }
        if (comparable) {
            sheet.putFlag(Feature.NEW_COUNTRY, !seen);
        }
    }
}
