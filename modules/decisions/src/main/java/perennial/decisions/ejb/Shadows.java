package perennial.decisions.ejb;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import perennial.decisions.RuleShadows.Week;
import perennial.decisions.RuleSimulations.Example;
import perennial.decisions.ejb.WholeBase.Setting;
import perennial.decisions.jpa.ShadowRows;
import perennial.decisions.model.Case;
import perennial.decisions.model.Comparison;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.Outcome;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;

/**
 * The proposal in the shadow, compiled and warm, on this node. Live decisions are looked at within their transaction, by
 * arithmetic alone; what came of it is stored after it, by another thread, so that none waits or fails for it.
 */
@ApplicationScoped
public class Shadows {
    private static final Logger LOG = System.getLogger(Shadows.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ShadowRows rows;

    @Inject
    private RuleBooks books;

    @Inject
    private Succession succession;

    @Inject
    private Event<Object> events;

    private volatile Optional<Standin> standin = Optional.empty();

    /** @param stopped codes of the rules that are stopped in it as in the rules in force */
    private record Standin(long version, Set<String> stopped, RuleBook book) {}

    /** A shadow was begun or ended; sent as an event in the transaction of that. */
    record Changed() {}

    /** What the shadow made of a live decision. */
    record Seen(long version, long occasion, Example example) {}

    /** The shadow beside the rules in force over the whole base. */
    record Beside(long version, RuleBook book, Comparison comparison) {
        void add(List<CustomerSnapshot> snapshots, List<Outcome> live, List<Outcome> shadow) {
            for (int i = 0; i < snapshots.size(); i++) {
                comparison.add(snapshots.get(i), live.get(i), shadow.get(i));
            }
        }
    }

    void look(long occasion, CustomerSnapshot snapshot, Circumstances circumstances, Outcome live) {
        standin.ifPresent(one -> {
            try {
                Outcome shadow = one.book().decide(snapshot, before(circumstances, live));
                Example example = new Example(live.customer(), Case.told(live), Case.told(shadow));
                events.fire(new Seen(one.version(), occasion, example));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "the shadow of version " + one.version() + " did not decide", e);
            }
        });
    }

    /** As they were before the live decision took from the budget. */
    private static Circumstances before(Circumstances now, Outcome live) {
        OptionalLong left = live.given().budget();
        Budget whole = left.isPresent()
                ? Budget.of(new Money(left.getAsLong(), now.economics().currency()))
                : Budget.unlimited();
        return new Circumstances(now.now(), now.rails(), now.economics(), now.contacts(), whole, now.holdout());
    }

    void keep(@Observes(during = TransactionPhase.AFTER_SUCCESS) Seen seen) {
        executor.execute(() -> rows.add(seen.version(), seen.occasion(), seen.example()));
    }

    /** The shadow that this run is to have, if there is one. */
    Optional<Beside> beside(RuleBook live, Setting setting) {
        return standin.map(one -> new Beside(
                one.version(), one.book(), new Comparison(live, one.book(), setting.effects(), setting.economics())));
    }

    void keep(Run run, Beside beside) {
        rows.put(beside.version(), new Week(run, beside.comparison().findings()));
    }

    void change(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        executor.execute(this::catchUp);
    }

    /** Takes over what was begun or ended, here or on another node. */
    synchronized void catchUp() {
        Set<String> stopped = succession.inForce().stopped();
        Optional<Long> wanted = rows.goingOn();
        boolean isThere = wanted.equals(standin.map(Standin::version))
                && standin.map(Standin::stopped).orElse(stopped).equals(stopped);
        if (!isThere) {
            standin = wanted.map(version -> new Standin(version, stopped, books.prepare(version, stopped)));
        }
    }
}
