package perennial.value.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.value.ValueModels.FitEvidence;
import perennial.value.ValueScores.State;
import perennial.value.ValueScores.ValueModel;

/** The evidence of each run's models. */
@ApplicationScoped
public class ValueModelRows {
    @PersistenceContext(unitName = "value")
    private EntityManager entities;

    public void write(Run run, ValueModel model, Optional<FitEvidence> fit, Optional<Long> choice) {
        ValueModelEntity earlier = entities.find(ValueModelEntity.class, run.id());
        if (earlier != null) {
            entities.remove(earlier);
            entities.flush();
        }
        entities.persist(new ValueModelEntity(run, model, fit, choice));
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

    public Optional<FitEvidence> fit(Run run) {
        return Optional.ofNullable(entities.find(ValueModelEntity.class, run.id()))
                .flatMap(ValueModelEntity::toFit);
    }

    /** The number of the choice that the run went by. */
    public Optional<Long> choice(Run run) {
        return Optional.ofNullable(entities.find(ValueModelEntity.class, run.id()))
                .flatMap(ValueModelEntity::choice);
    }

    /** The number of the last run before this one that had a model. */
    public Optional<Long> before(Run run) {
        return Optional.ofNullable(entities.createQuery(
                        "select max(model.runId) from ValueModelEntity model "
                                + "where model.runId < :run and model.state = :fitted",
                        Long.class)
                .setParameter("run", run.id())
                .setParameter("fitted", State.FITTED)
                .getSingleResult());
    }
}
