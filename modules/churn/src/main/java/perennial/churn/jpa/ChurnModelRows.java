package perennial.churn.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;

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

    void forget(@Observes RunsExpired expired) {
        List.of("churn_measure", "churn_model")
                .forEach(table -> entities.createNativeQuery("delete from " + table + " where run_id < ?1")
                        .setParameter(1, expired.oldestKept())
                        .executeUpdate());
    }

    public ChurnEvidence read(Run run) {
        return entities.find(ChurnModelEntity.class, run.id()).toModel();
    }
}
