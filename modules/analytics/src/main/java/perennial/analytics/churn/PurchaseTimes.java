package perennial.analytics.churn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import perennial.analytics.btyd.Convergence;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.MbgNbd;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.kernel.CustomerId;
import perennial.kernel.Window;

/** When each customer bought, to the millisecond: all that labels need to know of what follows a cut. */
public final class PurchaseTimes {
    private static final long[] NONE = {};

    private final Map<CustomerId, long[]> millis;

    private PurchaseTimes(Map<CustomerId, long[]> millis) {
        this.millis = millis;
    }

    /** Takes up purchases one by one, in any order. */
    public static final class Collector {
        private final Map<CustomerId, long[]> millis = new HashMap<>();
        private final Map<CustomerId, Integer> counts = new HashMap<>();

        public Collector add(CustomerId customer, Instant at) {
            int count = counts.merge(customer, 1, Integer::sum);
            long[] known = millis.getOrDefault(customer, NONE);
            if (count > known.length) {
                known = Arrays.copyOf(known, count + count / 2);
                millis.put(customer, known);
            }
            known[count - 1] = at.toEpochMilli();
            return this;
        }

        public PurchaseTimes collected() {
            Map<CustomerId, long[]> ordered = new HashMap<>();
            millis.forEach((customer, times) -> {
                long[] own = Arrays.copyOf(times, counts.getOrDefault(customer, 0));
                Arrays.sort(own);
                ordered.put(customer, own);
            });
            return new PurchaseTimes(ordered);
        }
    }

    /** Whether the customer bought in the window. */
    boolean boughtIn(CustomerId customer, Window window) {
        long[] times = millis.getOrDefault(customer, NONE);
        int at = Arrays.binarySearch(times, window.from().toEpochMilli());
        int next = at >= 0 ? at : -at - 1;
        return next < times.length && times[next] < window.to().toEpochMilli();
    }

    /** The first purchase of all. */
    Optional<Instant> first() {
        return millis.values().stream()
                .filter(times -> times.length > 0)
                .map(times -> times[0])
                .min(Long::compare)
                .map(Instant::ofEpochMilli);
    }

    /**
     * The days that the given share of all gaps between consecutive purchase days of one customer do not exceed, from
     * purchases before the instant; empty where nobody has come back yet.
     */
    OptionalDouble gapDays(double share, Instant before, ZoneId zone) {
        long[] gaps = millis.values().stream()
                .flatMapToLong(times -> Arrays.stream(gaps(times, before.toEpochMilli(), zone)))
                .sorted()
                .toArray();
        return gaps.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) gaps[(int) Math.ceil(share * gaps.length) - 1]);
    }

    /** The purchase model that fits all customers' purchases before the instant; empty where they are too few. */
    Optional<MbgNbd> model(Instant before, ZoneId zone) {
        List<long[]> pasts = new TreeMap<>(millis)
                .values().stream()
                        .map(times -> days(times, before.toEpochMilli(), zone))
                        .filter(days -> days.length > 0)
                        .toList();
        long cut = before.minusNanos(1).atZone(zone).toLocalDate().toEpochDay();
        double[] x = pasts.stream().mapToDouble(days -> days.length - 1).toArray();
        double[] tx = pasts.stream()
                .mapToDouble(days -> days[days.length - 1] - days[0])
                .toArray();
        double[] age = pasts.stream().mapToDouble(days -> cut - days[0]).toArray();
        return MbgNbd.fit(PurchaseSummaries.of(x, tx, age), Fit.Settings.standard())
                .found()
                .filter(fit -> fit.convergence().status() == Convergence.Status.CONVERGED)
                .map(Fit::model);
    }

    private static long[] days(long[] times, long before, ZoneId zone) {
        return Arrays.stream(times)
                .filter(time -> time < before)
                .map(time ->
                        LocalDate.ofInstant(Instant.ofEpochMilli(time), zone).toEpochDay())
                .distinct()
                .toArray();
    }

    private static long[] gaps(long[] times, long before, ZoneId zone) {
        long[] days = days(times, before, zone);
        long[] gaps = new long[Math.max(0, days.length - 1)];
        Arrays.setAll(gaps, i -> days[i + 1] - days[i]);
        return gaps;
    }
}
