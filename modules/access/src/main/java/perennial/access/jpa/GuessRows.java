package perennial.access.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import perennial.access.model.Guesses;

/** The stored counts of failed logins, by the fingerprint of a name or an address. */
@ApplicationScoped
public class GuessRows {
    @PersistenceContext(unitName = "access")
    private EntityManager entities;

    protected GuessRows() {}

    public GuessRows(EntityManager entities) {
        this.entities = entities;
    }

    /** What was counted so far; nobody else counts for the same subject until the transaction ends. */
    public Guesses held(String subject) {
        entities.createNativeQuery(
                        "insert into login_guess (subject, failures, last_at) values (?, 0, ?) on conflict do nothing")
                .setParameter(1, subject)
                .setParameter(2, Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return row(subject).toGuesses();
    }

    /** Of a subject that is held. */
    public void put(String subject, Guesses guesses) {
        row(subject).set(guesses);
    }

    public void forget(String subject) {
        entities.createQuery("delete from GuessEntity g where g.subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
    }

    public void forgetBefore(Instant instant) {
        entities.createQuery("delete from GuessEntity g where g.lastAt < :instant")
                .setParameter("instant", instant.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private GuessEntity row(String subject) {
        return Objects.requireNonNull(entities.find(GuessEntity.class, subject, LockModeType.PESSIMISTIC_WRITE));
    }
}
