package perennial.crmapi.activity;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.activity.Shop;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Bodies;
import perennial.pipeline.Runs;

@Path("instance")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class InstanceResource {
    @Inject
    private Shop shop;

    @Inject
    private Runs runs;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "Which shop this server serves, and its last run")
    public InstanceView instance() {
        Optional<Shop.Settings> settings = shop.settings();
        return new InstanceView(
                settings.isPresent() ? "open" : "empty",
                settings.map(ShopView::of).orElse(null),
                runs.latest(1).stream().findFirst().map(LastRunView::of).orElse(null));
    }

    @PUT
    @Path("shop")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsRole(Role.OPERATOR)
    @Operation(summary = "Opens the shop, or changes its settings")
    public void open(@Nullable ShopView settings) {
        shop.open(Bodies.given(settings).toSettings(), caller.getUserPrincipal().getName());
    }

    /** @param state empty until the shop has been opened, then open */
    public record InstanceView(
            String state, @Nullable ShopView shop, @Nullable LastRunView lastRun) {}

    public record LastRunView(long id, String status, Instant asOf) {
        static LastRunView of(Runs.RunReport run) {
            return new LastRunView(run.id(), run.status().name().toLowerCase(Locale.ROOT), run.asOf());
        }
    }
}
