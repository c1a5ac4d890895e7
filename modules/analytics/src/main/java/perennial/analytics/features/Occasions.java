package perennial.analytics.features;

import java.util.Arrays;
import java.util.List;
import perennial.analytics.history.Purchase;

/** The days on which a customer bought, each once, and the pauses between them. */
final class Occasions {
    private final long[] days;
    private final long spendAfterFirstMinor;

    private Occasions(long[] days, long spendAfterFirstMinor) {
        this.days = days;
        this.spendAfterFirstMinor = spendAfterFirstMinor;
    }

    static Occasions of(List<Purchase> purchases, Sheet sheet) {
        long[] days = new long[purchases.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = sheet.day(purchases.get(i).at());
        }
        long first = Arrays.stream(days).min().orElse(0);
        long later = 0;
        for (int i = 0; i < days.length; i++) {
            later += days[i] > first ? purchases.get(i).amountMinor() : 0;
        }
        return new Occasions(Arrays.stream(days).sorted().distinct().toArray(), later);
    }

    void fill(Sheet sheet) {
        if (days.length == 0) {
            return;
        }
        long first = days[0];
        long last = days[days.length - 1];
        int gaps = days.length - 1;
        sheet.put(Feature.FREQUENCY, gaps);
        sheet.put(Feature.LAST_AGE, last - first);
        sheet.put(Feature.RECENCY, sheet.daysSince(last));
        sheet.put(Feature.AGE, sheet.daysSince(first));
        if (gaps > 0) {
            sheet.putMoney(Feature.MONETARY, spendAfterFirstMinor, gaps);
            fillGaps(sheet, gaps, last - first, sheet.daysSince(last));
        }
    }

    private void fillGaps(Sheet sheet, int gaps, long sum, long recency) {
        long longest = 0;
        long squares = 0;
        for (int i = 0; i < gaps; i++) {
            long gap = days[i + 1] - days[i];
            longest = Math.max(longest, gap);
            squares += gap * gap;
        }
        double mean = (double) sum / gaps;
        sheet.put(Feature.GAP_MEAN, mean);
        sheet.put(Feature.GAP_LONGEST, longest);
        sheet.put(Feature.SILENCE, recency / mean);
        if (gaps >= 3) {
            double variance = (double) (gaps * squares - sum * sum) / ((double) gaps * (gaps - 1));
            sheet.put(Feature.GAP_VARIATION, Math.sqrt(variance) / mean);
        }
    }
}
