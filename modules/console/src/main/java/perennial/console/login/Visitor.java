package perennial.console.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import perennial.access.Role;
import perennial.access.Users.User;

/** Who looks at the page. */
@Named
@RequestScoped
public class Visitor {
    private static final String ATTRIBUTE = "perennial.visitor";

    @Inject
    private HttpServletRequest request;

    static void present(User user, HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, user);
    }

    private Optional<User> user() {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(User.class::cast);
    }

    public boolean isKnown() {
        return user().isPresent();
    }

    /** The name for the audit trail. */
    public String getName() {
        return user().map(User::name).orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }

    public String getRole() {
        return user().map(User::role).map(Role::label).orElse("");
    }

    public boolean isNew() {
        return user().map(User::mustChangePassword).orElse(false);
    }

    /** Whether to offer what needs that role: a page asks before it shows, {@link #need} before it acts. */
    public boolean may(String role) {
        return user().map(User::role)
                .filter(own -> own.covers(Role.named(role)))
                .isPresent();
    }

    /** @throws ForbiddenException if the visitor has no role that covers the one needed */
    public void need(Role role) {
        if (!may(role.label())) {
            throw new ForbiddenException(role);
        }
    }

    /** Somebody asked for what a page does not offer them. */
    public static class ForbiddenException extends RuntimeException {
        ForbiddenException(Role role) {
            super("this needs the role " + role.label());
        }
    }
}
