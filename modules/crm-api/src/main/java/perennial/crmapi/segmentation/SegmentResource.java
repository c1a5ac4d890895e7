package perennial.crmapi.segmentation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.ItemsView;
import perennial.crmapi.wire.MoneyView;
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

    @GET
    @Conditional
    @Operation(summary = "The segments of the run in force, the largest first")
    public ItemsView<SegmentView> all() {
        return ItemsView.whole(overview.inForce()
                .map(run -> segments.segmentation(run).segments().stream()
                        .map(SegmentView::of)
                        .toList())
                .orElse(List.of()));
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
            List<Segments.Claim> claims) {
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
                    segment.claims());
        }
    }
}
