package perennial.access.ejb;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import perennial.access.UnknownUserException;
import perennial.access.Users.User;
import perennial.access.jpa.UserRows;
import perennial.access.model.UserName;
import perennial.kernel.Act;

/** Writes down what an admitted user did at the door. */
@Stateless
public class LoginKeeping {
    private UserRows users;
    private Event<Act> acts;
    private Clock clock;

    /** Of the proxy that the container puts before a bean without an interface; it never works. */
    @SuppressWarnings("NullAway.Init")
    protected LoginKeeping() {}

    @Inject
    public LoginKeeping(UserRows users, Event<Act> acts) {
        this(users, acts, Clock.systemUTC());
    }

    LoginKeeping(UserRows users, Event<Act> acts, Clock clock) {
        this.users = users;
        this.acts = acts;
        this.clock = clock;
    }

    public User entered(UserName name) {
        users.entered(name.value(), clock.instant());
        acts.fire(new Act(name.value(), "login.admitted", name.value()));
        return existing(name);
    }

    public User passwordChosen(UserName name, String hash) {
        users.setPassword(name.value(), hash, false, clock.instant());
        acts.fire(new Act(name.value(), "user.password-chosen", name.value()));
        return existing(name);
    }

    public void rehash(UserName name, String hash) {
        users.rehash(name.value(), hash);
    }

    private User existing(UserName name) {
        return users.find(name.value()).orElseThrow(() -> new UnknownUserException(name.value()));
    }
}
