package perennial.segmentation.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.FeatureRows;
import perennial.activity.Shop;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.segmentation.model.Base;
import perennial.segmentation.model.Division;
import perennial.segmentation.model.Placed;
import perennial.value.ValueScores;
import perennial.value.ValueScores.ValueScore;

/** The one way in which customers get into segments, be it by a run or by a person's decision. */
@ApplicationScoped
public class Placing {
    private static final int TOGETHER = 1000;

    @Inject
    private FeatureRows features;

    @Inject
    private ValueScores scores;

    @Inject
    private Shop shop;

    @Inject
    private Archive archive;

    @Inject
    private Following following;

    @Inject
    private Reassigning reassigning;

    Base base(Run run) {
        Base base = new Base();
        features.each(run, row -> base.add(row.features()));
        return base;
    }

    /**
     * @param before the run whose places the customers had until now
     * @param version the run that made it
     */
    void place(Run run, Optional<Run> before, Base base, long version, Division division, long turn) {
        Placed placed = Placed.by(division, base, values(run, base.customers()), currency());
        archive.place(run, before, version, turn, base.customers(), placed);
        before.ifPresent(
                earlier -> following.note(run, earlier, division.model().segmentation()));
        reassigning.again(run, division);
    }

    private List<Optional<Money>> values(Run run, List<CustomerId> customers) {
        List<Optional<Money>> values = new ArrayList<>(customers.size());
        for (int from = 0; from < customers.size(); from += TOGETHER) {
            List<CustomerId> some = customers.subList(from, Math.min(customers.size(), from + TOGETHER));
            Map<CustomerId, ValueScore> known = scores.of(run, some);
            some.forEach(id -> values.add(Optional.ofNullable(known.get(id)).flatMap(ValueScore::expectedValue)));
        }
        return values;
    }

    Currency currency() {
        return shop.opened().currency();
    }
}
