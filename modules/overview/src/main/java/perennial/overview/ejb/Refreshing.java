package perennial.overview.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.activity.LatestFeatures;
import perennial.activity.Shop;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.overview.ChangedCustomers;
import perennial.overview.jpa.RowSegments;
import perennial.overview.jpa.RunInForce;
import perennial.segmentation.Segments;

@Stateless
@Local(ChangedCustomers.class)
public class Refreshing implements ChangedCustomers {
    private static final int TOGETHER = 500;

    @Inject
    private LatestFeatures features;

    @Inject
    private Segments segments;

    @Inject
    private RowSegments rows;

    @Inject
    private RunInForce pointer;

    @Inject
    private Shop shop;

    @Override
    public boolean refreshSome() {
        return pointer.current().filter(this::refreshSome).isPresent();
    }

    private boolean refreshSome(Run inForce) {
        List<CustomerId> waiting = features.waiting(inForce, TOGETHER);
        if (waiting.isEmpty()) {
            return false;
        }
        List<FeatureRow> now = features.renew(inForce, waiting, shop.now());
        segments.place(inForce, now.stream().map(FeatureRow::features).toList());
        rows.replace(inForce, waiting, segments.of(inForce, waiting));
        return true;
    }
}
