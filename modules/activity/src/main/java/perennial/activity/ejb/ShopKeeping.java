package perennial.activity.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import perennial.activity.Ledger;
import perennial.activity.Shop;
import perennial.activity.jpa.ShopRow;
import perennial.kernel.Act;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;

@Stateless
@Local(Shop.class)
public class ShopKeeping implements Shop {
    @Inject
    private ShopRow row;

    @Inject
    private Ledger ledger;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Optional<Settings> settings() {
        return row.read();
    }

    @Override
    public Settings opened() {
        return row.opened();
    }

    @Override
    public Instant now() {
        Settings settings = row.opened();
        return settings.asOf().orElseGet(() -> settings.historic() ? lastDay() : clock.instant());
    }

    /** A shop of the past is looked at from the end of its last day; else everybody in it would have left. */
    private Instant lastDay() {
        return ledger.endOfActivity()
                .orElseThrow(() -> new ConflictException(
                        new Words("the shop holds no activity", "店铺还没有任何活动记录"),
                        new Words("import orders first", "请先导入订单")));
    }

    @Override
    public void open(Settings settings, String actor) {
        row.write(settings);
        acts.fire(new Act(actor, "shop.opened", settings.name()));
    }
}
