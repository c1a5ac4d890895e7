package perennial.analytics.metrics;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.analytics.metrics.CohortTable.Cohort;

/** Fills a cohort table from histories, one customer after the other; what happened at or after the cut is left out. */
public final class CohortCount {
    private final ZoneId zone;
    private final Instant cut;
    private final YearMonth last;
    private final TreeMap<YearMonth, long[]> counts = new TreeMap<>();

    /** @param zone of the shop, whose calendar months count */
    public CohortCount(ZoneId zone, Instant cut) {
        this.zone = zone;
        this.cut = cut;
        this.last = month(cut.minusNanos(1));
    }

    public void add(History history) {
        List<Purchase> purchases = history.before(cut).purchases();
        if (purchases.isEmpty()) {
            return;
        }
        YearMonth first = month(purchases.get(0).at());
        BitSet months = new BitSet();
        for (Purchase purchase : purchases) {
            months.set((int) first.until(month(purchase.at()), ChronoUnit.MONTHS));
        }
        long[] buyers = counts.computeIfAbsent(first, this::empty);
        months.stream().forEach(later -> buyers[later]++);
    }

    public CohortTable table() {
        if (counts.isEmpty()) {
            return new CohortTable(List.of(), false);
        }
        List<Cohort> cohorts = new ArrayList<>();
        for (YearMonth month = counts.firstKey(); !month.isAfter(last); month = month.plusMonths(1)) {
            long[] buyers = counts.getOrDefault(month, empty(month));
            List<Long> row = new ArrayList<>(buyers.length);
            for (long count : buyers) {
                row.add(count);
            }
            cohorts.add(new Cohort(month, row));
        }
        return new CohortTable(cohorts, month(cut).equals(last));
    }

    private YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(zone));
    }

    private long[] empty(YearMonth month) {
        return new long[(int) month.until(last, ChronoUnit.MONTHS) + 1];
    }
}
