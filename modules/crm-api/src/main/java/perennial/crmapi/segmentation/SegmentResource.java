package perennial.crmapi.segmentation;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.overview.CustomerSets;
import perennial.crmapi.overview.CustomersView;
import perennial.crmapi.wire.Bodies;
import perennial.crmapi.wire.Csv;
import perennial.crmapi.wire.Ids;
import perennial.crmapi.wire.NdJson;
import perennial.crmapi.wire.Numbers;
import perennial.crmapi.wire.Standing;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;
import perennial.segmentation.Segments;
import perennial.segmentation.Segments.Report;
import perennial.segmentation.Segments.Segment;

@Path("segments")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class SegmentResource {
    @Inject
    private Segments segments;

    @Inject
    private Overview overview;

    @Inject
    private CustomerSets customers;

    @Context
    private SecurityContext caller;

    @GET
    @Conditional
    @Operation(summary = "The segments of the run in force, the largest first")
    public SegmentsView all() {
        return SegmentsView.whole(overview.inForce().map(this::views).orElse(List.of()));
    }

    private List<SegmentView> views(Run run) {
        Report report = segments.report(run);
        return SegmentView.of(report.segmentation(), report.lineage());
    }

    @PUT
    @Path("{id}/name")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsRole(Role.ANALYST)
    @Operation(summary = "Gives a segment a name of your own; it stays from run to run")
    public void rename(@PathParam("id") String id, @Nullable NameView name) {
        Words words = Bodies.given(name).toWords();
        segments.rename(
                Standing.of(overview.inForce()),
                id,
                words,
                caller.getUserPrincipal().getName());
    }

    @DELETE
    @Path("{id}/name")
    @NeedsRole(Role.ANALYST)
    @Operation(summary = "Has a segment called by what sets it apart again")
    public void forgetName(@PathParam("id") String id) {
        segments.forgetName(
                Standing.of(overview.inForce()), id, caller.getUserPrincipal().getName());
    }

    @GET
    @Path("{id}/customers")
    @Produces(Csv.MEDIA_TYPE + ";qs=0.5")
    @Operation(summary = "All customers of a segment, as CSV")
    public StreamingOutput csv(@PathParam("id") String id, @QueryParam("sort") @DefaultValue("id") String sort) {
        String segment = known(id);
        return customers.csv(cursor -> query(segment, sort, cursor, CustomerQuery.MOST));
    }

    @GET
    @Path("{id}/customers")
    @Produces(NdJson.MEDIA_TYPE + ";qs=0.4")
    @Operation(summary = "All customers of a segment, one JSON object a line")
    public StreamingOutput ndjson(@PathParam("id") String id, @QueryParam("sort") @DefaultValue("id") String sort) {
        String segment = known(id);
        return customers.ndjson(cursor -> query(segment, sort, cursor, CustomerQuery.MOST));
    }

    // the last one of an address is what /openapi tells
    @GET
    @Path("{id}/customers")
    @Operation(
            summary = "A page of the customers of a segment, as the list of all customers shows them",
            description = "All at once with Accept: text/csv or application/x-ndjson, without cursor and limit")
    public CustomersView members(
            @PathParam("id") String id,
            @QueryParam("sort") @DefaultValue("id") String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        return customers.page(query(known(id), sort, Optional.ofNullable(cursor), Numbers.whole("limit", limit)));
    }

    private static CustomerQuery query(String segment, String sort, Optional<String> cursor, int limit) {
        return CustomerQuery.of(Optional.empty(), Optional.empty(), Optional.of(segment), sort, cursor, limit);
    }

    /** @throws Ids.NamesNothingException if the run in force has no such segment */
    private String known(String id) {
        return overview.inForce().stream()
                .flatMap(run -> segments.segmentation(run).segments().stream())
                .map(Segment::id)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> Ids.nothing(new Words("segment", "客群"), id));
    }

    /** @param nameZh missing: the same as the name */
    public record NameView(@Nullable String name, @Nullable String nameZh) {
        Words toWords() {
            String given = Bodies.given(name, "name");
            return new Words(given, Objects.requireNonNullElse(nameZh, given));
        }
    }

    /** @param next null: the list is never paged */
    public record SegmentsView(
            List<SegmentView> items, @Nullable String next) {
        public static SegmentsView whole(List<SegmentView> items) {
            return new SegmentsView(items, null);
        }
    }
}
