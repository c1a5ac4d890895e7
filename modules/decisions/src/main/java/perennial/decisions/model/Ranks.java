package perennial.decisions.model;

import java.util.OptionalDouble;
import java.util.stream.LongStream;

/** Where an amount stands among those of all customers who have one. */
public final class Ranks {
    private final long[] ascending;

    private Ranks(long[] ascending) {
        this.ascending = ascending;
    }

    public static Ranks of(LongStream amounts) {
        return new Ranks(amounts.sorted().toArray());
    }

    /** The share of the amounts that are lower, from 0 to 1; empty where there are none. */
    public OptionalDouble below(long amount) {
        if (ascending.length == 0) {
            return OptionalDouble.empty();
        }
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < amount) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of((double) low / ascending.length);
    }
}
