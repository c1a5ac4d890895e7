package perennial.crmapi.access;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.access.UnknownUserException;
import perennial.access.Users;
import perennial.crmapi.door.ShownOnce;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Created;

@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.ADMINISTRATOR)
public class UserResource {
    @Inject
    private Users users;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "The users of the console, by name")
    public UsersView all() {
        return UsersView.whole(users.all().stream().map(UserView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a user; the password is shown this once",
            description = "It is made by chance and has to be changed at the first login.")
    @APIResponse(responseCode = "201", description = "The user and the password")
    @APIResponse(responseCode = "400", description = "The name does not fit, or there is no such role")
    @APIResponse(responseCode = "409", description = "A user or a key of that name exists")
    @Created
    @ShownOnce
    public IssuedPasswordView create(@Nullable NewUserView user) {
        NewUserView wanted = Bodies.given(user);
        return IssuedPasswordView.of(users.create(
                Bodies.given(wanted.name(), "name"), Role.named(Bodies.given(wanted.role(), "role")), actor()));
    }

    @PATCH
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes a user's role, or lets the user in no more or again",
            description = "What is missing stays as it is. It holds at once, for sessions that go on too.")
    @APIResponse(responseCode = "200", description = "The user as changed")
    @APIResponse(responseCode = "404", description = "There is no user of that name")
    @APIResponse(responseCode = "409", description = "No administrator would be left")
    public UserView change(@PathParam("name") String name, @Nullable UserChangeView change) {
        UserChangeView wanted = Bodies.given(change);
        Optional<Role> role = Optional.ofNullable(wanted.role()).map(Role::named);
        role.ifPresent(given -> users.changeRole(name, given, actor()));
        Optional.ofNullable(wanted.enabled()).ifPresent(enabled -> allow(name, enabled));
        return users.find(name).map(UserView::of).orElseThrow(() -> new UnknownUserException(name));
    }

    @POST
    @Path("{name}/password")
    @Operation(
            summary = "Gives a user a new password, shown this once",
            description = "It is made by chance and has to be changed at the next login; the old one opens nothing.")
    @APIResponse(responseCode = "201", description = "The user and the password")
    @APIResponse(responseCode = "404", description = "There is no user of that name")
    @Created
    @ShownOnce
    public IssuedPasswordView resetPassword(@PathParam("name") String name) {
        return IssuedPasswordView.of(users.resetPassword(name, actor()));
    }

    private void allow(String name, boolean enabled) {
        if (enabled) {
            users.enable(name, actor());
        } else {
            users.disable(name, actor());
        }
    }

    private String actor() {
        return caller.getUserPrincipal().getName();
    }

    public record NewUserView(
            @Nullable String name, @Nullable String role) {}

    /**
     * @param role missing: it stays
     * @param enabled whether the user may log in; missing: it stays
     */
    public record UserChangeView(
            @Nullable String role, @Nullable Boolean enabled) {}

    public record IssuedPasswordView(String name, String password) {
        static IssuedPasswordView of(Users.IssuedPassword issued) {
            return new IssuedPasswordView(issued.user(), issued.password());
        }
    }

    /**
     * @param language chosen by the user, as {@code en} or {@code zh-CN}; null: that of the browser
     * @param entered the last login
     */
    public record UserView(
            String name,
            String role,
            @Nullable String language,
            Instant created,
            @Nullable Instant disabled,
            boolean mustChangePassword,
            @Nullable Instant entered) {
        static UserView of(Users.User user) {
            return new UserView(
                    user.name(),
                    user.role().label(),
                    user.language().map(Locale::toLanguageTag).orElse(null),
                    user.created(),
                    user.disabled().orElse(null),
                    user.mustChangePassword(),
                    user.entered().orElse(null));
        }
    }

    /** @param next null: the list is never paged */
    public record UsersView(List<UserView> items, @Nullable String next) {
        public static UsersView whole(List<UserView> items) {
            return new UsersView(items, null);
        }
    }
}
