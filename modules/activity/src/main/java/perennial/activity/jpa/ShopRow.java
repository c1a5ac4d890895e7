package perennial.activity.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import perennial.activity.Shop.Settings;

/** The stored settings of the shop. */
@ApplicationScoped
public class ShopRow {
    @PersistenceContext(unitName = "activity")
    private EntityManager entities;

    public Optional<Settings> read() {
        return Optional.ofNullable(entities.find(ShopEntity.class, ShopEntity.ONLY))
                .map(ShopEntity::toSettings);
    }

    public void write(Settings settings) {
        entities.merge(new ShopEntity(settings));
    }
}
