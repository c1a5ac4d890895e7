package perennial.segmentation.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.clustering.Assignment;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.segmentation.SegmentMoves.Move;

/**
 * Customers who changed since the run, where the version in force places them now.
 *
 * @param changes of all of them
 * @param moves of those who are in another segment than the run had placed them in
 */
public record Reassigned(Map<CustomerId, Change> changes, Map<CustomerId, Move> moves) {
    /** A customer as the run saw them and as they are now. */
    public record Pair(Features then, Features now) {
        CustomerId customer() {
            return now.customer();
        }

        private static long spend(Features features, Currency currency) {
            return Money.of(BigDecimal.valueOf(features.orElse(Feature.SPEND, 0)), currency)
                    .minor();
        }
    }

    /**
     * @param from where the run had placed them; who had not bought is not in it
     * @param values what they are expected to spend, where known
     * @param at the instant of the moves
     */
    public static Reassigned by(
            Division inForce,
            List<Pair> customers,
            Map<CustomerId, String> from,
            Map<CustomerId, Money> values,
            Currency currency,
            Instant at) {
        Map<CustomerId, String> to =
                places(inForce, customers.stream().map(Pair::now).toList());
        Map<CustomerId, Change> changes = new LinkedHashMap<>();
        Movers movers = new Movers();
        for (Pair pair : customers) {
            CustomerId id = pair.customer();
            Change change = new Change(
                    Optional.ofNullable(from.get(id)),
                    Optional.ofNullable(to.get(id)),
                    Pair.spend(pair.then(), currency),
                    Pair.spend(pair.now(), currency),
                    Optional.ofNullable(values.get(id)).map(Money::minor).orElse(0L));
            changes.put(id, change);
            change.ends().ifPresent(ends -> movers.add(ends, pair.then(), pair.now()));
        }
        return new Reassigned(changes, movers.moves(at, inForce.model().segmentation()));
    }

    /** The segments by a version; who never bought is not in it. */
    public static Map<CustomerId, String> places(Division inForce, List<Features> customers) {
        Base base = new Base();
        customers.forEach(base::add);
        Map<CustomerId, String> places = new HashMap<>();
        if (base.customers().isEmpty()) {
            return places;
        }
        Assignment assignment = inForce.model().segmentation().assign(base.matrix());
        for (int row = 0; row < assignment.rows(); row++) {
            places.put(base.customers().get(row), inForce.model().ids().get(assignment.of(row)));
        }
        return places;
    }
}
