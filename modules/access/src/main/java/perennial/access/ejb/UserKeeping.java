package perennial.access.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import perennial.access.LastAdministratorException;
import perennial.access.NameTakenException;
import perennial.access.Role;
import perennial.access.Users;
import perennial.access.jpa.ApiKeyRows;
import perennial.access.jpa.GuessRows;
import perennial.access.jpa.UserRows;
import perennial.access.model.PasswordHashing;
import perennial.access.model.UserName;
import perennial.kernel.Act;

@Stateless
@Local(Users.class)
public class UserKeeping implements Users {
    private final UserRows rows;
    private final ApiKeyRows keys;
    private final GuessRows guesses;
    private final Event<Act> acts;
    private final PasswordHashing hashing;
    private final Clock clock;

    @Inject
    public UserKeeping(UserRows rows, ApiKeyRows keys, GuessRows guesses, Event<Act> acts) {
        this(rows, keys, guesses, acts, PasswordHashing.standard(), Clock.systemUTC());
    }

    UserKeeping(
            UserRows rows, ApiKeyRows keys, GuessRows guesses, Event<Act> acts, PasswordHashing hashing, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.guesses = guesses;
        this.acts = acts;
        this.hashing = hashing;
        this.clock = clock;
    }

    @Override
    public IssuedPassword create(String name, Role role, String actor) {
        String chosen = UserName.chosen(name).value();
        if (rows.exists(chosen)) {
            throw new NameTakenException("user", chosen);
        }
        if (keys.exists(chosen)) {
            throw new NameTakenException("key", chosen);
        }
        String password = Secrets.password();
        rows.add(chosen, role, hashing.hash(password), clock.instant());
        acts.fire(new Act(actor, "user.created", chosen + ": " + role.label()));
        return new IssuedPassword(chosen, password);
    }

    @Override
    public void disable(String name, String actor) {
        String known = known(name);
        leaveAnAdministratorBeside(known);
        rows.disable(known, clock.instant());
        acts.fire(new Act(actor, "user.disabled", known));
    }

    @Override
    public void enable(String name, String actor) {
        String known = known(name);
        rows.enable(known);
        acts.fire(new Act(actor, "user.enabled", known));
    }

    @Override
    public void changeRole(String name, Role role, String actor) {
        String known = known(name);
        if (role != Role.ADMINISTRATOR) {
            leaveAnAdministratorBeside(known);
        }
        rows.setRole(known, role);
        acts.fire(new Act(actor, "user.role-changed", known + ": " + role.label()));
    }

    @Override
    public IssuedPassword resetPassword(String name, String actor) {
        String known = known(name);
        String password = Secrets.password();
        rows.setPassword(known, hashing.hash(password), true, clock.instant());
        guesses.forget(new Attempt(new UserName(known), "").nameSubject());
        acts.fire(new Act(actor, "user.password-reset", known));
        return new IssuedPassword(known, password);
    }

    @Override
    public void chooseLanguage(String name, Locale language) {
        rows.setLanguage(known(name), language);
    }

    @Override
    public Optional<User> find(String name) {
        return rows.find(known(name));
    }

    @Override
    public List<User> all() {
        return rows.all();
    }

    private void leaveAnAdministratorBeside(String name) {
        if (rows.administratorsHeld().equals(List.of(name))) {
            throw new LastAdministratorException(name);
        }
    }

    private static String known(String name) {
        return UserName.typed(name).value();
    }
}
