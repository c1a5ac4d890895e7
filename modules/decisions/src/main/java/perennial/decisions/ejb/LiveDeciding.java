package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import perennial.decisions.DecisionMade;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.LiveDecisions;
import perennial.decisions.Occasion;
import perennial.decisions.UnknownOccasionException;
import perennial.decisions.jpa.OccasionRows;
import perennial.decisions.model.Background;
import perennial.decisions.model.Snapshots;
import perennial.decisions.model.Told;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.rules.CustomerSnapshot;

/** Decides at once for one customer, by the one path of the rule engine; whoever asks for the same one waits. */
@Stateless
@Local(LiveDecisions.class)
public class LiveDeciding implements LiveDecisions {
    @Inject
    private Backgrounds backgrounds;

    @Inject
    private CustomersNow customers;

    @Inject
    private Turns turns;

    @Inject
    private OccasionRows occasions;

    @Inject
    private Event<DecisionMade> made;

    @Override
    public Answer decide(Run run, Occasion occasion) {
        Background background = backgrounds.of(run);
        turns.begin(occasion.customer());
        Instant now = customers.now();
        Told told = customers.told(occasion, now);
        Answer answer = turns.decide(background, snapshot(background, told), occasion.moment(), now);
        told.purchase().ifPresent(order -> occasions.addOrder(answer.id(), occasion.customer(), order));
        answer.decisions().forEach(decision -> made.fire(new DecisionMade(decision)));
        return answer;
    }

    private CustomerSnapshot snapshot(Background background, Told told) {
        return new Snapshots(told.priced(background.base()), told.cut())
                .of(customers.known(told, background), told.occasion().moment().name());
    }

    @Override
    public Answer find(long id) {
        return occasions.find(id).orElseThrow(() -> new UnknownOccasionException(id));
    }

    @Override
    public long count() {
        return occasions.count();
    }

    @Override
    public List<Decision> latest(CustomerId customer, int limit) {
        return occasions.latest(customer, limit);
    }
}
