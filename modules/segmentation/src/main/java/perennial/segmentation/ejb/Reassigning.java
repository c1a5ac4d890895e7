package perennial.segmentation.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.FeatureRows;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.activity.LatestFeatures;
import perennial.activity.Shop;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.segmentation.CustomerMoved;
import perennial.segmentation.model.Decided;
import perennial.segmentation.model.Division;
import perennial.segmentation.model.Reassigned;
import perennial.segmentation.model.Reassigned.Pair;
import perennial.value.ValueScores;

/** Between two runs, puts customers who changed where the version in force places them now. */
@ApplicationScoped
public class Reassigning {
    private static final int TOGETHER = 1000;

    @Inject
    private FeatureRows stored;

    @Inject
    private LatestFeatures latest;

    @Inject
    private ValueScores scores;

    @Inject
    private Shop shop;

    @Inject
    private Archive archive;

    @Inject
    private Event<CustomerMoved> events;

    /** All who changed since the run, after another version was put in force. */
    void again(Run run, Division inForce) {
        archive.changes().clear(run);
        List<Features> some = new ArrayList<>(TOGETHER);
        latest.each(run, row -> {
            some.add(row.features());
            if (some.size() == TOGETHER) {
                place(run, inForce, some);
                some.clear();
            }
        });
        place(run, inForce, some);
    }

    /** Customers who have changed just now. */
    void place(Run run, List<Features> changed) {
        archive.begin();
        archive.live(run)
                .map(Decided::run)
                .flatMap(archive::division)
                .ifPresent(inForce -> place(run, inForce, changed));
    }

    private void place(Run run, Division inForce, List<Features> changed) {
        List<CustomerId> customers = changed.stream().map(Features::customer).toList();
        Map<CustomerId, String> until = archive.members().of(run, customers);
        Instant at = shop.now();
        Reassigned reassigned = Reassigned.by(
                inForce,
                pairs(run, changed, customers),
                archive.members().placed(run, customers),
                values(run, customers),
                shop.opened().currency(),
                at);
        archive.changes().replace(run, at, reassigned.changes(), reassigned.moves());
        reassigned.moves().forEach((customer, move) -> {
            if (!move.to().equals(until.get(customer))) {
                events.fire(new CustomerMoved(run, customer, move));
            }
        });
    }

    /** Who was not there when the run looked comes into a segment with the next one. */
    private List<Pair> pairs(Run run, List<Features> changed, List<CustomerId> customers) {
        Map<CustomerId, FeatureRow> then = stored.of(run, customers);
        return changed.stream()
                .flatMap(now -> Optional.ofNullable(then.get(now.customer())).stream()
                        .map(row -> new Pair(row.features(), now)))
                .toList();
    }

    private Map<CustomerId, Money> values(Run run, List<CustomerId> customers) {
        Map<CustomerId, Money> values = new HashMap<>();
        scores.of(run, customers)
                .forEach((customer, score) -> score.expectedValue().ifPresent(value -> values.put(customer, value)));
        return values;
    }
}
