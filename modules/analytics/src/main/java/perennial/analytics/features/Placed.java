package perennial.analytics.features;

import java.util.ArrayList;
import java.util.List;
import perennial.analytics.history.Purchase;

/** An order with what every part of the fold asks of it, worked out once: its calendar day and its amount. */
record Placed(Purchase purchase, long day, long amountMinor) {

    static List<Placed> all(List<Purchase> purchases, Sheet sheet) {
        List<Placed> all = new ArrayList<>(purchases.size());
        for (Purchase purchase : purchases) {
            all.add(new Placed(purchase, sheet.day(purchase.at()), purchase.amountMinor()));
        }
        return all;
    }
}
