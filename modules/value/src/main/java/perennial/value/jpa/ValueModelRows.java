package perennial.value.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Currency;
import java.util.List;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.value.ValueScores.ValueModel;

/** The evidence of each run's models. */
@ApplicationScoped
public class ValueModelRows {
    @PersistenceContext(unitName = "value")
    private EntityManager entities;

    public void write(Run run, ValueModel model) {
        ValueModelEntity earlier = entities.find(ValueModelEntity.class, run.id());
        if (earlier != null) {
            entities.remove(earlier);
            entities.flush();
        }
        entities.persist(new ValueModelEntity(run, model));
    }

    void forget(@Observes RunsExpired expired) {
        List.of("value_parameter", "value_model")
                .forEach(table -> entities.createNativeQuery("delete from " + table + " where run_id < ?1")
                        .setParameter(1, expired.oldestKept())
                        .executeUpdate());
    }

    public ValueModel read(Run run, Currency currency) {
        return entities.find(ValueModelEntity.class, run.id()).toModel(currency);
    }
}
