package perennial.crmapi.segmentation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.analytics.clustering.Preparation;
import perennial.crmapi.access.NeedsRole;
import perennial.crmapi.door.Conditional;
import perennial.crmapi.wire.Standing;
import perennial.overview.Overview;
import perennial.pipeline.Runs;
import perennial.segmentation.Segments;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Evidence;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Report;
import perennial.segmentation.Segments.Search;
import perennial.segmentation.Segments.Segmentation;

@Path("models/segmentation")
@Produces(MediaType.APPLICATION_JSON)
@NeedsRole(Role.READER)
public class SegmentationModelResource {
    @Inject
    private Segments segments;

    @Inject
    private Overview overview;

    @Inject
    private Runs runs;

    @Context
    private SecurityContext caller;

    @GET
    @Conditional
    @Operation(
            summary =
                    "The version of the segments in force: why there are so many, what they rest on, what their names "
                            + "claim; and the version that waits for a person's decision")
    public SegmentationModelView model() {
        return SegmentationModelView.of(
                segments.report(Standing.of(overview.inForce())),
                runs.latest(1).stream()
                        .flatMap(run -> FailureView.of(run).stream())
                        .findFirst());
    }

    @POST
    @Path("search")
    @NeedsRole(Role.OPERATOR)
    @Operation(summary = "Has the next run look for the number of segments anew")
    public void search() {
        segments.askForSearch(caller.getUserPrincipal().getName());
    }

    /**
     * @param evidence of each number of segments that was tried
     * @param ended segments of the run before that this one does not go on with
     * @param failure of the last run; until one ends well the version in force stays what it is
     */
    public record SegmentationModelView(
            String state,
            String reason,
            String reasonZh,
            int chosen,
            List<EvidenceView> evidence,
            List<String> features,
            RulesView rules,
            List<SegmentView> segments,
            List<EndView> ended,
            @Nullable SearchView search,
            @Nullable VersionView live,
            @Nullable ProposalView proposal,
            @Nullable FailureView failure) {
        static SegmentationModelView of(Report report, Optional<FailureView> failure) {
            Segmentation found = report.segmentation();
            Lineage lineage = report.lineage();
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
                    SegmentView.of(found, lineage),
                    lineage.ends().stream().map(EndView::of).toList(),
                    report.search().map(SearchView::of).orElse(null),
                    report.live().map(VersionView::of).orElse(null),
                    report.proposal().map(ProposalView::of).orElse(null),
                    failure.orElse(null));
        }
    }

    /** @param run that ended in a failure */
    public record FailureView(long run, Instant at, String reason, String reasonZh) {
        static Optional<FailureView> of(Runs.RunReport run) {
            return run.failure()
                    .map(why -> new FailureView(
                            run.id(), run.finished().orElse(run.created()), why.english(), why.chinese()));
        }
    }

    /** @param drift the population stability index of the run's buyers since then, by feature */
    public record SearchView(Instant at, String cause, Map<String, Double> drift) {
        static SearchView of(Search search) {
            return new SearchView(search.at(), search.cause().name().toLowerCase(Locale.ROOT), search.drift());
        }
    }

    /** @param into id of the segment that took most of its customers; null where they went here and there */
    public record EndView(String id, String kind, @Nullable String into) {
        static EndView of(End end) {
            return new EndView(
                    end.id(),
                    end.kind().name().toLowerCase(Locale.ROOT),
                    end.into().orElse(null));
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
