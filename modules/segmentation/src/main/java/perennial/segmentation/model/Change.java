package perennial.segmentation.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import perennial.segmentation.model.Movers.Ends;

/**
 * A customer between two runs: where the run had placed them and where they are now, be it the same.
 *
 * @param from id of a segment; empty for none, of a customer who had not bought
 * @param to id of a segment; empty for none, of a customer all of whose purchases were cancelled
 * @param salesBefore what they had spent when the run looked, in minor units
 * @param sales what they have spent now
 * @param value what the run expects them to spend; 0 where not known
 */
public record Change(Optional<String> from, Optional<String> to, long salesBefore, long sales, long value) {
    /** What changes add to a segment: customers, and minor units of money. */
    public record Sum(long size, long sales, long value) {
        Sum plus(Sum other) {
            return new Sum(size + other.size, sales + other.sales, value + other.value);
        }
    }

    /** From which segment to which one, of a customer who is in another one. */
    public Optional<Ends> ends() {
        return from.flatMap(before -> to.filter(now -> !now.equals(before)).map(now -> new Ends(before, now)));
    }

    /** By id of the segment; what leaves it is below 0. */
    public static Map<String, Sum> bySegment(Collection<Change> changes) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Change change : changes) {
            change.from().ifPresent(id -> sums.merge(id, new Sum(-1, -change.salesBefore, -change.value), Sum::plus));
            change.to().ifPresent(id -> sums.merge(id, new Sum(1, change.sales, change.value), Sum::plus));
        }
        return sums;
    }
}
