package perennial.crmapi.segmentation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.SegmentationVersions.Flow;
import perennial.segmentation.SegmentationVersions.Proposal;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;

/**
 * @param moved customers who would be in another segment
 * @param movedShare of all customers in a segment, 0 to 1
 * @param drift the population stability index of today's customers since the version in force was made, by feature
 */
public record ProposalView(
        VersionView version,
        long customers,
        long moved,
        double movedShare,
        List<SizeView> sizes,
        List<FlowView> flows,
        Map<String, Double> drift) {
    static ProposalView of(Proposal proposal) {
        Differences differences = proposal.differences();
        Map<String, Long> before = differences.before();
        Map<String, Long> after = differences.after();
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        return new ProposalView(
                VersionView.of(proposal.version()),
                differences.customers(),
                differences.moved(),
                differences.movedShare(),
                ids.stream()
                        .map(id -> SizeView.of(
                                id,
                                proposal.names().getOrDefault(id, new Words(id, id)),
                                Optional.ofNullable(proposal.namesAfter().get(id)),
                                fate(id, differences.lineage()),
                                before.getOrDefault(id, 0L),
                                after.getOrDefault(id, 0L)))
                        .toList(),
                differences.flows().stream().map(FlowView::of).toList(),
                differences.drift());
    }

    private static String fate(String id, Lineage lineage) {
        return lineage.ends().stream()
                .filter(end -> end.id().equals(id))
                .map(end -> end.kind().name())
                .findFirst()
                .or(() -> Optional.ofNullable(lineage.origins().get(id))
                        .map(origin -> origin.kind().name()))
                .orElse(Origin.Kind.CONTINUED.name())
                .toLowerCase(Locale.ROOT);
    }

    /**
     * @param nameAfter what it would be called; null for one that would be gone
     * @param kind continued, new, split, merged or vanished
     * @param before customers today by the version in force
     * @param after customers today by the version that waits
     */
    public record SizeView(
            String id,
            String name,
            String nameZh,
            @Nullable String nameAfter,
            @Nullable String nameAfterZh,
            String kind,
            long before,
            long after) {
        static SizeView of(String id, Words name, Optional<Words> later, String kind, long before, long after) {
            return new SizeView(
                    id,
                    name.english(),
                    name.chinese(),
                    later.map(Words::english).orElse(null),
                    later.map(Words::chinese).orElse(null),
                    kind,
                    before,
                    after);
        }
    }

    /** @param to the segment where they would be; the same as from for who stays */
    public record FlowView(String from, String to, long customers) {
        static FlowView of(Flow flow) {
            return new FlowView(flow.from(), flow.to(), flow.customers());
        }
    }
}
