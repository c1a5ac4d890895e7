package perennial.churn.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.kernel.Run;

/** The evidence of each run's model. */
@ApplicationScoped
public class ChurnModelRows {
    @PersistenceContext(unitName = "churn")
    private EntityManager entities;

    public void write(Run run, ChurnEvidence model) {
        ChurnModelEntity earlier = entities.find(ChurnModelEntity.class, run.id());
        if (earlier != null) {
            entities.remove(earlier);
            entities.flush();
        }
        entities.persist(new ChurnModelEntity(run, model));
    }

    public ChurnEvidence read(Run run) {
        return entities.find(ChurnModelEntity.class, run.id()).toModel();
    }
}
