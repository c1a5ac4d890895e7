package perennial.value.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Currency;
import perennial.kernel.Run;
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

    public ValueModel read(Run run, Currency currency) {
        return entities.find(ValueModelEntity.class, run.id()).toModel(currency);
    }
}
