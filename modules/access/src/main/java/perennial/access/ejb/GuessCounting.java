package perennial.access.ejb;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import perennial.access.jpa.GuessRows;
import perennial.access.jpa.UserRows;
import perennial.access.model.Guesses;
import perennial.access.model.UserName;
import perennial.kernel.Act;

/**
 * Counts failed logins. An attempt is counted as failed before its password is looked at and pardoned when it was
 * right, so that many at once are no more than the same number one after the other.
 */
@Stateless
public class GuessCounting {
    private GuessRows rows;
    private UserRows users;
    private Event<Act> acts;
    private Clock clock;

    /** Of the proxy that the container puts before a bean without an interface; it never works. */
    @SuppressWarnings("NullAway.Init")
    protected GuessCounting() {}

    @Inject
    public GuessCounting(GuessRows rows, UserRows users, Event<Act> acts) {
        this(rows, users, acts, Clock.systemUTC());
    }

    GuessCounting(GuessRows rows, UserRows users, Event<Act> acts, Clock clock) {
        this.rows = rows;
        this.users = users;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * What an attempt meets.
     *
     * @param isOpen whether its password is looked at
     * @param until if not: when one will be; if so: when the next one will be, should this one fail
     */
    public record Turn(boolean isOpen, Instant until) {}

    public Turn take(Attempt attempt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as finely as databases keep it
        // Always in this order, so that two attempts can't wait for each other.
        Guesses byName = rows.held(attempt.nameSubject());
        Guesses byAddress = rows.held(attempt.addressSubject());
        Instant until = barredUntil(byName, byAddress);
        if (now.isBefore(until)) {
            return new Turn(false, until);
        }
        Guesses nameAfter = byName.failedAt(now);
        Guesses addressAfter = byAddress.failedAt(now);
        rows.put(attempt.nameSubject(), nameAfter);
        rows.put(attempt.addressSubject(), addressAfter);
        return new Turn(true, barredUntil(nameAfter, addressAfter));
    }

    private static Instant barredUntil(Guesses byName, Guesses byAddress) {
        Instant name = byName.barredUntil(Attempt.FREE_BY_NAME);
        Instant address = byAddress.barredUntil(Attempt.FREE_BY_ADDRESS);
        return name.isAfter(address) ? name : address;
    }

    /** Only the names of users are told: what else was typed may be a password. */
    public void recordFailure(Attempt attempt, boolean startsAWait) {
        String name = users.exists(attempt.name().value()) ? attempt.name().value() : "?";
        String deed = startsAWait ? "login.barred" : "login.refused";
        acts.fire(new Act(UserName.ANONYMOUS, deed, name + " @ " + attempt.address()));
    }

    /** An address is not forgiven its other failures: whoever guesses may have a user of their own. */
    public void pardon(Attempt attempt) {
        rows.forget(attempt.nameSubject());
        rows.put(attempt.addressSubject(), rows.held(attempt.addressSubject()).pardoned());
    }

    public void forgetOldOnes() {
        rows.forgetBefore(clock.instant().minus(Guesses.MEMORY));
    }
}
