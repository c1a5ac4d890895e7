package perennial.activity.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.activity.Histories;
import perennial.activity.LatestFeatures;
import perennial.activity.jpa.ChangedCustomers;
import perennial.activity.jpa.Database;
import perennial.activity.jpa.FeatureTable;
import perennial.analytics.features.FeatureFold;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

@Stateless
@Local(LatestFeatures.class)
public class Refolding implements LatestFeatures {
    private Histories histories;
    private ChangedCustomers changed;
    private FeatureTable table;

    @SuppressWarnings("NullAway.Init") // a proxy has no fields
    protected Refolding() {}

    @Inject
    public Refolding(Histories histories, ChangedCustomers changed, Database database) {
        this.histories = histories;
        this.changed = changed;
        this.table = FeatureTable.ofChanged(database);
    }

    @Override
    public List<CustomerId> waiting(Run inForce, int atMost) {
        return changed.waiting(inForce, atMost);
    }

    @Override
    public List<FeatureRow> renew(Run inForce, Collection<CustomerId> customers, Instant asOf) {
        FeatureFold fold = histories.fold();
        List<FeatureRow> rows = customers.stream()
                .flatMap(customer -> histories.of(customer, asOf).stream())
                .map(history -> FeatureRow.of(fold, history, asOf))
                .toList();
        table.replace(inForce, customers, rows);
        changed.fold(customers, asOf);
        return rows;
    }

    @Override
    public Optional<FeatureRow> of(Run inForce, CustomerId customer) {
        return changed.foldedAt(customer).flatMap(at -> table.of(new Run(inForce.id(), at), customer));
    }

    @Override
    public void each(Run inForce, Consumer<FeatureRow> reader) {
        table.each(inForce, reader);
    }

    @Override
    public void begin(Run inForce) {
        changed.forget(inForce);
        table.deleteAllBut(inForce);
    }
}
