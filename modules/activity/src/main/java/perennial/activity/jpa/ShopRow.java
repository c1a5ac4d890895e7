package perennial.activity.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import perennial.activity.Shop.Settings;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;

/** The stored settings of the shop. */
@ApplicationScoped
public class ShopRow {
    @PersistenceContext(unitName = "activity")
    private EntityManager entities;

    public Optional<Settings> read() {
        return Optional.ofNullable(entities.find(ShopEntity.class, ShopEntity.ONLY))
                .map(ShopEntity::toSettings);
    }

    /** The settings of a shop that must be open by now. */
    public Settings opened() {
        return read().orElseThrow(() -> new ConflictException(
                new Words("the shop has not been opened", "店铺尚未开通"),
                new Words("give its name, currency and zone first, then import orders", "请先给出店铺的名称、货币和时区，再导入订单")));
    }

    public void write(Settings settings) {
        entities.merge(new ShopEntity(settings));
    }
}
