package perennial.analytics.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import perennial.kernel.InvalidInputException;

/** Who moved from where to where: the number of rows for each pair of a segment before and a segment after. */
public final class Transitions {
    private final long[][] counts;

    private Transitions(long[][] counts) {
        this.counts = counts;
    }

    /** Of two assignments of the same rows in the same order. */
    public static Transitions between(Assignment before, Assignment after) {
        if (before.rows() != after.rows()) {
            throw new InvalidInputException(
                    "rows",
                    after.rows(),
                    "the assignment before has " + before.rows(),
                    "give the same customers in the same order, those of both times");
        }
        long[][] counts = new long[before.segments()][after.segments()];
        for (int row = 0; row < before.rows(); row++) {
            counts[before.of(row)][after.of(row)]++;
        }
        return new Transitions(counts);
    }

    /** How many segments there were before. */
    public int before() {
        return counts.length;
    }

    /** How many segments there are after. */
    public int after() {
        return counts.length == 0 ? 0 : counts[0].length;
    }

    public long count(int before, int after) {
        return counts[before][after];
    }

    /** All rows that were in a segment before. */
    public long left(int before) {
        return Arrays.stream(counts[before]).sum();
    }

    /** All rows that are in a segment after. */
    public long arrived(int after) {
        return Arrays.stream(counts).mapToLong(row -> row[after]).sum();
    }

    /** The whole table: a list for each segment before, in it a count for each segment after. */
    public List<List<Long>> rows() {
        return IntStream.range(0, counts.length)
                .mapToObj(i -> Arrays.stream(counts[i]).boxed().toList())
                .toList();
    }
}
