package perennial.activity.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import perennial.activity.Shop;
import perennial.activity.jpa.ShopRow;
import perennial.kernel.Act;

@Stateless
@Local(Shop.class)
public class ShopKeeping implements Shop {
    @Inject
    private ShopRow row;

    @Inject
    private Event<Act> acts;

    @Override
    public Optional<Settings> settings() {
        return row.read();
    }

    @Override
    public void open(Settings settings, String actor) {
        row.write(settings);
        acts.fire(new Act(actor, "shop.opened", settings.name()));
    }
}
