package perennial.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import perennial.access.Users;
import perennial.access.Users.User;

/** What a session remembers of a login: who came in, and since when the password is good that was given. */
record Pass(String name, Instant passwordSet) implements Serializable {
    private static final String ATTRIBUTE = "perennial.pass";

    /** Begins a session under a number that nobody can have known before. */
    static void give(HttpServletRequest request, User user) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, new Pass(user.name(), user.passwordSet()));
    }

    static Optional<Pass> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(Pass.class::cast);
    }

    static void takeBack(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
    }

    /** Who it lets in now; nobody whose user was disabled or got another password meanwhile. */
    Optional<User> holder(Users users) {
        return users.find(name)
                .filter(User::enabled)
                .filter(user -> user.passwordSet().equals(passwordSet));
    }
}
