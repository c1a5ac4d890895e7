package perennial.churn.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import perennial.churn.ChurnModels;
import perennial.churn.ModelPutBackAhead;
import perennial.churn.model.Told;
import perennial.kernel.Act;
import perennial.kernel.Run;

@Stateless
@Local(ChurnModels.class)
public class ChurnGoverning implements ChurnModels {
    @Inject
    private Archive archive;

    @Inject
    private Searching searching;

    @Inject
    private Event<Object> events;

    private final Clock clock = Clock.systemUTC();

    private Told told(Run inForce) {
        return new Told(
                archive.versions().upTo(inForce),
                archive.versions().decisions(inForce),
                archive.evidence().read(inForce).version(),
                archive.fitted().kept());
    }

    @Override
    public List<Version> versions(Run inForce) {
        return told(inForce).versions();
    }

    @Override
    public void putBack(Run inForce, long version, Remark remark) {
        events.fire(new ModelPutBackAhead());
        told(inForce).checkPutBack(version);
        Deed deed = new Deed(Deed.Kind.PUT_BACK, clock.instant(), remark.actor(), remark.text());
        archive.versions().decide(inForce, version, deed);
        events.fire(new Act(remark.actor(), "churn.model.put-back", Long.toString(version)));
    }

    @Override
    public Optional<Search> search(Run inForce) {
        return archive.searches().last(inForce).map(searching::told);
    }

    @Override
    public void askForSearch(String actor) {
        archive.searches().ask(clock.instant(), actor);
        events.fire(new Act(actor, "churn.search.asked", "churn"));
    }
}
