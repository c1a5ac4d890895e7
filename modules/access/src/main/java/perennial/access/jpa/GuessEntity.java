package perennial.access.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import perennial.access.model.Guesses;

@Entity
@Table(name = "login_guess")
@SuppressWarnings("UnusedVariable") // queries read the fields
class GuessEntity {
    @Id
    private String subject;

    private int failures;

    @Column(name = "last_at")
    private OffsetDateTime lastAt;

    protected GuessEntity() {}

    Guesses toGuesses() {
        return new Guesses(failures, lastAt.toInstant());
    }

    void set(Guesses guesses) {
        failures = guesses.failures();
        lastAt = guesses.last().atOffset(ZoneOffset.UTC);
    }
}
