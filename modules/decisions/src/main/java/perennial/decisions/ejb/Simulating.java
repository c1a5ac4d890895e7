package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import perennial.decisions.RuleSimulations;
import perennial.decisions.UnknownRuleVersionException;
import perennial.decisions.jpa.RuleVersionRows;
import perennial.decisions.jpa.SimulationRows;
import perennial.kernel.ConflictException;
import perennial.kernel.Run;
import perennial.kernel.Words;

@Stateless
@Local(RuleSimulations.class)
public class Simulating implements RuleSimulations {
    /** One at work tells of itself every few hundred customers. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    @Inject
    private SimulationRows rows;

    @Inject
    private RuleVersionRows versions;

    @Inject
    private Succession succession;

    @Inject
    private Event<Object> events;

    /** A simulation was asked for; sent as an event in the transaction that keeps the wish. */
    record Asked(long version, Run run, Instant started) {}

    @Override
    public void start(long version, Run run, String actor) {
        succession.begin();
        if (versions.find(version).isEmpty()) {
            throw new UnknownRuleVersionException(version);
        }
        if (last(version).filter(one -> one.status() == Status.RUNNING).isPresent()) {
            throw new ConflictException(
                    new Words("version " + version + " is being simulated", "版本 " + version + " 正在模拟"),
                    new Words("wait for it", "请等待其结束"));
        }
        Instant now = succession.now();
        rows.begin(version, run, now, actor);
        succession.tell(actor, "rules.simulated", Long.toString(version));
        events.fire(new Asked(version, run, now));
    }

    @Override
    public Optional<Simulation> last(long version) {
        return rows.last(version, succession.now().minus(SILENCE));
    }
}
