package perennial.crmapi.access;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.ApiKeys;
import perennial.access.Role;
import perennial.crmapi.door.ShownOnce;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Created;

@Path("keys")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.ADMINISTRATOR)
public class KeyResource {
    @Inject
    private ApiKeys keys;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "The API keys, without their secrets")
    public KeysView all() {
        return KeysView.whole(keys.all().stream().map(KeyView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes an API key; its secret is shown this once")
    @Created
    @ShownOnce
    public IssuedKeyView issue(@Nullable NewKeyView key) {
        NewKeyView wanted = Bodies.given(key);
        return IssuedKeyView.of(keys.issue(
                Bodies.given(wanted.name(), "name"),
                Role.named(Bodies.given(wanted.role(), "role")),
                Optional.ofNullable(wanted.expires()),
                caller.getUserPrincipal().getName()));
    }

    @DELETE
    @Path("{name}")
    @Operation(summary = "Revokes an API key at once")
    public void revoke(@PathParam("name") String name) {
        keys.revoke(name, caller.getUserPrincipal().getName());
    }

    /** @param expires the instant from which the key no longer opens; missing: it does not end by itself */
    public record NewKeyView(
            @Nullable String name,
            @Nullable String role,
            @Nullable Instant expires) {}

    public record IssuedKeyView(String name, String role, String secret) {
        static IssuedKeyView of(ApiKeys.IssuedKey key) {
            return new IssuedKeyView(key.name(), key.role().label(), key.secret());
        }
    }

    public record KeyView(
            String name,
            String role,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant revoked) {
        static KeyView of(ApiKeys.ApiKey key) {
            return new KeyView(
                    key.name(),
                    key.role().label(),
                    key.created(),
                    key.expires().orElse(null),
                    key.revoked().orElse(null));
        }
    }

    /** @param next null: the list is never paged */
    public record KeysView(List<KeyView> items, @Nullable String next) {
        public static KeysView whole(List<KeyView> items) {
            return new KeysView(items, null);
        }
    }
}
