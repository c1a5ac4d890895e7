package perennial.crmapi.churn;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.churn.ChurnExplanations;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.failure.Problem;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Standing;
import perennial.kernel.ConflictException;
import perennial.kernel.CustomerId;
import perennial.kernel.Words;
import perennial.overview.Overview;

@Path("customers/{id}/churn")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class CustomerChurnResource {
    @Inject
    private ChurnExplanations explanations;

    @Inject
    private Overview overview;

    @GET
    @Operation(
            summary = "How likely a customer is to stop buying, and what every feature adds to it",
            description = "Sentences are in Chinese where Accept-Language asks for it. 409 for who never bought or has "
                    + "long left: the model knows nothing of them")
    public ExplanationView why(@PathParam("id") String id, @Context HttpHeaders headers) {
        return ExplanationView.of(
                known(explanations.of(Standing.of(overview.inForce()), new CustomerId(id))), Problem.language(headers));
    }

    @POST
    @Path("what-if")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What the model would say of a customer with other features",
            description = "It tells how the model reckons, not what would come of changing anything. Nothing is kept")
    public WhatIfView suppose(
            @PathParam("id") String id, @Nullable SuppositionView supposition, @Context HttpHeaders headers) {
        return WhatIfView.of(
                known(explanations.suppose(
                        Standing.of(overview.inForce()),
                        new CustomerId(id),
                        Bodies.given(supposition).toChanges())),
                Problem.language(headers));
    }

    private static <T> T known(Optional<T> told) {
        return told.orElseThrow(() -> new ConflictException(
                new Words("the run in force gave the customer no score", "当前运行没有给该客户评分"),
                new Words(
                        "ask of customers who bought not too long ago, after a run that trained a model",
                        "请查询近期购买过的客户，且该运行已训练出模型")));
    }
}
