package perennial.access;

import java.time.Instant;
import perennial.access.Users.User;

/**
 * The door of the console. Failed attempts are counted for the name and for the address that they came from, known or
 * not; from the fifth for a name and the twentieth from an address on, each one doubles the wait before the next, from
 * half a minute up to an hour. What is counted is kept in the database, so neither a restart nor another node forgets
 * it.
 */
public interface Logins {
    /**
     * Tries a password. A name that nobody has is refused exactly as a wrong password is, and takes as long.
     *
     * @param address where the attempt comes from
     */
    Answer enter(String name, String password, String address);

    /**
     * Changes one's own password.
     *
     * @param current the present one, tried as at a login
     * @throws UnfitPasswordException if the new one is too easy to guess
     */
    Answer changePassword(String name, String current, String chosen, String address);

    /** What came of an attempt. */
    sealed interface Answer {}

    /** The password was right. */
    record Admitted(User user) implements Answer {}

    /** No enabled user has this name and this password. */
    record Refused() implements Answer {}

    /**
     * There were too many failures; the password was not even looked at, or was wrong once too often.
     *
     * @param until from when another attempt is looked at
     */
    record Barred(Instant until) implements Answer {}
}
