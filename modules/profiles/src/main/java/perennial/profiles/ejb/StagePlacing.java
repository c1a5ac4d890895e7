package perennial.profiles.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.FeatureRows;
import perennial.analytics.lifecycle.LifeCycle;
import perennial.analytics.lifecycle.Rhythm;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.profiles.Stages;
import perennial.profiles.jpa.StageChanges;
import perennial.profiles.jpa.StageRows;

@Stateless
@Local(Stages.class)
public class StagePlacing implements Stages {
    @Inject
    private FeatureRows features;

    @Inject
    private Definitions definitions;

    @Inject
    private StageRows rows;

    @Inject
    private StageChanges changes;

    @Override
    public void renew(Run run, Optional<Run> before, Progress progress) {
        new StagePass(features, definitions.lifeCycle(), rows, changes).renew(run, before, progress);
    }

    @Override
    public Map<CustomerId, StageRow> of(Run run, Collection<CustomerId> customers) {
        return rows.of(run, customers);
    }

    @Override
    public Map<CustomerId, Stage> stages(Run run, CustomerSpan customers) {
        return rows.stages(run, customers);
    }

    @Override
    public Placing placing(Run run) {
        LifeCycle lifeCycle = definitions.lifeCycle();
        Rhythm rhythm = new StagePass(features, lifeCycle, rows, changes).rhythm(run, Progress.SILENT);
        return customer -> lifeCycle.place(customer, rhythm);
    }

    @Override
    public Map<Stage, Long> counts(Run run) {
        return rows.counts(run);
    }

    @Override
    public long countChanges(Run run) {
        return changes.count(run);
    }

    @Override
    public List<CustomerChange> changes(Run run, Optional<CustomerId> after, int limit) {
        return changes.page(run, after, limit);
    }

    @Override
    public List<StageChange> history(CustomerId customer) {
        return changes.of(customer);
    }
}
