package perennial.access.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import perennial.access.Logins;
import perennial.access.UnfitPasswordException;
import perennial.access.UnfitPasswordException.Flaw;
import perennial.access.jpa.UserRows;
import perennial.access.model.PasswordHashing;
import perennial.access.model.PasswordPolicy;
import perennial.access.model.UserName;

/** Hashing takes long on purpose, so no transaction, and no connection, is held meanwhile. */
@Stateless
@Local(Logins.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Admission implements Logins {
    private final GuessCounting guesses;
    private final UserRows users;
    private final LoginKeeping logins;
    private final PasswordHashing hashing;
    private final Clock clock;

    @Inject
    public Admission(GuessCounting guesses, UserRows users, LoginKeeping logins) {
        this(guesses, users, logins, PasswordHashing.standard(), Clock.systemUTC());
    }

    Admission(GuessCounting guesses, UserRows users, LoginKeeping logins, PasswordHashing hashing, Clock clock) {
        this.guesses = guesses;
        this.users = users;
        this.logins = logins;
        this.hashing = hashing;
        this.clock = clock;
    }

    @Override
    public Answer enter(String name, String password, String address) {
        Attempt attempt = new Attempt(UserName.typed(name), address);
        return tried(attempt, password).orElseGet(() -> {
            renewHash(attempt.name(), password);
            return new Admitted(logins.entered(attempt.name()));
        });
    }

    @Override
    public Answer changePassword(String name, String current, String chosen, String address) {
        Attempt attempt = new Attempt(UserName.typed(name), address);
        PasswordPolicy.check(chosen, attempt.name().value());
        if (chosen.equals(current)) {
            throw new UnfitPasswordException(Flaw.UNCHANGED);
        }
        return tried(attempt, current)
                .orElseGet(() -> new Admitted(logins.passwordChosen(attempt.name(), hashing.hash(chosen))));
    }

    /** Why the attempt fails; empty if the password is right. */
    private Optional<Answer> tried(Attempt attempt, String password) {
        GuessCounting.Turn turn = guesses.take(attempt);
        if (!turn.isOpen()) {
            return Optional.of(new Barred(turn.until()));
        }
        Optional<String> hash = users.openingHash(attempt.name().value());
        boolean matches = hashing.matches(password, hash.orElseGet(hashing::ofNobody));
        if (matches && hash.isPresent()) {
            guesses.pardon(attempt);
            return Optional.empty();
        }
        Instant now = clock.instant();
        boolean startsAWait = now.isBefore(turn.until());
        guesses.recordFailure(attempt, startsAWait);
        return Optional.of(startsAWait ? new Barred(turn.until()) : new Refused());
    }

    private void renewHash(UserName name, String password) {
        users.openingHash(name.value())
                .filter(hashing::isOutdated)
                .ifPresent(outdated -> logins.rehash(name, hashing.hash(password)));
    }
}
