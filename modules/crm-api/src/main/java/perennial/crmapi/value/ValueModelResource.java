package perennial.crmapi.value;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;
import perennial.overview.Overview;
import perennial.value.ValueModels;

@Path("models/value")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class ValueModelResource {
    @Inject
    private ValueModels models;

    @Inject
    private Overview overview;

    @Context
    private SecurityContext caller;

    @GET
    @Conditional
    @Operation(summary = "The value models in force: parameters, why this model, and how well it foretold the past")
    public ValueModelView model() {
        return overview.inForce()
                .map(run -> ValueModelView.of(models.evidence(run)))
                .orElseThrow(() -> new ConflictException(
                        new Words("no run has ended", "还没有完成的运行"),
                        new Words("start a run and wait for it", "请启动一次运行并等待其完成")));
    }

    @POST
    @Path("choice")
    @NeedsRole(Role.OPERATOR)
    @Operation(summary = "Has the next run choose the purchase model anew by a back-test")
    public void choose() {
        models.askForChoice(caller.getUserPrincipal().getName());
    }
}
