package perennial.pipeline.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import perennial.activity.Ledger;
import perennial.activity.Shop;
import perennial.kernel.Act;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;
import perennial.overview.Overview;
import perennial.pipeline.Runs;
import perennial.pipeline.UnknownRunException;
import perennial.pipeline.jpa.RunRows;

@Stateless
@Local(Runs.class)
public class RunQueue implements Runs {
    @Inject
    private RunRows rows;

    @Inject
    private Shop shop;

    @Inject
    private Ledger ledger;

    @Inject
    private Overview overview;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    @Override
    public long start(String actor) {
        rows.open().ifPresent(open -> {
            throw new ConflictException(
                    new Words("run " + open + " is not finished", "运行 " + open + " 尚未结束"),
                    new Words("wait for it, then start another", "请等待其结束，再启动另一次"));
        });
        long id = rows.add(asOf(), overview.inForce(), clock.instant());
        acts.fire(new Act(actor, "run.started", Long.toString(id)));
        return id;
    }

    private Instant asOf() {
        Instant now = shop.now();
        if (ledger.endOfActivity().isEmpty()) {
            throw new ConflictException(
                    new Words("the shop holds no activity", "店铺还没有任何活动记录"), new Words("import orders first", "请先导入订单"));
        }
        return now;
    }

    @Override
    public RunReport report(long id) {
        return rows.report(id, clock.instant()).orElseThrow(() -> new UnknownRunException(id));
    }

    @Override
    public List<RunReport> latest(int limit) {
        return rows.latest(limit, clock.instant());
    }

    @Override
    public Map<Status, Long> counts() {
        return rows.counts();
    }
}
