package perennial.activity.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.activity.FeatureRows;
import perennial.activity.Histories;
import perennial.activity.jpa.ChangedCustomers;
import perennial.activity.jpa.CustomerRows;
import perennial.activity.jpa.FeatureSpreads;
import perennial.activity.jpa.FeatureTable;
import perennial.activity.jpa.PurchaseHistories;
import perennial.analytics.features.Feature;
import perennial.analytics.features.FeatureFold;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;

/** Rows are kept range by range: a renewal that breaks leaves a part behind, which the next one replaces. */
@Stateless
@Local(FeatureRows.class)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FeatureFolding implements FeatureRows {
    @Inject
    private Histories histories;

    @Inject
    private PurchaseHistories ranges;

    @Inject
    private CustomerRows customers;

    @Inject
    private FeatureTable table;

    @Inject
    private FeatureSpreads spreads;

    @Inject
    private ChangedCustomers changed;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void renew(Run run, Progress progress) {
        FeatureFold fold = histories.fold();
        progress.total(customers.count());
        changed.see(run);
        table.delete(run);
        ranges.each(run.asOf(), range -> {
            table.add(
                    run,
                    range.stream()
                            .map(history -> FeatureRow.of(fold, history, run.asOf()))
                            .toList());
            progress.advance(range.size());
        });
        spreads.renew(run);
    }

    @Override
    public void each(Run run, Consumer<FeatureRow> reader) {
        table.each(run, reader);
    }

    @Override
    public Optional<FeatureRow> of(Run run, CustomerId customer) {
        return table.of(run, customer);
    }

    @Override
    public Map<CustomerId, FeatureRow> of(Run run, Collection<CustomerId> customers) {
        return table.of(run, customers);
    }

    @Override
    public Map<Feature, Spread> spreads(Run run) {
        return spreads.of(run);
    }
}
