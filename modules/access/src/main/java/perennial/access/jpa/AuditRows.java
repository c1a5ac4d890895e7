package perennial.access.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import perennial.access.AuditTrail.Entry;
import perennial.kernel.Act;

/** The stored audit trail. */
@ApplicationScoped
public class AuditRows {
    @PersistenceContext(unitName = "access")
    private EntityManager entities;

    public void add(Instant at, Act act) {
        entities.persist(new AuditEntity(at, act));
    }

    public List<Entry> latest(int limit) {
        return entities.createQuery("select a from AuditEntity a order by a.id desc", AuditEntity.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(AuditEntity::toEntry)
                .toList();
    }
}
