package perennial.segmentation.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.clustering.Movement;
import perennial.analytics.clustering.Segmentation;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.segmentation.SegmentMoves.Move;

/** Customers who are in another segment than before, with how they were then and how they are now. */
public final class Movers {
    private final List<CustomerId> customers = new ArrayList<>();
    private final List<Ends> ends = new ArrayList<>();
    private final Base before = new Base();
    private final Base now = new Base();

    /** From which segment to which one. */
    public record Ends(String from, String to) {}

    public void add(Ends ends, Features before, Features now) {
        customers.add(now.customer());
        this.ends.add(ends);
        this.before.add(before);
        this.now.add(now);
    }

    /** @param inForce what places them now */
    public Map<CustomerId, Move> moves(Instant at, Segmentation inForce) {
        if (customers.isEmpty()) {
            return Map.of();
        }
        List<Optional<String>> causes = Movement.causes(inForce, before.matrix(), now.matrix());
        Map<CustomerId, Move> moves = new LinkedHashMap<>();
        for (int row = 0; row < causes.size(); row++) {
            Ends way = ends.get(row);
            moves.put(customers.get(row), new Move(at, way.from(), way.to(), causes.get(row)));
        }
        return moves;
    }
}
