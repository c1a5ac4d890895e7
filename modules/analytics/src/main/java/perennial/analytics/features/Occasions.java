package perennial.analytics.features;

import java.util.Arrays;
import java.util.List;

/** The days on which a customer bought, each once, and the pauses between them. */
final class Occasions {
    private final long[] days;
    private final long spendAfterFirstMinor;

    private Occasions(long[] days, long spendAfterFirstMinor) {
        this.days = days;
        this.spendAfterFirstMinor = spendAfterFirstMinor;
    }

    static Occasions of(List<Placed> orders) {
        long[] days = new long[orders.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = orders.get(i).day();
        }
        Arrays.sort(days);
        long later = 0;
        for (Placed order : orders) {
            later += order.day() > days[0] ? order.amountMinor() : 0;
        }
        return new Occasions(distinct(days), later);
    }

    private static long[] distinct(long[] sorted) {
        int count = 0;
        for (long day : sorted) {
            if (count == 0 || day > sorted[count - 1]) {
                sorted[count++] = day;
            }
        }
        return Arrays.copyOf(sorted, count);
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
        double logs = 0;
        for (int i = 0; i < gaps; i++) {
            long gap = days[i + 1] - days[i];
            longest = Math.max(longest, gap);
            squares += gap * gap;
            logs += Math.log((double) gap);
        }
        double mean = (double) sum / gaps;
        sheet.put(Feature.GAP_MEAN, mean);
        sheet.put(Feature.GAP_TYPICAL, Math.min(mean, Math.exp(logs / gaps)));
        sheet.put(Feature.GAP_LONGEST, longest);
        sheet.put(Feature.SILENCE, recency / mean);
        if (gaps >= 3) {
            double variance = (double) (gaps * squares - sum * sum) / ((double) gaps * (gaps - 1));
            sheet.put(Feature.GAP_VARIATION, Math.sqrt(variance) / mean);
        }
    }
}
