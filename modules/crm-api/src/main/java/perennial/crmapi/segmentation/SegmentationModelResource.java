package perennial.crmapi.segmentation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.analytics.clustering.Preparation;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.segmentation.SegmentResource.SegmentView;
import perennial.crmapi.wire.Standing;
import perennial.overview.Overview;
import perennial.segmentation.Segments;
import perennial.segmentation.Segments.Evidence;
import perennial.segmentation.Segments.Segmentation;

@Path("models/segmentation")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class SegmentationModelResource {
    @Inject
    private Segments segments;

    @Inject
    private Overview overview;

    @GET
    @Conditional
    @Operation(summary = "Why there are so many segments, what they rest on, and what their names claim")
    public SegmentationModelView model() {
        return SegmentationModelView.of(segments.segmentation(Standing.of(overview.inForce())));
    }

    /** @param evidence of each number of segments that was tried */
    public record SegmentationModelView(
            String state,
            String reason,
            String reasonZh,
            int chosen,
            List<EvidenceView> evidence,
            List<String> features,
            RulesView rules,
            List<SegmentView> segments) {
        static SegmentationModelView of(Segmentation found) {
            return new SegmentationModelView(
                    found.state().name().toLowerCase(Locale.ROOT),
                    found.reason().english(),
                    found.reason().chinese(),
                    found.segments().size(),
                    found.evidence().stream().map(EvidenceView::of).toList(),
                    found.segments().stream()
                            .flatMap(segment -> segment.centroid().keySet().stream())
                            .collect(Collectors.toCollection(TreeSet::new))
                            .stream()
                            .toList(),
                    RulesView.of(Preparation.Rules.usual()),
                    found.segments().stream().map(SegmentView::of).toList());
        }
    }

    /** @param stability the mean adjusted Rand index under resampling; null where it was not measured */
    public record EvidenceView(
            int k,
            double inertia,
            double silhouette,
            @Nullable Double stability,
            double smallestShare) {
        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.k(),
                    evidence.inertia(),
                    evidence.silhouette(),
                    evidence.stability().orElse(null),
                    evidence.smallestShare());
        }
    }

    /** How values are made comparable before they are clustered. */
    public record RulesView(double skewness, double tail, double reach, double leastKnown, boolean standardise) {
        static RulesView of(Preparation.Rules rules) {
            return new RulesView(
                    rules.skewness(), rules.tail(), rules.reach(), rules.leastKnown(), rules.standardise());
        }
    }
}
