package perennial.crmapi.churn;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.churn.ChurnModels;
import perennial.churn.ChurnModels.Remark;
import perennial.churn.ChurnScores;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.Ids;
import perennial.crmapi.wire.Standing;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.overview.Overview;

@Path("models/churn")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class ChurnModelResource {
    private static final Words KIND = new Words("churn model", "流失模型");

    @Inject
    private ChurnScores scores;

    @Inject
    private ChurnModels models;

    @Inject
    private Overview overview;

    @Context
    private SecurityContext caller;

    @GET
    @Conditional
    @Operation(summary = "How the churn model in force was trained, and how well it foretold a later time")
    public ChurnModelView model() {
        Run run = inForce();
        return ChurnModelView.of(scores.model(run), scores.picture(run), scores.warnings(run));
    }

    @GET
    @Path("versions")
    @Operation(summary = "The models that runs trained with their cards, the newest first")
    public ChurnVersionsView versions() {
        return new ChurnVersionsView(
                overview.inForce().map(models::versions).orElse(List.of()).stream()
                        .map(ChurnVersionView::of)
                        .toList(),
                null);
    }

    @POST
    @Path("versions/{id}/put-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsRole(Role.ANALYST)
    @Operation(summary = "Has the next run score by a model that was in force before, unless a better one comes")
    public void putBack(@PathParam("id") String id, @Nullable PutBackView wish) {
        String comment = Optional.ofNullable(wish).map(PutBackView::comment).orElse("");
        models.putBack(
                inForce(),
                Ids.number(KIND, id),
                new Remark(caller.getUserPrincipal().getName(), comment));
    }

    @GET
    @Path("search")
    @Operation(summary = "The last search for the settings of the churn models, trial by trial, the best first")
    public ChurnSearchView search() {
        return models.search(inForce())
                .map(ChurnSearchView::of)
                .orElseThrow(() -> Ids.nothing(new Words("search", "搜索"), "last"));
    }

    @POST
    @Path("search")
    @NeedsRole(Role.OPERATOR)
    @Operation(summary = "Has the next run look for the settings of the churn models anew")
    public void askForSearch() {
        models.askForSearch(caller.getUserPrincipal().getName());
    }

    private Run inForce() {
        return Standing.of(overview.inForce());
    }

    /** @param comment why, up to 500 characters; may be missing */
    public record PutBackView(@Nullable String comment) {}

    /** @param next null: the list is never paged */
    public record ChurnVersionsView(
            List<ChurnVersionView> items, @Nullable String next) {}
}
