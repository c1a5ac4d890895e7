package perennial.crmapi.pipeline;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.wire.Created;
import perennial.crmapi.wire.Ids;
import perennial.kernel.Words;
import perennial.pipeline.Runs;

@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class RunResource {
    private static final int LATEST = 100;

    @Inject
    private Runs runs;

    @Context
    private SecurityContext caller;

    @POST
    @Created
    @NeedsRole(Role.OPERATOR)
    @Operation(summary = "Starts a weekly run now")
    public RunView start() {
        return RunView.of(runs.report(runs.start(caller.getUserPrincipal().getName())));
    }

    @GET
    @Operation(summary = "The latest runs")
    public RunsView latest() {
        return RunsView.whole(runs.latest(LATEST).stream().map(RunView::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far a run is, step by step")
    public RunView report(@PathParam("id") String id) {
        return RunView.of(runs.report(Ids.number(new Words("run", "运行"), id)));
    }
}
