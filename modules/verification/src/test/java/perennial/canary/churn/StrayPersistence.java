package perennial.canary.churn;

import jakarta.persistence.EntityManager;

/** A promise that hands the entities out. */
public interface StrayPersistence {
    EntityManager entities();
}
