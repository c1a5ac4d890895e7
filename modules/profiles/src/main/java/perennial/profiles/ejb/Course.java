package perennial.profiles.ejb;

import java.time.Instant;
import java.util.Optional;
import perennial.analytics.lifecycle.Placement;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.profiles.Stages.StageChange;
import perennial.profiles.Stages.StageRow;

/**
 * How a run carries the customers' courses on. A run that looks back, to an instant before changes that are known
 * already, places customers and adds nothing: what was seen since stays the history.
 *
 * @param latest the last change of all customers' stages; empty where there is none yet
 */
record Course(Run run, Optional<Instant> latest) {

    record Step(StageRow row, Optional<StageChange> change) {}

    /** @param last the customer's last change up to the run's instant; empty where the customer is new */
    Step step(CustomerId customer, Optional<StageChange> last, Placement placement) {
        Optional<StageChange> stayed = last.filter(change -> change.to() == placement.stage());
        Instant since = stayed.map(StageChange::at).orElse(run.asOf());
        Optional<StageChange> change = stayed.isPresent() || looksBack()
                ? Optional.empty()
                : Optional.of(new StageChange(run.asOf(), last.map(StageChange::to), placement.stage()));
        return new Step(new StageRow(customer, placement, since), change);
    }

    private boolean looksBack() {
        return latest.filter(run.asOf()::isBefore).isPresent();
    }
}
