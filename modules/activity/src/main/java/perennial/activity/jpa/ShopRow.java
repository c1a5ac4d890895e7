package perennial.activity.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import perennial.activity.Shop.Settings;
import perennial.kernel.ConflictException;

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
        return read().orElseThrow(() ->
                new ConflictException("the shop is not open yet", "give its name, currency and zone first"));
    }

    public void write(Settings settings) {
        entities.merge(new ShopEntity(settings));
    }
}
