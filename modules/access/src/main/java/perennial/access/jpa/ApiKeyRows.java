package perennial.access.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.access.ApiKeys.ApiKey;
import perennial.access.Caller;
import perennial.access.Role;

/** The stored keys. */
@ApplicationScoped
public class ApiKeyRows {
    @PersistenceContext(unitName = "access")
    private EntityManager entities;

    protected ApiKeyRows() {}

    public ApiKeyRows(EntityManager entities) {
        this.entities = entities;
    }

    public void add(String name, Role role, String fingerprint, Instant created, Optional<Instant> expires) {
        entities.persist(new ApiKeyEntity(name, role, fingerprint, created, expires));
        entities.flush();
    }

    public Optional<Caller> callerOf(String fingerprint, Instant now) {
        return entities.createQuery(
                        "select k from ApiKeyEntity k where k.fingerprint = :fingerprint", ApiKeyEntity.class)
                .setParameter("fingerprint", fingerprint)
                .getResultStream()
                .filter(key -> key.opensAt(now))
                .map(ApiKeyEntity::caller)
                .findFirst();
    }

    public boolean exists(String name) {
        return named(name).isPresent();
    }

    /** False if no key has that name. */
    public boolean revoke(String name, Instant now) {
        Optional<ApiKeyEntity> key = named(name);
        key.ifPresent(k -> k.revoke(now));
        return key.isPresent();
    }

    public List<ApiKey> all() {
        return entities.createQuery("select k from ApiKeyEntity k order by k.name", ApiKeyEntity.class)
                .getResultStream()
                .map(ApiKeyEntity::toApiKey)
                .toList();
    }

    private Optional<ApiKeyEntity> named(String name) {
        return entities.createQuery("select k from ApiKeyEntity k where k.name = :name", ApiKeyEntity.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }
}
