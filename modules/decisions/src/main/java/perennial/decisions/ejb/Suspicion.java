package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import perennial.activity.FeatureRows;
import perennial.activity.LatestFeatures;
import perennial.activity.Shop;
import perennial.decisions.model.Conditions;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

/** Who is worth a closer look, by the features that are stored: histories are read of few. */
@ApplicationScoped
public class Suspicion {
    @Inject
    private FeatureRows features;

    @Inject
    private LatestFeatures latest;

    @Inject
    private Shop shop;

    @Inject
    private Policy policy;

    Conditions conditions() {
        return policy.conditions();
    }

    List<CustomerId> suspects(Run inForce, boolean everybody) {
        Instant now = shop.now();
        TreeSet<CustomerId> suspects = new TreeSet<>();
        latest.each(inForce, row -> {
            if (conditions().may(row.features(), now)) {
                suspects.add(row.features().customer());
            }
        });
        if (everybody) {
            features.each(inForce, row -> {
                if (conditions().maySince(row.features(), now)) {
                    suspects.add(row.features().customer());
                }
            });
        }
        return new ArrayList<>(suspects);
    }
}
