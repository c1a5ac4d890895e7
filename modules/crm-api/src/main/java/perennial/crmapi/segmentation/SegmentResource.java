package perennial.crmapi.segmentation;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.overview.CustomerSets;
import perennial.crmapi.overview.CustomersView;
import perennial.crmapi.wire.Csv;
import perennial.crmapi.wire.Ids;
import perennial.crmapi.wire.MoneyView;
import perennial.crmapi.wire.NdJson;
import perennial.crmapi.wire.Numbers;
import perennial.kernel.Words;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;
import perennial.segmentation.Segments;
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

    @GET
    @Conditional
    @Operation(summary = "The segments of the run in force, the largest first")
    public SegmentsView all() {
        return SegmentsView.whole(overview.inForce()
                .map(run -> segments.segmentation(run).segments().stream()
                        .map(SegmentView::of)
                        .toList())
                .orElse(List.of()));
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

    /**
     * @param share of the customers who are in a segment, 0 to 1
     * @param sales what its members spent so far
     * @param expectedValue what they are expected to spend in 12 months; null where not known
     * @param centroid the mean by feature label, in the feature's own unit
     * @param claims what the name says: the segment's mean against that of all
     */
    public record SegmentView(
            String id,
            String name,
            String nameZh,
            long size,
            double share,
            MoneyView sales,
            @Nullable MoneyView expectedValue,
            Map<String, Double> centroid,
            List<ClaimView> claims) {
        static SegmentView of(Segment segment) {
            return new SegmentView(
                    segment.id(),
                    segment.name().english(),
                    segment.name().chinese(),
                    segment.size(),
                    segment.share(),
                    MoneyView.of(segment.sales()),
                    segment.expectedValue().map(MoneyView::of).orElse(null),
                    segment.centroid(),
                    segment.claims().stream().map(ClaimView::of).toList());
        }
    }

    public record ClaimView(String feature, double segment, double base) {
        static ClaimView of(Segments.Claim claim) {
            return new ClaimView(claim.feature(), claim.segment(), claim.base());
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
