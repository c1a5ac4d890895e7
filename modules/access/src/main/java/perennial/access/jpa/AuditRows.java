package perennial.access.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import perennial.access.AuditTrail.Entry;
import perennial.access.AuditTrail.Selection;
import perennial.kernel.Act;

/** The stored audit trail. */
@ApplicationScoped
public class AuditRows {
    @PersistenceContext(unitName = "access")
    private EntityManager entities;

    protected AuditRows() {}

    public AuditRows(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Instant at, Act act) {
        entities.persist(new AuditEntity(at, act));
    }

    public List<Entry> entries(Selection selection, int limit) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        selection.actor().ifPresent(actor -> conditions.put("a.actor = :actor", actor));
        selection.deed().ifPresent(deed -> conditions.put("a.deed = :deed", deed));
        selection.before().ifPresent(id -> conditions.put("a.id < :before", id));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions.keySet());
        TypedQuery<AuditEntity> query =
                entities.createQuery("select a from AuditEntity a" + where + " order by a.id desc", AuditEntity.class);
        conditions.forEach(
                (condition, value) -> query.setParameter(condition.substring(condition.indexOf(':') + 1), value));
        return query.setMaxResults(limit)
                .getResultStream()
                .map(AuditEntity::toEntry)
                .toList();
    }

    public List<String> deeds() {
        return entities.createQuery("select distinct a.deed from AuditEntity a order by a.deed", String.class)
                .getResultList();
    }
}
