package perennial.analytics.features;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import perennial.analytics.history.Purchase;

/** What a customer spent, in minor units, by product and by category. */
record Assortment(Map<String, Long> byProduct, Map<String, Long> byCategory) {
    private static final int TOP = 3;

    static Assortment of(List<Purchase> purchases) {
        Map<String, Long> byProduct = new HashMap<>();
        Map<String, Long> byCategory = new HashMap<>();
        for (Purchase purchase : purchases) {
            for (Purchase.Line line : purchase.lines()) {
                byProduct.merge(line.sku(), line.amountMinor(), Long::sum);
                if (line.category().isPresent()) {
                    byCategory.merge(line.category().get(), line.amountMinor(), Long::sum);
                }
            }
        }
        return new Assortment(byProduct, byCategory);
    }

    void fill(Sheet sheet) {
        sheet.put(Feature.BREADTH, byProduct.size());
        long spend = sum(byProduct.values());
        if (spend > 0) {
            sheet.put(Feature.TOP_SHARE, (double) top() / spend);
        }
        long categorised = sum(byCategory.values());
        if (categorised > 0) {
            sheet.put(Feature.CATEGORY_SHARE, (double) Collections.max(byCategory.values()) / categorised);
        }
    }

    private long top() {
        long[] amounts = new long[byProduct.size()];
        int i = 0;
        for (long amount : byProduct.values()) {
            amounts[i++] = amount;
        }
        Arrays.sort(amounts);
        return Arrays.stream(amounts, Math.max(0, amounts.length - TOP), amounts.length)
                .sum();
    }

    private static long sum(Collection<Long> amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
