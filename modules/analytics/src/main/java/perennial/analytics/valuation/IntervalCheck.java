package perennial.analytics.valuation;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import perennial.analytics.btyd.CustomerValue;
import perennial.analytics.btyd.LifetimeValue;

/** The share of customers whose outcome lay where it was said to lie. */
record IntervalCheck(OptionalDouble purchases, OptionalDouble money) {

    /** @param sample of so many customers, evenly spread, as an interval takes longer than a mean */
    static IntervalCheck of(LifetimeValue value, KnownPasts known, Outcomes came, int sample) {
        int stride = (known.customers() + sample - 1) / sample;
        int[][] hits = IntStream.range(0, (known.customers() + stride - 1) / stride)
                .parallel()
                .map(i -> i * stride)
                .mapToObj(i -> hits(value, known, came, i))
                .toArray(int[][]::new);
        return new IntervalCheck(share(hits, 0), share(hits, 1));
    }

    /** Per interval 1 for a hit, 0 for a miss, -1 where there is none. */
    private static int[] hits(LifetimeValue value, KnownPasts known, Outcomes came, int i) {
        double mean = Math.max(0, known.meanSpend(i));
        CustomerValue one = value.of(known.x(i), known.tx(i), known.T(i), mean > 0 ? known.x(i) : 0, mean);
        return new int[] {
            one.purchasesOutcome().contains(came.purchases[i]) ? 1 : 0,
            one.valueOutcome()
                    .map(range -> range.contains(came.spend[i]) ? 1 : 0)
                    .orElse(-1)
        };
    }

    private static OptionalDouble share(int[][] hits, int which) {
        return IntStream.range(0, hits.length)
                .map(i -> hits[i][which])
                .filter(hit -> hit >= 0)
                .average();
    }
}
