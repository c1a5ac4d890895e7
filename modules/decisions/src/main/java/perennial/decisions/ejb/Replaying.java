package perennial.decisions.ejb;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.ejb.Simulating.Asked;
import perennial.decisions.ejb.WholeBase.Setting;
import perennial.decisions.jpa.SimulationRows;
import perennial.decisions.model.Comparison;
import perennial.kernel.Progress;
import perennial.kernel.Words;
import perennial.ruleengine.RuleBook;

/** Does the simulations that were asked for, in the background and outside of any transaction. */
@ApplicationScoped
public class Replaying {
    private static final Logger LOG = System.getLogger(Replaying.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private WholeBase base;

    @Inject
    private Backgrounds backgrounds;

    @Inject
    private RuleBooks books;

    @Inject
    private Succession succession;

    @Inject
    private SimulationRows rows;

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) Asked asked) {
        executor.execute(() -> work(asked));
    }

    private void work(Asked asked) {
        try {
            rows.complete(asked.version(), asked.started(), replay(asked));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the simulation of version " + asked.version() + " failed", e);
            rows.fail(
                    asked.version(), asked.started(), new Words("it broke off: " + e.getMessage(), "模拟因故障中断，原因见服务器日志"));
        }
    }

    private Findings replay(Asked asked) {
        RuleBook live = books.inForce();
        RuleBook draft = books.prepare(asked.version(), succession.inForce().stopped());
        Setting setting = base.setting(asked.run(), backgrounds.base(asked.run()));
        Comparison comparison = new Comparison(live, draft, setting.effects(), setting.economics());
        base.decide(
                setting,
                List.of(base.contender(live, setting), base.contender(draft, setting)),
                new Told(asked),
                (snapshots, outcomes) -> {
                    for (int i = 0; i < snapshots.size(); i++) {
                        comparison.add(
                                snapshots.get(i),
                                outcomes.get(0).get(i),
                                outcomes.get(1).get(i));
                    }
                });
        return comparison.findings();
    }

    /** Writes down how far it is. */
    private final class Told implements Progress {
        private final Asked asked;
        private long total;
        private long done;

        Told(Asked asked) {
            this.asked = asked;
        }

        @Override
        public void total(long all) {
            total = all;
            tell();
        }

        @Override
        public void advance(long by) {
            done += by;
            tell();
        }

        private void tell() {
            boolean isWanted = rows.progress(asked.version(), asked.started(), done, total, succession.now());
            if (!isWanted) {
                throw new IllegalStateException("the version was deleted, or is being simulated anew");
            }
        }
    }
}
