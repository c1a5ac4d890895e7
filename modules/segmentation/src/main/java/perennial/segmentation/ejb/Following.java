package perennial.segmentation.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import perennial.activity.FeatureRows;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.analytics.clustering.Segmentation;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.segmentation.CustomerMoved;
import perennial.segmentation.SegmentMoves.Move;
import perennial.segmentation.model.Movers;
import perennial.segmentation.model.Movers.Ends;

/** Follows customers from the segments of one run to those of the next. */
@ApplicationScoped
public class Following {
    private static final int TOGETHER = 1000;

    @Inject
    private FeatureRows features;

    @Inject
    private Archive archive;

    @Inject
    private Event<CustomerMoved> events;

    /** Notes, in the place of what was noted, who moved between the two, and tells of each. */
    void note(Run run, Run before, Segmentation inForce) {
        archive.moves().clear(run);
        archive.moves().count(run, before);
        List<Entry<CustomerId, Ends>> moved =
                List.copyOf(archive.moves().moved(run, before).entrySet());
        for (int from = 0; from < moved.size(); from += TOGETHER) {
            Movers movers = movers(run, before, moved.subList(from, Math.min(moved.size(), from + TOGETHER)));
            Map<CustomerId, Move> moves = movers.moves(run.asOf(), inForce);
            archive.moves().add(run, moves);
            moves.forEach((customer, move) -> events.fire(new CustomerMoved(run, customer, move)));
        }
    }

    private Movers movers(Run run, Run before, List<Entry<CustomerId, Ends>> moved) {
        List<CustomerId> customers = moved.stream().map(Entry::getKey).toList();
        Map<CustomerId, FeatureRow> then = features.of(before, customers);
        Map<CustomerId, FeatureRow> now = features.of(run, customers);
        Movers movers = new Movers();
        moved.forEach(way -> movers.add(way.getValue(), of(then, way.getKey()), of(now, way.getKey())));
        return movers;
    }

    private static Features of(Map<CustomerId, FeatureRow> rows, CustomerId customer) {
        return Objects.requireNonNull(rows.get(customer), "a member without features")
                .features();
    }
}
