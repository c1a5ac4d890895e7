package perennial.analytics.metrics;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Who came back, by the month of the first purchase.
 *
 * @param cohorts in the order of their months, from the month of the first purchase of all to that of the cut; a month
 *     in which nobody bought for the first time is there with a size of 0
 * @param lastMonthIsPartial whether the cut lies within the last month, so that its counts may still grow
 */
public record CohortTable(List<Cohort> cohorts, boolean lastMonthIsPartial) {
    public CohortTable {
        cohorts = List.copyOf(cohorts);
    }

    /**
     * The customers whose first purchase lies in one calendar month.
     *
     * @param buyers how many of them bought in the month itself, one month later, and so on up to the month of the cut
     */
    public record Cohort(YearMonth month, List<Long> buyers) {
        public Cohort {
            buyers = List.copyOf(buyers);
        }

        public long size() {
            return buyers.get(0);
        }

        /** The share that bought so many months later; empty where that is after the cut or the cohort is empty. */
        public OptionalDouble retention(int monthsLater) {
            return monthsLater < buyers.size() && size() > 0
                    ? OptionalDouble.of((double) buyers.get(monthsLater) / size())
                    : OptionalDouble.empty();
        }
    }
}
