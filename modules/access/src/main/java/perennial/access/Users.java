package perennial.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The people who may enter the console. A name is kept in lower case and means the same person however it is written.
 * An administrator is always left: whatever would leave none is refused.
 */
public interface Users {
    /**
     * Makes a user with a password made by chance, which has to be changed at the first login.
     *
     * @param actor who makes the user
     * @throws perennial.kernel.InvalidInputException if the name does not fit
     * @throws NameTakenException if a user or a key of that name exists
     */
    IssuedPassword create(String name, Role role, String actor);

    /**
     * Lets a user in no more, at once.
     *
     * @throws UnknownUserException if there is no user of that name
     * @throws LastAdministratorException if no administrator would be left
     */
    void disable(String name, String actor);

    /** @throws UnknownUserException if there is no user of that name */
    void enable(String name, String actor);

    /**
     * @throws UnknownUserException if there is no user of that name
     * @throws LastAdministratorException if no administrator would be left
     */
    void changeRole(String name, Role role, String actor);

    /**
     * Gives a user a new password made by chance and forgets the failed logins under this name.
     *
     * @throws UnknownUserException if there is no user of that name
     */
    IssuedPassword resetPassword(String name, String actor);

    /**
     * Keeps the language in which a user reads the console.
     *
     * @throws UnknownUserException if there is no user of that name
     */
    void chooseLanguage(String name, Locale language);

    Optional<User> find(String name);

    /** By name. */
    List<User> all();

    /**
     * A user as others may see them.
     *
     * @param language chosen by the user; empty: that of the browser
     * @param passwordSet since when the present password is good; a session that began with an earlier one is over
     * @param entered the last login
     */
    record User(
            String name,
            Role role,
            Optional<Locale> language,
            Instant created,
            Optional<Instant> disabled,
            Instant passwordSet,
            boolean mustChangePassword,
            Optional<Instant> entered) {
        public boolean enabled() {
            return disabled.isEmpty();
        }

        public Caller caller() {
            return new Caller(name, role);
        }
    }

    /** A password made by chance, shown this once: four groups of four letters and digits that don't look alike. */
    record IssuedPassword(String user, String password) {}
}
