package perennial.crmapi.segmentation;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Standing;
import perennial.kernel.Run;
import perennial.overview.Overview;
import perennial.segmentation.SegmentationVersions;
import perennial.segmentation.SegmentationVersions.Remark;

@Path("models/segmentation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class SegmentationVersionResource {
    @Inject
    private SegmentationVersions versions;

    @Inject
    private Overview overview;

    @Context
    private SecurityContext caller;

    @GET
    @Path("versions")
    @Conditional
    @Operation(summary = "The versions of the segmentation with what was decided about each, the newest first")
    public VersionsView all() {
        return VersionsView.whole(overview.inForce().map(versions::all).orElse(List.of()).stream()
                .map(VersionView::of)
                .toList());
    }

    @POST
    @Path("approve")
    @NeedsRole(Role.ANALYST)
    @Operation(summary = "Puts the version that waits in force")
    public void approve(@Nullable DecisionOnVersionView decision) {
        DecisionOnVersionView given = Bodies.given(decision);
        versions.approve(inForce(), Bodies.given(given.proposal(), "proposal"), remark(given.comment()));
    }

    @POST
    @Path("reject")
    @NeedsRole(Role.ANALYST)
    @Operation(summary = "Keeps the version that waits from ever going live; the one in force stays")
    public void reject(@Nullable DecisionOnVersionView decision) {
        DecisionOnVersionView given = Bodies.given(decision);
        versions.reject(inForce(), Bodies.given(given.proposal(), "proposal"), remark(given.comment()));
    }

    @POST
    @Path("rollback")
    @NeedsRole(Role.ANALYST)
    @Operation(summary = "Puts the version that was live before the one in force back in force")
    public void rollBack(@Nullable WayBackView wayBack) {
        WayBackView given = Bodies.given(wayBack);
        versions.rollBack(inForce(), Bodies.given(given.live(), "live"), remark(given.comment()));
    }

    private Run inForce() {
        return Standing.of(overview.inForce());
    }

    private Remark remark(@Nullable String comment) {
        return new Remark(caller.getUserPrincipal().getName(), Objects.requireNonNullElse(comment, ""));
    }

    /**
     * @param proposal the version that was looked at, so that no other one is decided about
     * @param comment why; may be missing
     */
    public record DecisionOnVersionView(
            @Nullable Long proposal, @Nullable String comment) {}

    /**
     * @param live the version in force that was looked at, so that asking twice goes back once
     * @param comment why; may be missing
     */
    public record WayBackView(@Nullable Long live, @Nullable String comment) {}

    /** @param next null: the list is never paged */
    public record VersionsView(
            List<VersionView> items, @Nullable String next) {
        static VersionsView whole(List<VersionView> items) {
            return new VersionsView(items, null);
        }
    }
}
