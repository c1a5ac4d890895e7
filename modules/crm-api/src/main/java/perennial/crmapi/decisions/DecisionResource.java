package perennial.crmapi.decisions;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.activity.Shop;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Created;
import perennial.crmapi.wire.Ids;
import perennial.crmapi.wire.Standing;
import perennial.decisions.LiveDecisions;
import perennial.kernel.Words;
import perennial.overview.Overview;

@Path("decisions")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class DecisionResource {
    @Inject
    private LiveDecisions decisions;

    @Inject
    private Overview overview;

    @Inject
    private Shop shop;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Created
    @NeedsRole(Role.MARKETER)
    @Operation(summary = "Decides at once for a customer who orders, leaves a cart, calls the service or visits")
    public AnswerView decide(@Nullable OccasionView occasion) {
        return AnswerView.of(decisions.decide(
                Standing.of(overview.inForce()),
                Bodies.given(occasion)
                        .toOccasion(Standing.opened(shop.settings()).currency())));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What was decided for an occasion")
    public AnswerView find(@PathParam("id") String id) {
        return AnswerView.of(decisions.find(Ids.number(new Words("decision", "决策"), id)));
    }
}
