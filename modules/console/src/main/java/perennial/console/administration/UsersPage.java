package perennial.console.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.access.Users;
import perennial.access.Users.IssuedPassword;
import perennial.access.Users.User;
import perennial.console.login.Visitor;
import perennial.console.shell.Notices;

/** The users: made, disabled, given roles and passwords. */
@Named
@ViewScoped
public class UsersPage implements Serializable {
    @Inject
    private Users users;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Secret secret;

    private transient @Nullable List<User> all;
    private @Nullable String name;
    private String role = Role.READER.label();
    private @Nullable String chosen;
    private String chosenRole = Role.READER.label();

    /** As they were when the page was shown, so that a click means the row that was seen. */
    public List<User> getAll() {
        List<User> known = Objects.requireNonNullElseGet(all, users::all);
        all = known;
        return known;
    }

    public List<String> getRoles() {
        return Arrays.stream(Role.values()).map(Role::label).toList();
    }

    public void create() {
        attempt(() -> {
            IssuedPassword issued = users.create(Objects.requireNonNullElse(name, ""), Role.named(role), me());
            secret.show(issued.user(), issued.password());
            name = null;
        });
    }

    /** Opens the row of a user, or closes it again. */
    public void choose(User user) {
        chosen = user.name().equals(chosen) ? null : user.name();
        chosenRole = user.role().label();
    }

    public boolean isChosen(User user) {
        return user.name().equals(chosen);
    }

    public void changeRole(User user) {
        attempt(() -> {
            users.changeRole(user.name(), Role.named(chosenRole), me());
            notices.done(UsersPage.class, "role.changed", user.name());
        });
    }

    public void disable(User user) {
        attempt(() -> {
            users.disable(user.name(), me());
            notices.done(UsersPage.class, "user.disabled", user.name());
        });
    }

    public void enable(User user) {
        attempt(() -> {
            users.enable(user.name(), me());
            notices.done(UsersPage.class, "user.enabled", user.name());
        });
    }

    public void resetPassword(User user) {
        attempt(() -> {
            IssuedPassword issued = users.resetPassword(user.name(), me());
            secret.show(issued.user(), issued.password());
        });
    }

    private void attempt(Runnable deed) {
        visitor.need(Role.ADMINISTRATOR);
        if (notices.trying(deed)) {
            chosen = null;
        }
        all = null;
    }

    private String me() {
        return visitor.getName();
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getChosenRole() {
        return chosenRole;
    }

    public void setChosenRole(String chosenRole) {
        this.chosenRole = chosenRole;
    }
}
