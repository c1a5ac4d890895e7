package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import perennial.kernel.InvalidInputException;

/**
 * How a column was spread when segments were fitted, so that a later base can be held against it.
 *
 * @param edges the deciles of the known values, ascending, each once: a bin holds the values above one edge up to and
 *     with the next
 * @param shares the share of rows in each bin, the rows whose value is not known last
 */
public record Distribution(List<Double> edges, List<Double> shares) {
    private static final int BINS = 10;
    /** Stands for a bin without rows, whose logarithm would be infinite. */
    private static final double LEAST_SHARE = 1e-4;

    public Distribution {
        edges = List.copyOf(edges);
        shares = List.copyOf(shares);
    }

    /** Of a column of a base; NaN is a value that is not known. An empty column is refused. */
    public static Distribution of(double[] values) {
        double[] known = DoubleStream.of(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        TreeSet<Double> edges = new TreeSet<>();
        for (int i = 1; i < BINS && known.length > 0; i++) {
            edges.add(known[(int) Math.ceil(i * (double) known.length / BINS) - 1]);
        }
        if (known.length > 0) {
            edges.remove(known[known.length - 1]);
        }
        List<Double> ascending = List.copyOf(edges);
        return new Distribution(ascending, shares(ascending, values));
    }

    /**
     * The population stability index of a later base against this one: the sum over the bins of (now - then) ln(now /
     * then), with empty bins counted as a share of 0.0001 (Siddiqi 2006, Credit Risk Scorecards). By custom, below 0.1
     * nothing has changed and above 0.25 much has.
     */
    public double stabilityIndex(double[] now) {
        List<Double> then = shares;
        List<Double> today = shares(edges, now);
        return IntStream.range(0, then.size())
                .mapToDouble(bin -> {
                    double a = Math.max(today.get(bin), LEAST_SHARE);
                    double e = Math.max(then.get(bin), LEAST_SHARE);
                    return (a - e) * Math.log(a / e);
                })
                .sum();
    }

    private static List<Double> shares(List<Double> edges, double[] values) {
        if (values.length == 0) {
            throw new InvalidInputException("values", 0, "a column without rows has no shares", "give some rows");
        }
        double[] limits = edges.stream().mapToDouble(edge -> edge).toArray();
        long[] counts = new long[edges.size() + 2];
        for (double value : values) {
            counts[Double.isNaN(value) ? counts.length - 1 : bin(limits, value)]++;
        }
        return Arrays.stream(counts)
                .mapToObj(count -> count / (double) values.length)
                .toList();
    }

    private static int bin(double[] limits, double value) {
        // 0.0 and -0.0 are one value to people, but not to a binary search.
        int found = Arrays.binarySearch(limits, value + 0.0);
        return found >= 0 ? found : -found - 1;
    }
}
