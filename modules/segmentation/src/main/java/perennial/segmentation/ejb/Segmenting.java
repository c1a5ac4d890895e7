package perennial.segmentation.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.FeatureRows;
import perennial.activity.Shop;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.segmentation.Segments;
import perennial.segmentation.jpa.MemberRows;
import perennial.segmentation.jpa.SegmentationRows;
import perennial.segmentation.model.Base;
import perennial.segmentation.model.Found;
import perennial.value.ValueScores;
import perennial.value.ValueScores.ValueScore;

@Stateless
@Local(Segments.class)
public class Segmenting implements Segments {
    private static final int TOGETHER = 1000;

    @Inject
    private FeatureRows features;

    @Inject
    private ValueScores scores;

    @Inject
    private Shop shop;

    @Inject
    private SegmentationRows segmentations;

    @Inject
    private MemberRows members;

    @Override
    public void renew(Run run, Optional<Run> before, Progress progress) {
        Base base = new Base();
        features.each(run, row -> base.add(row.features()));
        Found found = Found.in(base, values(run, base.customers()), currency(), progress);
        segmentations.write(run, found.segmentation());
        members.clear(run);
        found.assignment()
                .ifPresent(assignment -> members.add(run, base.customers(), row -> Found.id(assignment.of(row))));
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

    @Override
    public Segmentation segmentation(Run run) {
        return segmentations.read(run, currency());
    }

    @Override
    public Map<CustomerId, String> of(Run run, Collection<CustomerId> customers) {
        return members.of(run, customers);
    }

    private Currency currency() {
        return shop.opened().currency();
    }
}
